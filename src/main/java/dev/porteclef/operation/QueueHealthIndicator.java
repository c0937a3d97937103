package dev.porteclef.operation;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether what waits for an exchange gets its turn. A long queue is not a fault; a watch that is an hour behind has
/// nobody who works it off.
@Component
class QueueHealthIndicator implements HealthIndicator {

    private final Figures figures;

    QueueHealthIndicator(Figures figures) {
        this.figures = figures;
    }

    @Override
    public Health health() {
        var now = figures.now();
        if (!now.known()) {
            return Health.unknown()
                    .withDetail("reason", "the database does not answer")
                    .build();
        }
        var health = now.overdue() > 0 ? Health.down() : Health.up();
        return health.withDetail("peopleWaiting", (long) now.peopleWaiting())
                .withDetail("watchWaiting", (long) now.watchWaiting())
                .withDetail("longestWaitSeconds", (long) now.longestWaitSeconds())
                .withDetail("tasksDue", (long) now.due())
                .withDetail("tasksAnHourBehind", (long) now.overdue())
                .build();
    }
}
