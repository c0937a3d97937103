package dev.porteclef.capture;

import dev.porteclef.exchange.NonceSource;
import java.time.Clock;

/// Milliseconds since 1970, each larger than the last; never another unit, which could lock other programs out of the
/// key for good. One that was given out can be made to come again.
final class Nonces implements NonceSource {

    private final Clock clock;
    private long last;
    private boolean repeating;

    Nonces(Clock clock) {
        this.clock = clock;
    }

    /// Whether the last number comes again, or a larger one.
    void repeat(boolean repeating) {
        this.repeating = repeating;
    }

    @Override
    public long next() {
        if (!repeating) {
            last = Math.max(last + 1, clock.millis());
        }
        return last;
    }
}
