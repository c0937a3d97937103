package dev.porteclef.console.overview;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How long an exchange took to answer the first call of a check, by day.
///
/// @param days those with an answer
public record Latency(ExchangeId exchange, Environment environment, Map<LocalDate, Day> days) {

    public Latency {
        days = Map.copyOf(days);
    }

    /// One day, in milliseconds, as exact as what is counted ([Tally]).
    ///
    /// @param ninth what nine of ten answers took at most
    public record Day(int median, int ninth, long calls) {

        /// @param calls how many took how many milliseconds, not empty
        static Day of(SortedMap<Integer, Long> calls) {
            var sum = calls.values().stream().mapToLong(Long::longValue).sum();
            return new Day(within(calls, (sum + 1) / 2), within(calls, (sum * 9 + 9) / 10), sum);
        }

        private static int within(SortedMap<Integer, Long> calls, long many) {
            var left = many;
            for (var some : new TreeMap<>(calls).entrySet()) {
                left -= some.getValue();
                if (left <= 0) {
                    return some.getKey();
                }
            }
            return calls.lastKey();
        }
    }
}
