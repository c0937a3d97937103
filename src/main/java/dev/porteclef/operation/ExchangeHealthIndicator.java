package dev.porteclef.operation;

import dev.porteclef.watch.Incidents;
import dev.porteclef.watch.WatchFigures;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// What is wrong with exchanges just now. It is always up: a portal whose exchange is down serves its pages all
/// the same, and no other node could help.
@Component
class ExchangeHealthIndicator implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Incidents incidents;
    private final WatchFigures watch;

    ExchangeHealthIndicator(Incidents incidents, WatchFigures watch) {
        this.incidents = incidents;
        this.watch = watch;
    }

    @Override
    public Health health() {
        var health = Health.up().withDetail("circuitBreakers", watch.breakers());
        try {
            var open = Within.of(PATIENCE, incidents::current).stream()
                    .map(incident -> Map.of(
                            "exchange", incident.exchange().value(),
                            "environment", incident.environment().name(),
                            "kind", incident.kind().name(),
                            "since", incident.since().toString()))
                    .toList();
            return health.withDetail("incidents", open).build();
        } catch (IllegalStateException e) {
            return health.withDetail("incidents", "unknown").build();
        }
    }
}
