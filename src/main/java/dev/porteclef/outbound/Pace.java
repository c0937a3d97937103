package dev.porteclef.outbound;

import dev.porteclef.outbound.Errand.Priority;
import java.time.Duration;

/// How fast one question may be asked from one address.
///
/// @param perMinute in the long run; 0: as fast as anybody likes
/// @param burst how many may go out at once after a quiet time
record Pace(int perMinute, int burst) {

    static final Pace UNLIMITED = new Pace(0, 2);

    Pace {
        if (perMinute < 0 || burst < 2) {
            throw new IllegalArgumentException("at least two at once");
        }
    }

    boolean isUnlimited() {
        return perMinute == 0;
    }

    /// The time one call uses up.
    Duration interval() {
        return Duration.ofMinutes(1).dividedBy(perMinute);
    }

    /// How far a lane can be used up beforehand at the most.
    Duration reach() {
        return interval().multipliedBy(burst);
    }

    /// How far calls may run ahead. Half of a burst is kept for people, so that the watch never makes them wait.
    Duration headStart(Priority priority) {
        return switch (priority) {
            case PERSON -> interval().multipliedBy(burst - 1L);
            case WATCH -> interval().multipliedBy(burst / 2 - 1L);
        };
    }
}
