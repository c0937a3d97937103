package dev.porteclef.mail;

import java.time.Duration;
import java.util.Optional;

/// How long a mail waits after a failure: a minute, then twice as long each time, never more than three hours. Sixteen
/// attempts make a little more than a day.
final class Pauses {

    static final int ATTEMPTS = 16;

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(3);

    private Pauses() {}

    /// The pause after the attempt of that number, beginning with 1; nothing after the last.
    static Optional<Duration> after(int attempt) {
        if (attempt >= ATTEMPTS) {
            return Optional.empty();
        }
        var doubled = FIRST.multipliedBy(1L << (attempt - 1));
        return Optional.of(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
    }
}
