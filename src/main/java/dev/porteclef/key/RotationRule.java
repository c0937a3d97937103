package dev.porteclef.key;

import dev.porteclef.platform.config.Installation;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// How old a key's secret may get: the one place that knows (`porteclef.rotation-days`).
@Component
public final class RotationRule {

    /// How long before the end a customer is told.
    private static final int NOTICE_DAYS = 14;

    private final int days;

    public RotationRule(Installation installation) {
        this.days = installation.rotationDays();
    }

    /// After how many days a key should be replaced.
    public int days() {
        return days;
    }

    /// How many days before that its owner is told first.
    public int noticeDays() {
        return Math.min(NOTICE_DAYS, days / 2);
    }

    /// When a key that was connected at `connected` should be replaced.
    public Instant endOf(Instant connected) {
        return connected.plus(Duration.ofDays(days));
    }

    /// Of a key that was connected at `connected`.
    public Rotation of(Instant connected, Instant now) {
        var end = endOf(connected);
        if (!now.isBefore(end)) {
            return Rotation.OVERDUE;
        }
        return now.isBefore(end.minus(Duration.ofDays(noticeDays()))) ? Rotation.FINE : Rotation.DUE;
    }
}
