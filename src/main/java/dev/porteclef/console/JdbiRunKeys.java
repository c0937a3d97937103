package dev.porteclef.console;

import dev.porteclef.key.KeyId;
import dev.porteclef.live.Announcements;
import dev.porteclef.live.Topic;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The keys that a run takes, and what becomes of each, in the database.
final class JdbiRunKeys {

    private final Jdbi jdbi;

    JdbiRunKeys(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Passes over what stands otherwise than when the run began.
    void passChanged(RunId id, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        update console_run_key
                        set done_at = :now, outcome = 'PASSED'
                        where run_id = :id and done_at is null
                        and exists (
                            select 1
                            from exchange_key, console_run
                            where exchange_key.id = key_id and console_run.id = run_id and headline_since > begun_at)
                        """).bind("id", id.value()).bind("now", now).execute());
    }

    /// Notes that something has failed for a key, and gives it up after so many tries.
    void fail(RunId id, KeyId key, int tries, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update console_run_key
                        set tries = tries + 1,
                            done_at = case when tries + 1 >= :tries then cast(:now as timestamp with time zone) end,
                            outcome = case when tries + 1 >= :tries then 'FAILED' end
                        where run_id = :id and key_id = :key and done_at is null
                        """)
                .bind("id", id.value())
                .bind("key", key)
                .bind("tries", tries)
                .bind("now", now)
                .execute());
    }

    /// Keys that nothing was done for yet.
    List<KeyId> next(RunId id, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select key_id
                        from console_run_key
                        where run_id = :id and done_at is null and asked_at is null
                        order by tries, key_id
                        limit :limit
                        """)
                .bind("id", id.value())
                .bind("limit", limit)
                .mapTo(KeyId.class)
                .list());
    }

    void ask(RunId id, List<KeyId> keys, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update console_run_key
                        set asked_at = :now
                        where run_id = :id and key_id in (<keys>)
                        """)
                .bind("id", id.value())
                .bindList("keys", keys)
                .bind("now", now)
                .execute());
    }

    void end(RunId id, KeyId key, Run.Outcome outcome, Instant now) {
        Announcements.changing(
                jdbi,
                Topic.RUNS,
                handle -> handle.createUpdate("""
                        update console_run_key
                        set done_at = :now, outcome = :outcome
                        where run_id = :id and key_id = :key and done_at is null
                        """)
                        .bind("id", id.value())
                        .bind("key", key)
                        .bind("outcome", outcome.name())
                        .bind("now", now)
                        .execute());
    }

    /// Notes which of the keys that were asked about have been checked since, or are given up.
    ///
    /// @param silent asked about before that, they are given up
    /// @return how many are still out
    int endHeard(RunId id, Instant silent, Instant now) {
        Announcements.changing(
                jdbi,
                Topic.RUNS,
                handle -> handle.createUpdate("""
                        update console_run_key
                        set done_at = :now, outcome = case
                            when exists (
                                select 1 from exchange_key
                                where exchange_key.id = key_id and checked_at >= asked_at) then 'DONE'
                            when exists (select 1 from exchange_key where exchange_key.id = key_id) then 'SILENT'
                            else 'PASSED' end
                        where run_id = :id and done_at is null and asked_at is not null
                        and (asked_at <= :silent
                            or not exists (select 1 from exchange_key where exchange_key.id = key_id)
                            or exists (
                                select 1 from exchange_key
                                where exchange_key.id = key_id and checked_at >= asked_at))
                        """)
                        .bind("id", id.value())
                        .bind("silent", silent)
                        .bind("now", now)
                        .execute());
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*)
                        from console_run_key
                        where run_id = :id and done_at is null and asked_at is not null
                        """)
                .bind("id", id.value())
                .mapTo(Integer.class)
                .one());
    }
}
