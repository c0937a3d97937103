package dev.porteclef.platform.limits;

import java.time.Duration;

/// What a limit answers to one try.
public sealed interface Allowance {

    /// The try is within the limit and has been counted.
    record Allowed() implements Allowance {}

    /// The try is refused and was not counted.
    ///
    /// @param remaining until the next try can succeed; positive
    record Wait(Duration remaining) implements Allowance {

        /// The same in whole minutes for a reader, rounded up, at least 1.
        public long minutes() {
            return Math.max(1, remaining.plusSeconds(59).toMinutes());
        }
    }
}
