package dev.porteclef.support;

import dev.porteclef.key.KeyDeleted;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Nobody waits for an answer about a key that is gone: what was asked about it is settled in the transaction that
/// deletes it.
@Component
class AbandonedQuestions {

    private final JdbiSupportRequests requests;
    private final Clock clock;

    AbandonedQuestions(Jdbi jdbi, Clock clock) {
        this.requests = new JdbiSupportRequests(jdbi);
        this.clock = clock;
    }

    @EventListener
    void settle(KeyDeleted deleted) {
        requests.settle(
                deleted.key(), Glance.Settled.Why.KEY_DELETED, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
