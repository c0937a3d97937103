package dev.porteclef.key;

import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/// Which steps after a leak are ticked off.
final class JdbiLeakSteps {

    private final Jdbi jdbi;

    JdbiLeakSteps(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<LeakStep, Instant> of(UserId owner, KeyId key) {
        return jdbi.withHandle(handle -> {
            var done = new EnumMap<LeakStep, Instant>(LeakStep.class);
            handle.createQuery("""
                            select key_leak_step.step, key_leak_step.done_at
                            from key_leak_step
                            join exchange_key on exchange_key.id = key_leak_step.key_id
                            where exchange_key.id = :key and exchange_key.owner = :owner
                            """)
                    .bind("key", key)
                    .bind("owner", owner)
                    .map((row, context) -> Map.entry(
                            LeakStep.valueOf(row.getString("step")),
                            context.findColumnMapperFor(Instant.class)
                                    .orElseThrow()
                                    .map(row, "done_at", context)))
                    .forEach(entry -> done.put(entry.getKey(), entry.getValue()));
            return done;
        });
    }

    /// Keeps the time of the first tick.
    void tick(KeyId key, LeakStep step, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into key_leak_step (key_id, step, done_at)
                        values (:key, :step, :at)
                        on conflict do nothing
                        """)
                .bind("key", key)
                .bind("step", step.name())
                .bind("at", at)
                .execute());
    }

    void untick(KeyId key, LeakStep step) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        delete from key_leak_step
                        where key_id = :key and step = :step
                        """)
                .bind("key", key)
                .bind("step", step.name())
                .execute());
    }
}
