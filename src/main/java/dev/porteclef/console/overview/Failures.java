package dev.porteclef.console.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Keys that turned red, by day and by what stands behind it.
///
/// @param reasons those that occurred, the most frequent first
/// @param days how many by day and reason; no entry where there was none
public record Failures(List<Reason> reasons, Map<LocalDate, Map<Reason, Long>> days) {

    public Failures {
        reasons = List.copyOf(reasons);
        days = Map.copyOf(days);
    }

    /// What stands behind a failure: the likeliest cause, or the headline where that says it all.
    ///
    /// @param translationKey of its name in both languages, by which two are the same
    public record Reason(String translationKey) {}

    /// Of one day and reason.
    public long on(LocalDate day, Reason reason) {
        return days.getOrDefault(day, Map.of()).getOrDefault(reason, 0L);
    }

    /// Of one reason on all days.
    public long of(Reason reason) {
        return days.values().stream()
                .mapToLong(counts -> counts.getOrDefault(reason, 0L))
                .sum();
    }
}
