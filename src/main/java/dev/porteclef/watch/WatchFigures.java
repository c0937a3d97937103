package dev.porteclef.watch;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/// How the watch fares, in numbers that name no key and no customer.
@Component
public class WatchFigures {

    private final JdbiSchedule schedule;
    private final Breakers breakers;
    private final Clock clock;

    WatchFigures(Jdbi jdbi, Breakers breakers, Clock clock) {
        this.schedule = new JdbiSchedule(jdbi);
        this.breakers = breakers;
        this.clock = clock;
    }

    /// How many tasks should have begun by now and have not.
    public int due() {
        return overdue(Duration.ZERO);
    }

    /// How many should have begun longer ago than `by`.
    public int overdue(Duration by) {
        return schedule.unbegun(clock.instant().minus(by));
    }

    /// Whether this node calls an exchange by itself (`CLOSED`), pauses (`OPEN`) or tries again (`HALF_OPEN`), by
    /// exchange and environment.
    public Map<String, String> breakers() {
        var states = new TreeMap<String, String>();
        breakers.states().forEach((name, state) -> states.put(name, state.name()));
        return states;
    }
}
