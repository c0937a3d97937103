package dev.porteclef.verification;

import java.time.Duration;

/// Waits before a second try; tests replace it by one that does not.
@FunctionalInterface
interface Pause {

    void of(Duration length);
}
