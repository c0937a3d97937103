package dev.porteclef.key;

import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import dev.porteclef.verification.Verification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a verification changes what is known of a key. The one place where promise 3 is kept: without a verdict,
/// verdict, harmlessness and evidence stay as they were and only the doubt is noted.
final class Recheck {

    private Recheck() {}

    /// `key` with what `verification` found.
    ///
    /// @param tail of the API key, empty while it is not proven to be one; a known one stays
    static ExchangeKey apply(ExchangeKey key, String tail, Verification verification) {
        var verdict = verification.verdict();
        var named = tail.isEmpty() ? key : key.withTail(tail);
        return verdict == null ? undecided(named, verification) : decided(named, verdict, verification);
    }

    private static ExchangeKey decided(ExchangeKey key, Verdict verdict, Verification verification) {
        // A rejection says nothing about rights: what was once proven of this key's rights is not proven now.
        return with(
                key,
                verification.isForbidden() ? Life.PAUSED : key.life(),
                verdict.kind(),
                verdict.errorCode(),
                verification.at(),
                verification.harmlessness(),
                verification,
                null,
                KeyReport.of(verification));
    }

    private static ExchangeKey undecided(ExchangeKey key, Verification verification) {
        var first = key.verdict() == null;
        return with(
                key,
                key.life(),
                key.verdict(),
                key.verdictCode(),
                key.verdictAt(),
                first ? verification.harmlessness() : key.harmlessness(),
                verification,
                key.noVerdictSince() == null ? verification.at() : key.noVerdictSince(),
                first ? KeyReport.of(verification) : key.report());
    }

    private static ExchangeKey with(
            ExchangeKey key,
            Life life,
            Verdict.@Nullable Kind verdict,
            @Nullable String code,
            @Nullable Instant verdictAt,
            Harmlessness harmlessness,
            Verification verification,
            @Nullable Instant noVerdictSince,
            KeyReport report) {
        return new ExchangeKey(
                key.id(),
                key.version(),
                key.owner(),
                key.exchange(),
                key.environment(),
                key.label(),
                key.strategy(),
                key.program(),
                life,
                key.tail(),
                key.secretVersion(),
                verdict,
                code,
                verdictAt,
                harmlessness,
                verification.noVerdict(),
                noVerdictSince,
                verification.at(),
                report,
                key.createdAt());
    }
}
