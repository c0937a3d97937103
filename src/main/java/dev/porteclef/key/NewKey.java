package dev.porteclef.key;

import dev.porteclef.platform.security.UserId;
import dev.porteclef.verification.Verification;
import java.util.Optional;
import java.util.UUID;

/// The first state of a key, as its first verification found it.
final class NewKey {

    private NewKey() {}

    /// @param earlierTry the row whose place it takes, locked; its secrets count on from there
    static ExchangeKey of(
            Optional<ExchangeKey> earlierTry, UserId owner, KeyDraft draft, String tail, Verification verification) {
        var verdict = verification.verdict();
        return new ExchangeKey(
                earlierTry.map(ExchangeKey::id).orElseGet(() -> new KeyId(UUID.randomUUID())),
                earlierTry.map(ExchangeKey::version).orElse(1),
                owner,
                draft.exchange(),
                draft.environment(),
                draft.label(),
                draft.strategy(),
                draft.program(),
                verification.isForbidden() ? Life.REFUSED : Life.ACTIVE,
                tail,
                earlierTry.map(earlier -> earlier.secretVersion() + 1).orElse(1),
                verdict == null ? null : verdict.kind(),
                verdict == null ? null : verdict.errorCode(),
                verdict == null ? null : verification.at(),
                verification.harmlessness(),
                verification.noVerdict(),
                verdict == null ? verification.at() : null,
                verification.at(),
                KeyReport.of(verification),
                earlierTry.map(ExchangeKey::createdAt).orElse(verification.at()));
    }
}
