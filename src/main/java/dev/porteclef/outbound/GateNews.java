package dev.porteclef.outbound;

import dev.porteclef.outbound.Errand.Priority;
import java.time.Duration;

/// Told what happens at the gate of this node, in the thread that passes it: whoever listens must be quick.
public interface GateNews {

    /// Nobody listens.
    GateNews UNHEARD = new GateNews() {
        @Override
        public void left(Priority priority, boolean passed, Duration waited) {}

        @Override
        public void paused(Lane lane) {}
    };

    /// @param passed whether a place was taken; otherwise patience ended first
    void left(Priority priority, boolean passed, Duration waited);

    /// An exchange has asked one of our addresses to stay away.
    void paused(Lane lane);
}
