package dev.porteclef.verification;

import dev.porteclef.exchange.Evidence;
import org.jspecify.annotations.Nullable;

/// One line of the check list.
///
/// @param note what is worth saying about it, `null`: nothing
/// @param evidence the call it rests on, `null`: none was made for it
/// @param place in the queue while it waits there, 1 for the next; `null` while it does not
public record Check(
        CheckKind kind,
        CheckState state,
        @Nullable Note note,
        @Nullable Evidence evidence,
        @Nullable Integer place) {

    public Check(CheckKind kind, CheckState state, @Nullable Note note, @Nullable Evidence evidence) {
        this(kind, state, note, evidence, null);
    }

    static Check waiting(CheckKind kind) {
        return new Check(kind, CheckState.WAITING, null, null);
    }

    Check queued(int newPlace) {
        return new Check(kind, state, note, evidence, newPlace);
    }

    /// A short remark with its own text (`verification.note.<name>`).
    public enum Note {
        UNUSUAL_FORMAT,
        REFUSED_FOR_WITHDRAWAL,
        BOXES_MISSING,
        RECOMMENDED_MISSING,
        MORE_THAN_NEEDED,
        UNKNOWN_SCOPE,
        CANNOT_BE_ASKED,
        PERMISSION_QUESTION_REFUSED,
        /// The list of rights does not speak of everything that is required.
        SCOPES_LEFT_OUT,
        NO_FUNDED_WALLET,
        WALLETS_READ,
        /// One call was refused for its nonce, the next was not: another program uses the key at the same time.
        NONCE_RACE;

        /// The key of its text in both languages.
        public String translationKey() {
            return "verification.note." + name();
        }
    }
}
