package dev.porteclef.operation;

import dev.porteclef.platform.config.Installation;
import dev.porteclef.vault.MasterKeyCheck;
import dev.porteclef.vault.MasterKeyException;
import java.nio.file.Path;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether the master key, read anew from its folder, opens what the database was sealed with. A node that has started
/// goes on with the key it has read; this tells before the next start that it would be refused.
@Component
class MasterKeyHealthIndicator implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Jdbi jdbi;
    private final Path keys;

    MasterKeyHealthIndicator(Jdbi jdbi, Installation installation) {
        this.jdbi = jdbi;
        this.keys = installation.keys();
    }

    @Override
    public Health health() {
        try {
            return Within.of(PATIENCE, this::open);
        } catch (IllegalStateException e) {
            return Health.unknown()
                    .withDetail("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }

    private Health open() {
        try {
            MasterKeyCheck.check(jdbi, keys);
            return Health.up().build();
        } catch (MasterKeyException e) {
            return Health.down()
                    .withDetail("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
