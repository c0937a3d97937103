package dev.porteclef.key;

import dev.porteclef.platform.security.UserId;
import dev.porteclef.verification.Verdict;
import dev.porteclef.verification.Verification;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The first state of a key, as its first verification found it.
final class NewKey {

    private NewKey() {}

    /// @param earlierTry the row whose place it takes, locked; its secrets count on from there
    /// @param replaces the key it is meant to replace
    static ExchangeKey of(
            Optional<ExchangeKey> earlierTry,
            UserId owner,
            KeyDraft draft,
            @Nullable KeyId replaces,
            String tail,
            Verification verification,
            Findings findings) {
        return new ExchangeKey(
                earlierTry.map(ExchangeKey::id).orElseGet(() -> new KeyId(UUID.randomUUID())),
                earlierTry.map(ExchangeKey::version).orElse(1),
                owner,
                draft.exchange(),
                draft.environment(),
                draft.label(),
                draft.strategy(),
                draft.program(),
                tail,
                earlierTry.map(earlier -> earlier.secretVersion() + 1).orElse(1),
                !verification.isForbidden(),
                false,
                Standing.of(
                        life(verification, replaces), verification.at(), verification.isForbidden() ? null : replaces),
                findings,
                // What never worked has no age: the pair counts from now on.
                verification.at());
    }

    private static Life life(Verification verification, @Nullable KeyId replaces) {
        if (verification.isForbidden()) {
            return Life.REFUSED;
        }
        return replaces == null ? Life.ACTIVE : Life.DRAFT;
    }

    /// Whether a verification is good enough for the switch to a new key: accepted, every required box ticked.
    static boolean mayTakeOver(Verification verification) {
        return verification.verdict() instanceof Verdict.Accepted && !verification.isForbidden();
    }
}
