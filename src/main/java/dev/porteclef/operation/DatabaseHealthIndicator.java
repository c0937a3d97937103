package dev.porteclef.operation;

import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether the database answers, and how long it takes.
@Component
class DatabaseHealthIndicator implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Jdbi jdbi;

    DatabaseHealthIndicator(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Health health() {
        var began = System.nanoTime();
        try {
            Within.of(
                    PATIENCE,
                    () -> jdbi.withHandle(handle ->
                            handle.createQuery("select 1").mapTo(Integer.class).one()));
            return Health.up()
                    .withDetail(
                            "milliseconds",
                            Duration.ofNanos(System.nanoTime() - began).toMillis())
                    .build();
        } catch (IllegalStateException e) {
            return Health.down()
                    .withDetail("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
