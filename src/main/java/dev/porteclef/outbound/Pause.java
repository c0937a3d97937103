package dev.porteclef.outbound;

import java.time.Duration;

/// Waits, parking the (virtual) thread, but not beyond the beginning of a stop; tests replace it by one that does not.
@FunctionalInterface
public interface Pause {

    void of(Duration length);
}
