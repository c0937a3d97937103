package dev.porteclef.console.overview;

import dev.porteclef.platform.data.Databases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts checks into days, each once: the row that says how far is locked, and moved in the transaction that counts.
/// Every node does; whoever comes second finds nothing left to do.
///
/// Times are rounded, so that a day of millions of calls is some hundred rows: to 10 ms below half a second, to 50 ms
/// below two seconds, to a quarter of a second below ten, to a second beyond.
@Component
class Tally {

    /// A check is written this long after its moment at the latest; one that takes longer is not counted.
    static final Duration SETTLED = Duration.ofMinutes(5);
    /// No more is counted in one transaction: a portal that was down for a day has that many rows to read.
    static final Duration AT_ONCE = Duration.ofHours(1);
    /// Older days are deleted.
    static final Duration KEPT = Duration.ofDays(90);

    private final Jdbi jdbi;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Tally(Jdbi jdbi, Clock clock, PlatformTransactionManager transactionManager) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /// Counts what has come since the last time. The very first time there is nothing to count yet.
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void count() {
        var end = clock.instant().truncatedTo(ChronoUnit.MICROS).minus(SETTLED);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into console_tally (id, counted_until)
                        values (1, :end)
                        on conflict do nothing
                        """).bind("end", end).execute());
        while (Objects.requireNonNull(transactions.execute(_ -> jdbi.withHandle(handle -> countOn(handle, end))))) {
            // The next piece.
        }
        forget();
    }

    /// Counts one piece.
    ///
    /// @return whether there may be another
    private static boolean countOn(Handle handle, Instant end) {
        var from = handle.createQuery("select counted_until from console_tally where id = 1 for update")
                .mapTo(Instant.class)
                .one();
        if (!from.isBefore(end)) {
            return false;
        }
        var day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        var to = earliest(
                from.plus(AT_ONCE),
                end,
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        if (Databases.isPostgres(handle)) {
            // The last minutes are a small part of many days of checks: a plan for any time would read them all.
            handle.execute("set local plan_cache_mode = force_custom_plan");
        }
        addFailures(handle, day, from, to);
        addLatency(handle, day, from, to);
        handle.createUpdate("update console_tally set counted_until = :to where id = 1")
                .bind("to", to)
                .execute();
        return to.isBefore(end);
    }

    private static Instant earliest(Instant one, Instant other, Instant third) {
        var earlier = one.isBefore(other) ? one : other;
        return earlier.isBefore(third) ? earlier : third;
    }

    private static void addFailures(Handle handle, LocalDate day, Instant from, Instant to) {
        record Counted(String headline, String cause, long keys) {}
        handle.createQuery("""
                        select failed_as, coalesce(failed_by, '') as cause, count(*) as number
                        from key_check
                        where at >= :from and at < :to
                        and failed_as is not null
                        group by failed_as, coalesce(failed_by, '')
                        """)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> new Counted(row.getString("failed_as"), row.getString("cause"), row.getLong("number")))
                .list()
                .forEach(counted -> add(
                        handle,
                        """
                        update console_failure_day
                        set keys = keys + :keys
                        where on_date = :day and headline = :headline and cause = :cause and not made_up
                        """,
                        """
                        insert into console_failure_day (on_date, headline, cause, made_up, keys)
                        values (:day, :headline, :cause, false, :keys)
                        """,
                        Map.of(
                                "day", day,
                                "headline", counted.headline(),
                                "cause", counted.cause(),
                                "keys", counted.keys())));
    }

    private static void addLatency(Handle handle, LocalDate day, Instant from, Instant to) {
        record Counted(String exchange, String environment, int took, long calls) {}
        handle.createQuery("""
                        select exchange, environment, rounded, count(*) as number
                        from (
                            select exchange, environment,
                                case
                                    when took < 500 then (took + 5) / 10 * 10
                                    when took < 2000 then (took + 25) / 50 * 50
                                    when took < 10000 then (took + 125) / 250 * 250
                                    else (took + 500) / 1000 * 1000 end as rounded
                            from key_check
                            join exchange_key on exchange_key.id = key_check.key_id
                            where at >= :from and at < :to
                            and took is not null) calls
                        group by exchange, environment, rounded
                        """)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> new Counted(
                        row.getString("exchange"),
                        row.getString("environment"),
                        row.getInt("rounded"),
                        row.getLong("number")))
                .list()
                .forEach(counted -> add(
                        handle,
                        """
                        update console_latency_day
                        set calls = calls + :calls
                        where on_date = :day and exchange = :exchange and environment = :environment
                        and took = :took and not made_up
                        """,
                        """
                        insert into console_latency_day (on_date, exchange, environment, took, made_up, calls)
                        values (:day, :exchange, :environment, :took, false, :calls)
                        """,
                        Map.of(
                                "day", day,
                                "exchange", counted.exchange(),
                                "environment", counted.environment(),
                                "took", counted.took(),
                                "calls", counted.calls())));
    }

    /// Nobody else writes such rows at the same time: the mark is locked.
    private static void add(Handle handle, String update, String insert, Map<String, Object> values) {
        if (handle.createUpdate(update).bindMap(values).execute() == 0) {
            handle.createUpdate(insert).bindMap(values).execute();
        }
    }

    private void forget() {
        var old = LocalDate.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC);
        jdbi.useHandle(handle -> {
            for (var table : new String[] {"console_failure_day", "console_latency_day"}) {
                handle.createUpdate("delete from " + table + " where on_date < :old")
                        .bind("old", old)
                        .execute();
            }
        });
    }
}
