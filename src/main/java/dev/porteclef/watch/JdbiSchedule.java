package dev.porteclef.watch;

import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/// Looks at db-scheduler's table; only it writes there.
final class JdbiSchedule {

    private final Jdbi jdbi;

    JdbiSchedule(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    int unbegun(Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*)
                        from scheduled_tasks
                        where execution_time <= :since and picked = false
                        """)
                .bind("since", since)
                .mapTo(Integer.class)
                .one());
    }
}
