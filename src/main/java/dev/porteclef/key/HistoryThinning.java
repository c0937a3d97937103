package dev.porteclef.key;

import dev.porteclef.platform.data.Databases;
import dev.porteclef.platform.lifecycle.Stopping;
import jakarta.annotation.PreDestroy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Thins the history of checks (decision 0033): of old checks in a row that found the same, the first and the last
/// stay, so that it still tells what a key was found to be, since when, and until when.
///
/// Goes through all keys once a day, some of them at a time: the row that says how far is locked, and moved in the
/// transaction that deletes. Every node does; whatever one of them leaves, another goes on with.
@Component
class HistoryThinning {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryThinning.class);
    private static final int SECONDS_TO_STOP = 20;

    /// Younger checks all stay.
    static final Duration WHOLE = Duration.ofDays(KeyCheck.DAYS_KEPT_WHOLE);

    /// Between the beginnings of two passes.
    static final Duration PASS = Duration.ofDays(1);

    static final int KEYS_AT_ONCE = 25;
    /// A million keys are gone through in some hours, and nobody waits for it.
    private static final int TRANSACTIONS_A_ROUND = 400;

    private static final int ROWS_AT_ONCE = 200;

    private static final UUID START = new UUID(0, 0);

    private final Jdbi jdbi;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final AsyncTaskExecutor executor;
    private final Stopping stopping;
    private final Semaphore idle = new Semaphore(1);

    HistoryThinning(
            Jdbi jdbi,
            Clock clock,
            PlatformTransactionManager transactionManager,
            @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor,
            Stopping stopping) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.executor = executor;
        this.stopping = stopping;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /// Begins a round, unless one is under way: beside the scheduler, whose other work it must not hold up.
    @Scheduled(initialDelayString = "PT7M", fixedDelayString = "PT2M")
    void wake() {
        if (!stopping.begun() && idle.tryAcquire()) {
            executor.execute(() -> {
                try {
                    thin();
                } catch (RuntimeException e) {
                    LOG.warn(
                            "Thinning of histories ended early: {}",
                            e.getClass().getName());
                } finally {
                    idle.release();
                }
            });
        }
    }

    /// Lets the transaction in hand end before the database closes.
    @PreDestroy
    void stop() throws InterruptedException {
        var _ = idle.tryAcquire(SECONDS_TO_STOP, TimeUnit.SECONDS);
    }

    /// Goes on with a pass, or begins the next when it is time.
    void thin() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        insert into history_thinning (id, began_at, after_key, done)
                        values (1, :now, :start, false)
                        on conflict do nothing
                        """).bind("now", now).bind("start", START).execute());
        for (var time = 0; time < TRANSACTIONS_A_ROUND && !stopping.begun(); time++) {
            if (!Objects.requireNonNull(transactions.execute(_ -> jdbi.withHandle(handle -> thinOn(handle, now))))) {
                return;
            }
        }
    }

    private record Reached(Instant beganAt, UUID afterKey, boolean done) {}

    /// Thins the next keys.
    ///
    /// @return whether there may be more to do now
    private static boolean thinOn(Handle handle, Instant now) {
        var reached = handle.createQuery(
                        "select began_at, after_key, done from history_thinning where id = 1 for update")
                .map((row, context) -> new Reached(
                        context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "began_at", context),
                        row.getObject("after_key", UUID.class),
                        row.getBoolean("done")))
                .one();
        if (reached.done()) {
            if (reached.beganAt().plus(PASS).isAfter(now)) {
                return false;
            }
            reached = new Reached(now, START, false);
        }
        var keys = keys(handle, reached.afterKey());
        if (!keys.isEmpty()) {
            delete(handle, toldTwice(handle, keys, now.minus(WHOLE)));
        }
        // Fewer than asked for may be all that nobody holds.
        var done = keys.isEmpty();
        handle.createUpdate("""
                        update history_thinning
                        set began_at = :began, after_key = :after, done = :done
                        where id = 1
                        """)
                .bind("began", reached.beganAt())
                .bind("after", done ? START : keys.getLast())
                .bind("done", done)
                .execute();
        return !done;
    }

    /// Held until the end of the transaction, so that who deletes a key waits there, and not halfway through its
    /// checks.
    /// One that is being deleted is passed over.
    private static List<UUID> keys(Handle handle, UUID after) {
        return handle.createQuery("""
                        select id
                        from exchange_key
                        where id > :after
                        order by id
                        limit :limit
                        """ + (Databases.isPostgres(handle) ? "for key share skip locked" : ""))
                .bind("after", after)
                .bind("limit", KEYS_AT_ONCE)
                .mapTo(UUID.class)
                .list();
    }

    /// @param check `null` for one that this version cannot read: it stays
    private record Past(UUID id, UUID key, @Nullable KeyCheck check) {

        boolean saysTheSameAs(@Nullable Past other) {
            return other != null
                    && key.equals(other.key)
                    && check != null
                    && other.check != null
                    && check.foundTheSameAs(other.check);
        }
    }

    private static @Nullable KeyCheck read(ResultSet row, StatementContext context) {
        try {
            return JdbiKeyChecks.CHECKS.map(row, context);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("A check cannot be read: {}", e.getClass().getName());
            return null;
        }
    }

    /// Those that stand between two that found the same.
    private static List<UUID> toldTwice(Handle handle, List<UUID> keys, Instant before) {
        var found = new ArrayList<UUID>();
        try (var rows = handle.createQuery("""
                        select id, key_id, at, verdict, no_verdict, harmlessness, report
                        from key_check
                        where key_id = any(:keys) and at < :before
                        order by key_id, at, id
                        """)
                .bindArray("keys", UUID.class, keys)
                .bind("before", before)
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> new Past(
                        row.getObject("id", UUID.class), row.getObject("key_id", UUID.class), read(row, context)))
                .iterator()) {
            Past earlier = null;
            Past middle = null;
            while (rows.hasNext()) {
                var later = rows.next();
                if (middle != null && middle.saysTheSameAs(earlier) && middle.saysTheSameAs(later)) {
                    found.add(middle.id());
                }
                earlier = middle;
                middle = later;
            }
        }
        return found;
    }

    private static void delete(Handle handle, List<UUID> checks) {
        if (!checks.isEmpty()) {
            handle.createUpdate("delete from key_check where id = any(:checks)")
                    .bindArray("checks", UUID.class, checks)
                    .execute();
        }
    }
}
