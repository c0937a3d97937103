package dev.porteclef.key;

import dev.porteclef.exchange.Outcome;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One check in a key's history.
///
/// @param verdict `null` where the exchange said nothing about the key; then `noVerdict` says why
public record KeyCheck(
        Instant at,
        Verdict.@Nullable Kind verdict,
        @Nullable Outcome noVerdict,
        Harmlessness harmlessness,
        KeyReport report) {

    /// For so long every check is kept; of older ones in a row that found the same, the first and the last.
    public static final int DAYS_KEPT_WHOLE = 30;

    /// Whether both say the same of the key, whenever that was and however they were asked.
    boolean foundTheSameAs(KeyCheck other) {
        return verdict == other.verdict
                && noVerdict == other.noVerdict
                && harmlessness == other.harmlessness
                && report.finding().equals(other.report.finding());
    }
}
