package dev.porteclef.key;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer's key as the portal knows it; its secrets are elsewhere, sealed.
///
/// @param tail the last four characters of the API key, to tell keys apart; empty as long as the exchange has not
///     accepted it, for it might be a secret in the wrong field
/// @param secretVersion counts how often the secrets were written; part of what they are bound to
/// @param verdict of the last conclusive check, `null` as long as there was none
/// @param noVerdict why the latest check said nothing, `null` when it did
/// @param noVerdictSince when the first of the checks without a verdict was, `null` when the latest one had one
/// @param checkedAt the latest check, conclusive or not
/// @param report the evidence of the last conclusive check, or of the latest where there was none
public record ExchangeKey(
        KeyId id,
        int version,
        UserId owner,
        ExchangeId exchange,
        Environment environment,
        String label,
        Strategy strategy,
        String program,
        Life life,
        String tail,
        int secretVersion,
        Verdict.@Nullable Kind verdict,
        @Nullable String verdictCode,
        @Nullable Instant verdictAt,
        Harmlessness harmlessness,
        @Nullable Outcome noVerdict,
        @Nullable Instant noVerdictSince,
        Instant checkedAt,
        KeyReport report,
        Instant createdAt) {

    ExchangeKey withTail(String newTail) {
        return new ExchangeKey(
                id,
                version,
                owner,
                exchange,
                environment,
                label,
                strategy,
                program,
                life,
                newTail,
                secretVersion,
                verdict,
                verdictCode,
                verdictAt,
                harmlessness,
                noVerdict,
                noVerdictSince,
                checkedAt,
                report,
                createdAt);
    }

    /// The one line that sums the facets up.
    public Headline headline() {
        return Headline.of(this);
    }

    /// Whether the portal still has credentials to check with.
    public boolean isCheckable() {
        return life == Life.ACTIVE;
    }

    /// Whether the pair may simply be pasted again: nothing good is known of the one that is stored.
    boolean awaitsAnotherTry() {
        return life == Life.ACTIVE && (verdict == null || verdict == Verdict.Kind.CREDENTIALS_REJECTED);
    }
}
