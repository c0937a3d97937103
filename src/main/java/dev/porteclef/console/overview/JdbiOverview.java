package dev.porteclef.console.overview;

import dev.porteclef.console.overview.FirstAttempts.Rate;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.Headline;
import dev.porteclef.key.LikelyCause;
import dev.porteclef.platform.i18n.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads what the overview shows: keys along one index, everything over time from rows that are few.
final class JdbiOverview {

    /// Of those whose way is known from its beginning.
    private static final String KNOWN_WAYS = """
            from journey
            where began_at >= :from
            and (form_at is not null or checked_at is null)
            """;

    private final Jdbi jdbi;

    JdbiOverview(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Nullable
    Instant countedUntil() {
        return jdbi.withHandle(handle -> handle.createQuery("select counted_until from console_tally")
                .mapTo(Instant.class)
                .findOne()
                .orElse(null));
    }

    /// What is in use is what [dev.porteclef.console.KeyQuery] takes for it when it asks for a rotation.
    Standings standings(Instant overdue, Instant due) {
        record State(Headline headline, long keys, long inUse, long due, long overdue) {}
        var states = jdbi.withHandle(handle -> handle.createQuery("""
                        select headline, sum(number) as keys,
                            coalesce(sum(case when used then number end), 0) as in_use,
                            coalesce(sum(case when used then due end), 0) as due,
                            coalesce(sum(case when used then overdue end), 0) as overdue
                        from (
                            select headline, life = 'ACTIVE' or pause_reason in ('CUSTOMER', 'SUPPORT') as used, count(*) as number,
                                count(case when created_at > :overdue and created_at <= :due then 1 end) as due,
                                count(case when created_at <= :overdue then 1 end) as overdue
                            from exchange_key
                            where headline is not null
                            group by headline, life, pause_reason) lives
                        group by headline
                        """)
                .bind("overdue", overdue)
                .bind("due", due)
                .map((row, _) -> new State(
                        Headline.valueOf(row.getString("headline")),
                        row.getLong("keys"),
                        row.getLong("in_use"),
                        row.getLong("due"),
                        row.getLong("overdue")))
                .list());
        var byHeadline = new EnumMap<Headline, Long>(Headline.class);
        states.forEach(state -> byHeadline.put(state.headline(), state.keys()));
        return new Standings(
                byHeadline,
                states.stream().mapToLong(State::due).sum(),
                states.stream().mapToLong(State::overdue).sum(),
                states.stream().mapToLong(State::inUse).sum());
    }

    Failures failures(LocalDate from) {
        var days = new HashMap<LocalDate, Map<Failures.Reason, Long>>();
        var sums = new HashMap<Failures.Reason, Long>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select on_date, headline, cause, sum(keys) as keys
                        from console_failure_day
                        where on_date >= :from
                        group by on_date, headline, cause
                        """)
                .bind("from", from)
                .map((row, _) -> {
                    var reason = reason(row.getString("headline"), row.getString("cause"));
                    var keys = row.getLong("keys");
                    days.computeIfAbsent(row.getObject("on_date", LocalDate.class), _ -> new HashMap<>())
                            .merge(reason, keys, Long::sum);
                    return sums.merge(reason, keys, Long::sum);
                })
                .list());
        return new Failures(
                sums.keySet().stream()
                        .sorted(Comparator.<Failures.Reason, Long>comparing(sums::get)
                                .reversed()
                                .thenComparing(Failures.Reason::translationKey))
                        .toList(),
                days);
    }

    private static Failures.Reason reason(String headline, String cause) {
        return new Failures.Reason(LikelyCause.of(cause)
                .map(LikelyCause::translationKey)
                .orElseGet(() -> Headline.valueOf(headline).translationKey()));
    }

    Way way(Instant from) {
        record Time(
                long measured,
                @Nullable Duration median,
                @Nullable Duration ninth) {}
        return jdbi.withHandle(handle -> {
            var time = handle.createQuery("""
                            select count(*) as measured,
                                percentile_disc(0.5) within group (order by seconds) as median,
                                percentile_disc(0.9) within group (order by seconds) as ninth
                            from (
                                select cast(extract(epoch from green_at - guide_at) as bigint) as seconds
                            """ + KNOWN_WAYS + """
                                and green_at is not null
                                and guide_at is not null) measured
                            """)
                    .bind("from", from)
                    .map((row, _) -> new Time(
                            row.getLong("measured"),
                            seconds(row.getObject("median", Long.class)),
                            seconds(row.getObject("ninth", Long.class))))
                    .one();
            return handle.createQuery("""
                            select count(*) as began, count(form_at) as form, count(checked_at) as checked,
                                count(green_at) as green, count(case when guide_at is null then 1 end) as straight
                            """ + KNOWN_WAYS)
                    .bind("from", from)
                    .map((row, _) -> new Way(
                            row.getLong("began"),
                            row.getLong("straight"),
                            row.getLong("form"),
                            row.getLong("checked"),
                            row.getLong("green"),
                            time.measured(),
                            time.median(),
                            time.ninth()))
                    .one();
        });
    }

    private static @Nullable Duration seconds(@Nullable Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    /// First attempts of one strategy and language.
    record Attempts(String strategy, Language language, Rate rate) {}

    List<Attempts> firstAttempts(Instant from) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select strategy, language, count(*) as attempts,
                            count(case when green_at = checked_at then 1 end) as green
                        from journey
                        join account on account.id = journey.owner
                        where began_at >= :from
                        and form_at is not null
                        and checked_at is not null
                        and strategy is not null
                        group by strategy, language
                        """)
                .bind("from", from)
                .map((row, _) -> new Attempts(
                        row.getString("strategy"),
                        Language.of(row.getString("language")).orElseThrow(),
                        new Rate(row.getLong("green"), row.getLong("attempts"))))
                .list());
    }

    List<Latency> latencies(LocalDate from) {
        record Where(String exchange, Environment environment) {}
        Map<Where, Map<LocalDate, SortedMap<Integer, Long>>> counted = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select exchange, environment, on_date, took, sum(calls) as calls
                        from console_latency_day
                        where on_date >= :from
                        group by exchange, environment, on_date, took
                        order by exchange, environment
                        """)
                .bind("from", from)
                .map((row, _) -> counted.computeIfAbsent(
                                new Where(row.getString("exchange"), Environment.valueOf(row.getString("environment"))),
                                _ -> new HashMap<>())
                        .computeIfAbsent(row.getObject("on_date", LocalDate.class), _ -> new TreeMap<>())
                        .put(row.getInt("took"), row.getLong("calls")))
                .list());
        return counted.entrySet().stream()
                .map(one -> new Latency(
                        new ExchangeId(one.getKey().exchange()), one.getKey().environment(), days(one.getValue())))
                .toList();
    }

    private static Map<LocalDate, Latency.Day> days(Map<LocalDate, SortedMap<Integer, Long>> counted) {
        var days = new HashMap<LocalDate, Latency.Day>();
        counted.forEach((day, calls) -> days.put(day, Latency.Day.of(calls)));
        return days;
    }
}
