package dev.porteclef.verification;

import dev.porteclef.exchange.Evidence;
import java.util.EnumSet;
import java.util.Set;
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

    /// What this step rules out, as far as it got; nothing where its answer leaves everything open.
    public Set<RuledOut> rulesOut() {
        if (evidence == null || (state != CheckState.PASSED && state != CheckState.WARNED)) {
            return Set.of();
        }
        return switch (kind) {
            case FORMAT -> Set.of();
            case REACHABLE -> EnumSet.of(RuledOut.OUTAGE);
            case SIGNATURE ->
                EnumSet.of(
                        RuledOut.WRONG_PAIR, RuledOut.NOT_IN_FORCE, RuledOut.ADDRESS_NOT_LISTED, RuledOut.NONCE_AHEAD);
            case PERMISSIONS ->
                note == Note.UNKNOWN_SCOPE
                        ? EnumSet.of(RuledOut.BOX_MISSING)
                        : EnumSet.of(RuledOut.BOX_MISSING, RuledOut.WITHDRAWAL);
            case BALANCE ->
                note == Note.NO_FUNDED_WALLET
                        ? EnumSet.of(RuledOut.BALANCE_HIDDEN)
                        : EnumSet.of(RuledOut.BALANCE_HIDDEN, RuledOut.NO_FUNDS);
        };
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
