package dev.porteclef.key;

import java.time.Duration;
import java.time.Instant;

/// How old a key's secret may get. Ninety days is the advice given everywhere in the portal; no exchange enforces it.
public enum Rotation {
    FINE,
    /// Within two weeks of ninety days.
    DUE,
    OVERDUE;

    static final Duration DUE_AFTER = Duration.ofDays(76);
    static final Duration OVERDUE_AFTER = Duration.ofDays(90);

    /// Of a key that was connected at `connected`.
    public static Rotation of(Instant connected, Instant now) {
        var age = Duration.between(connected, now);
        if (age.compareTo(OVERDUE_AFTER) >= 0) {
            return OVERDUE;
        }
        return age.compareTo(DUE_AFTER) >= 0 ? DUE : FINE;
    }

    /// The key of its text in both languages.
    public String translationKey() {
        return "key.rotation." + name();
    }
}
