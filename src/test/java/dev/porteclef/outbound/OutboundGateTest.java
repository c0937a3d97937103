package dev.porteclef.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Route;
import dev.porteclef.outbound.Errand.Priority;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TurnableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class OutboundGateTest {

    /// One every two seconds, ten at once.
    private static final Pace PACE = new Pace(30, 10);
    private static final Lane LANE = new Lane("api.example.org:443", "permissions", false);
    private static final Route HOME = new Route("203.0.113.1", null, null);
    private static final Route OFFICE = new Route("203.0.113.2", null, null);

    private final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final List<Integer> places = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void people_may_burst_and_then_go_at_the_pace(TestDatabase database) {
        var gate = gate(database.fresh().jdbi(), HOME);
        for (var call = 0; call < 10; call++) {
            assertThat(waitOf(gate, Priority.PERSON)).isZero();
        }
        assertThat(places).as("nobody was ahead of anybody").isEmpty();
        for (var call = 0; call < 5; call++) {
            assertThat(waitOf(gate, Priority.PERSON)).isBetween(Duration.ofMillis(1_750), Duration.ofMillis(2_250));
        }
        assertThat(places).containsOnly(1);
        clock.turnBy(Duration.ofMinutes(1));
        assertThat(waitOf(gate, Priority.PERSON)).isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_watch_leaves_half_of_a_burst_to_people(TestDatabase database) {
        var gate = gate(database.fresh().jdbi(), HOME);
        for (var call = 0; call < 5; call++) {
            assertThat(waitOf(gate, Priority.WATCH)).isZero();
        }
        assertThat(waitOf(gate, Priority.PERSON)).isZero();
        assertThat(waitOf(gate, Priority.WATCH)).isPositive();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void each_question_and_each_address_is_counted_by_itself(TestDatabase database) {
        var gate = gate(database.fresh().jdbi(), HOME, OFFICE);
        for (var call = 0; call < 20; call++) {
            assertThat(waitOf(gate, Priority.PERSON)).isZero();
        }
        assertThat(waitOf(gate, Priority.PERSON)).isPositive();
        var balance = new Lane(LANE.host(), "balance", false);
        assertThat(gate.pass(balance, Errand.of(Priority.PERSON, clock.instant(), places::add)))
                .isPresent();
        assertThat(gate.perMinute(false)).isEqualTo(60);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_address_that_is_asked_to_stay_away_does_and_the_other_goes_on(TestDatabase database) {
        var gate = gate(database.fresh().jdbi(), HOME, OFFICE);
        gate.stayAway(HOME, LANE, Duration.ofSeconds(60));
        gate.stayAway(HOME, LANE, Duration.ofSeconds(5));
        for (var call = 0; call < 5; call++) {
            assertThat(gate.pass(LANE, Errand.of(Priority.PERSON, clock.instant(), places::add)))
                    .contains(OFFICE);
        }
        gate.stayAway(OFFICE, LANE, Duration.ofSeconds(30));
        assertThat(waitOf(gate, Priority.PERSON)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        assertThat(gate.pass(
                        new Lane("other.example.org", "permissions", false),
                        Errand.of(Priority.PERSON, clock.instant(), _ -> {})))
                .as("another exchange has said nothing")
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void patience_ends_and_leaves_nothing_behind(TestDatabase database) {
        var jdbi = database.fresh().jdbi();
        var gate = gate(jdbi, HOME);
        gate.stayAway(HOME, LANE, Duration.ofHours(1));
        assertThat(gate.pass(LANE, Errand.of(Priority.PERSON, clock.instant(), places::add)))
                .isEmpty();
        assertThat(gate.waiting(Priority.PERSON)).isZero();
        assertThat(tickets(jdbi)).isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void people_go_before_the_watch_and_the_first_before_the_second(TestDatabase database) {
        var jdbi = database.fresh().jdbi();
        var outbound = new JdbiOutbound(jdbi);
        var now = clock.instant();
        var watch = outbound.draw(LANE, Priority.WATCH, now);
        var first = outbound.draw(LANE, Priority.PERSON, now);
        var second = outbound.draw(LANE, Priority.PERSON, now);
        assertThat(ahead(outbound, Priority.PERSON, first, now)).isZero();
        assertThat(ahead(outbound, Priority.PERSON, second, now)).isOne();
        assertThat(ahead(outbound, Priority.WATCH, watch, now)).isEqualTo(2);
        assertThat(outbound.enter(LANE, "a", PACE, Priority.WATCH, watch, now)).isFalse();
        assertThat(outbound.enter(LANE, "a", PACE, Priority.PERSON, second, now))
                .isFalse();
        assertThat(outbound.enter(LANE, "a", PACE, Priority.PERSON, Ticket.NONE, now))
                .as("whoever comes now queues up")
                .isFalse();
        assertThat(outbound.enter(LANE, "a", PACE, Priority.PERSON, first, now)).isTrue();

        var later = now.plusSeconds(6);
        outbound.show(watch, later);
        assertThat(outbound.enter(LANE, "a", PACE, Priority.WATCH, watch, later))
                .as("those in front are not seen any more")
                .isTrue();
        outbound.sweep(later);
        assertThat(tickets(jdbi)).isOne();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void two_nodes_at_once_never_let_more_through_than_one(TestDatabase database) throws Exception {
        var jdbi = database.fresh().jdbi();
        var outbound = new JdbiOutbound(jdbi);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Future<Boolean>>();
            for (var call = 0; call < 60; call++) {
                tries.add(threads.submit(
                        () -> outbound.enter(LANE, "a", PACE, Priority.PERSON, Ticket.NONE, clock.instant())));
            }
            var through = 0;
            for (var one : tries) {
                through += one.get() ? 1 : 0;
            }
            assertThat(through).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoever_waits_looks_again_when_the_turn_may_have_come(TestDatabase database) {
        var jdbi = database.fresh().jdbi();
        var tenASecond = new Pace(600, 10);
        var waits = new ArrayList<Duration>();
        var gate = new OutboundGate(
                jdbi,
                List.of(HOME),
                tenASecond,
                tenASecond,
                length -> {
                    waits.add(length);
                    clock.turnBy(length);
                },
                clock);
        for (var call = 0; call < 10; call++) {
            waitOf(gate, Priority.PERSON);
        }
        assertThat(waitOf(gate, Priority.WATCH))
                .as("as long as the lane is used up, and not until some next look")
                .isEqualTo(Duration.ofMillis(600));
        waits.clear();
        var outbound = new JdbiOutbound(jdbi);
        var otherQuestion = new Lane(LANE.host(), "balance", false);
        for (var other = 0; other < 3; other++) {
            outbound.draw(LANE, Priority.WATCH, clock.instant());
            outbound.draw(otherQuestion, Priority.WATCH, clock.instant());
        }
        waitOf(gate, Priority.WATCH);
        assertThat(waits.getFirst()).as("behind three others").isEqualTo(Duration.ofMillis(400));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_clock_that_was_ahead_and_is_set_right_closes_nothing(TestDatabase database) {
        var jdbi = database.fresh().jdbi();
        var gate = gate(jdbi, HOME);
        var outbound = new JdbiOutbound(jdbi);
        clock.turnBy(Duration.ofMinutes(10));
        for (var call = 0; call < 10; call++) {
            assertThat(waitOf(gate, Priority.PERSON)).isZero();
        }
        var ahead = outbound.draw(LANE, Priority.PERSON, clock.instant());
        clock.turnBy(Duration.ofMinutes(-10));
        var now = clock.instant();
        var ticket = outbound.draw(LANE, Priority.PERSON, now);
        assertThat(outbound.prospect(LANE, List.of(HOME.address()), PACE, Priority.PERSON, ticket, now))
                .as("neither the lane nor who was there")
                .isEqualTo(new JdbiOutbound.Prospect(0, now));
        outbound.drop(ticket);
        assertThat(gate.waiting(Priority.PERSON)).isZero();
        assertThat(gate.longestWait()).isEmpty();
        for (var call = 0; call < 10; call++) {
            assertThat(waitOf(gate, Priority.PERSON)).isZero();
        }
        assertThat(waitOf(gate, Priority.PERSON)).as("the limit holds").isPositive();
        assertThat(outbound.show(ahead, now.plusSeconds(60))).isTrue();
        outbound.sweep(now);
        assertThat(tickets(jdbi)).isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_clock_that_is_a_little_ahead_counts(TestDatabase database) {
        var jdbi = database.fresh().jdbi();
        var outbound = new JdbiOutbound(jdbi);
        var now = clock.instant();
        var ahead = now.plusSeconds(4);
        for (var call = 0; call < 10; call++) {
            assertThat(outbound.enter(LANE, "a", PACE, Priority.PERSON, Ticket.NONE, ahead))
                    .isTrue();
        }
        assertThat(outbound.enter(LANE, "a", PACE, Priority.PERSON, Ticket.NONE, now))
                .isFalse();
        outbound.draw(LANE, Priority.PERSON, ahead);
        assertThat(gate(jdbi, HOME).waiting(Priority.PERSON)).isOne();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoever_was_swept_away_draws_again(TestDatabase database) {
        var jdbi = database.fresh().jdbi();
        var seen = new ArrayList<Integer>();
        var gates = new ArrayList<OutboundGate>();
        gates.add(new OutboundGate(
                jdbi,
                List.of(HOME),
                PACE,
                PACE,
                _ -> {
                    seen.add(gates.getFirst().waiting(Priority.PERSON));
                    clock.turnBy(Duration.ofSeconds(6));
                    gates.getFirst().sweep();
                },
                clock));
        gates.getFirst().stayAway(HOME, LANE, Duration.ofSeconds(15));
        waitOf(gates.getFirst(), Priority.PERSON);
        assertThat(seen).containsExactly(1, 1, 1);
        assertThat(tickets(jdbi)).isZero();
    }

    private int ahead(JdbiOutbound outbound, Priority priority, Ticket ticket, Instant now) {
        return outbound.prospect(LANE, List.of("a"), PACE, priority, ticket, now)
                .ahead();
    }

    private Duration waitOf(OutboundGate gate, Priority priority) {
        var before = clock.instant();
        assertThat(gate.pass(LANE, Errand.of(priority, clock.instant(), places::add)))
                .isPresent();
        return Duration.between(before, clock.instant());
    }

    private OutboundGate gate(Jdbi jdbi, Route... routes) {
        return new OutboundGate(jdbi, List.of(routes), PACE, PACE, clock::turnBy, clock);
    }

    private static int tickets(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbound_ticket")
                .mapTo(Integer.class)
                .one());
    }
}
