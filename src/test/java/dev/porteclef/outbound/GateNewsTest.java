package dev.porteclef.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Route;
import dev.porteclef.outbound.Errand.Priority;
import dev.porteclef.platform.lifecycle.Stopping;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TurnableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the gate tells of itself.
class GateNewsTest {

    private static final Pace PACE = new Pace(30, 2);
    private static final Lane LANE = new Lane("api.example.org:443", "permissions", false);
    private static final Route HOME = new Route("203.0.113.1", null, null);

    private final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final List<String> told = new ArrayList<>();
    private final List<Duration> longest = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void who_passed_who_gave_up_who_waits_longest_and_that_an_exchange_asked_for_peace(TestDatabase database) {
        var jdbi = database.fresh().jdbi();
        var gate = new OutboundGate[1];
        gate[0] = new OutboundGate(
                jdbi,
                List.of(HOME),
                PACE,
                PACE,
                step -> {
                    clock.turnBy(step);
                    gate[0].longestWait().ifPresent(longest::add);
                },
                new Stopping(),
                clock,
                new Heard());

        gate[0].pass(LANE, Errand.of(Priority.PERSON, clock.instant(), _ -> {}));
        gate[0].stayAway(HOME, LANE, Duration.ofMinutes(2));
        gate[0].pass(LANE, Errand.of(Priority.PERSON, clock.instant(), _ -> {}));

        assertThat(told).containsExactly("PERSON true PT0S", "paused api.example.org:443", "PERSON false PT1M");
        assertThat(longest).isSorted().contains(Duration.ofSeconds(30)).endsWith(Duration.ofMinutes(1));
        assertThat(gate[0].longestWait()).isEmpty();
    }

    private final class Heard implements GateNews {

        @Override
        public void left(Priority priority, boolean passed, Duration waited) {
            told.add(priority + " " + passed + " " + waited);
        }

        @Override
        public void paused(Lane lane) {
            told.add("paused " + lane.host());
        }
    }
}
