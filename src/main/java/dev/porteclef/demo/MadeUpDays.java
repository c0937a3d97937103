package dev.porteclef.demo;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The days of made-up checks as the portal would have counted them, as far back as it keeps them. The checks
/// themselves say nothing for its count, so that none is counted twice.
final class MadeUpDays {

    static final List<String> FAILURE_COLUMNS = List.of("on_date", "headline", "cause", "made_up", "keys");
    static final List<String> LATENCY_COLUMNS =
            List.of("on_date", "exchange", "environment", "took", "made_up", "calls");

    private static final Duration KEPT = Duration.ofDays(90);

    private final Instant from;
    private final Map<Fell, Long> failures = new HashMap<>();
    private final Map<Answered, Long> answers = new HashMap<>();

    private record Fell(LocalDate day, String headline, String cause) {}

    private record Answered(LocalDate day, String exchange, int took) {}

    MadeUpDays(DemoPlan plan) {
        this.from = plan.at().minus(KEPT);
    }

    /// Whether what was then is still told.
    boolean keep(Instant at) {
        return at.isAfter(from);
    }

    void add(FoundSoFar.Failure failure) {
        if (keep(failure.at())) {
            failures.merge(
                    new Fell(
                            day(failure.at()),
                            failure.failure().headline().name(),
                            Optional.ofNullable(failure.failure().cause())
                                    .map(cause -> cause.name())
                                    .orElse("")),
                    1L,
                    Long::sum);
        }
    }

    void add(Instant at, ExchangeId exchange, int took) {
        answers.merge(new Answered(day(at), exchange.value(), rounded(took)), 1L, Long::sum);
    }

    /// As the portal rounds times below two seconds; none here is longer.
    private static int rounded(int took) {
        return took < 500 ? (took + 5) / 10 * 10 : (took + 25) / 50 * 50;
    }

    Stream<@Nullable Object[]> failures() {
        return failures.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Fell::day)
                        .thenComparing(Fell::headline)
                        .thenComparing(Fell::cause)))
                .map(one -> new @Nullable Object[] {
                    one.getKey().day(), one.getKey().headline(), one.getKey().cause(), true, one.getValue()
                });
    }

    Stream<@Nullable Object[]> latencies() {
        return answers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Answered::day)
                        .thenComparing(Answered::exchange)
                        .thenComparingInt(Answered::took)))
                .map(one -> new @Nullable Object[] {
                    one.getKey().day(),
                    one.getKey().exchange(),
                    Environment.PRACTICE.name(),
                    one.getKey().took(),
                    true,
                    one.getValue()
                });
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
