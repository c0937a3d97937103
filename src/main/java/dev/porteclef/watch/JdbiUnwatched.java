package dev.porteclef.watch;

import dev.porteclef.key.KeyId;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Finds keys that the scheduler knows nothing of.
final class JdbiUnwatched {

    private final Jdbi jdbi;

    JdbiUnwatched(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Up to `limit` keys with a secret and without a task, whatever their life: the caller sees which are watched.
    List<KeyId> find(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exchange_key.id
                        from exchange_key
                        where (life in ('ACTIVE', 'REPLACED') or pause_reason = 'LEAK')
                        and exists (select 1 from key_secret where key_id = exchange_key.id)
                        and not exists (
                            select 1 from scheduled_tasks
                            where task_name = :task and task_instance = cast(exchange_key.id as varchar))
                        limit :limit
                        """)
                .bind("task", KeyWatch.TASK)
                .bind("limit", limit)
                .mapTo(KeyId.class)
                .list());
    }
}
