package dev.porteclef.key;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.WatchedKeys.Watched;
import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Finds the keys that the portal looks after by itself, whoever owns them.
final class JdbiWatchedKeys {

    /// A draft is its owner's business, a paused key is left alone, and without a secret there is nothing to ask with.
    private static final String WATCHED = """
            (life in ('ACTIVE', 'REPLACED') or pause_reason = 'LEAK')
            and exists (select 1 from key_secret where key_id = exchange_key.id)
            """;

    private final Jdbi jdbi;

    JdbiWatchedKeys(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Watched> find(KeyId id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select owner, id, exchange, environment, life
                        from exchange_key
                        where id = :id and
                        """ + WATCHED)
                .bind("id", id)
                .map((row, context) -> new Watched(
                        new UserId(row.getObject("owner", UUID.class)),
                        new KeyId(row.getObject("id", UUID.class)),
                        new ExchangeId(row.getString("exchange")),
                        Environment.valueOf(row.getString("environment")),
                        !row.getString("life").equals(Life.ACTIVE.name())))
                .findOne());
    }

    List<KeyId> longestUnchecked(ExchangeId exchange, Environment environment, Instant before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id
                        from exchange_key
                        where exchange = :exchange and environment = :environment and checked_at < :before
                        and life = 'ACTIVE' and
                        """ + WATCHED + """
                        order by checked_at
                        limit :limit
                        """)
                .bind("exchange", exchange.value())
                .bind("environment", environment.name())
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(KeyId.class)
                .list());
    }

    List<KeyId> refusedSince(ExchangeId exchange, Environment environment, Instant since, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id
                        from exchange_key
                        where exchange = :exchange and environment = :environment and checked_at >= :since
                        and verdict_at >= :since and verdict in ('CREDENTIALS_REJECTED', 'IP_NOT_ALLOWED')
                        and life = 'ACTIVE' and
                        """ + WATCHED + """
                        limit :limit
                        """)
                .bind("exchange", exchange.value())
                .bind("environment", environment.name())
                .bind("since", since)
                .bind("limit", limit)
                .mapTo(KeyId.class)
                .list());
    }

    /// Keys that no task of the scheduler is about.
    List<KeyId> unplanned(String task, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id
                        from exchange_key
                        where not exists (
                            select 1 from scheduled_tasks
                            where task_name = :task and task_instance = cast(exchange_key.id as varchar))
                        and
                        """ + WATCHED + """
                        limit :limit
                        """)
                .bind("task", task)
                .bind("limit", limit)
                .mapTo(KeyId.class)
                .list());
    }

    int count(ExchangeId exchange, Environment environment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*)
                        from exchange_key
                        where exchange = :exchange and environment = :environment and
                        """ + WATCHED)
                .bind("exchange", exchange.value())
                .bind("environment", environment.name())
                .mapTo(Integer.class)
                .one());
    }
}
