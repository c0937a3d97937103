package dev.porteclef.outbound;

import dev.porteclef.exchange.Route;
import dev.porteclef.platform.lifecycle.Stopping;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Gates for tests.
public final class Gates {

    private Gates() {}

    /// One that nobody waits at.
    public static OutboundGate open(Jdbi jdbi) {
        return new OutboundGate(
                jdbi, List.of(Route.DIRECT), Pace.UNLIMITED, Pace.UNLIMITED, _ -> {}, Clock.systemUTC());
    }

    /// One straight out that allows the usual 30 calls a minute of one question, 10 of them at once.
    public static OutboundGate usual(Jdbi jdbi, Pause pause, Stopping stopping, Clock clock) {
        var pace = new Pace(30, 10);
        return new OutboundGate(jdbi, List.of(Route.DIRECT), pace, pace, pause, stopping, clock, GateNews.UNHEARD);
    }
}
