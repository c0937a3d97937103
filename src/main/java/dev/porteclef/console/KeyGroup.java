package dev.porteclef.console;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.Headline;
import dev.porteclef.key.LikelyCause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Keys that stand alike at one exchange since some time.
///
/// @param cause what most likely stands behind the headline, `null` where that says it all
/// @param customers how many people they belong to
/// @param since since when the first of them does
/// @param lastHour how many of them came within the last hour
/// @param hourBefore how many within the hour before that
public record KeyGroup(
        Headline headline,
        @Nullable LikelyCause cause,
        ExchangeId exchange,
        Environment environment,
        int keys,
        int customers,
        Instant since,
        int lastHour,
        int hourBefore) {

    /// Whether it becomes more, less, or neither.
    public int trend() {
        return Integer.compare(lastHour, hourBefore);
    }
}
