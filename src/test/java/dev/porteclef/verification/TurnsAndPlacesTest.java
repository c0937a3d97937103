package dev.porteclef.verification;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.verification.VerificationFixture.KEY;
import static dev.porteclef.verification.VerificationFixture.spot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.Route;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import dev.porteclef.outbound.Errand.Priority;
import dev.porteclef.outbound.Gates;
import dev.porteclef.outbound.Lane;
import dev.porteclef.outbound.OutboundGate;
import dev.porteclef.platform.lifecycle.Stopping;
import dev.porteclef.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who waits for whom, between the turn of a key and a place at the gate, and for how long.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TurnsAndPlacesTest {

    private static final byte[] FINGERPRINT = KEY.getBytes(StandardCharsets.UTF_8);

    private final Stopping stopping = new Stopping();
    private final CountDownLatch queued = new CountDownLatch(1);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_person_does_not_wait_for_the_watch_that_waits_at_the_gate(TestDatabase database) throws Exception {
        try (var fixture = new VerificationFixture(database);
                var open = new StagedBitfinex()) {
            var gate = gate(fixture);
            var turns = fixture.turns(stopping::pause, stopping);
            close(gate, fixture);
            var watch = watch(fixture.verifications(fixture.bitfinex, turns, gate, stopping::pause));
            var person = fixture.verifications(open, turns, gate, stopping::pause);
            assertThat(person.verify(spot(KEY), _ -> {}).verdict()).isInstanceOf(Verdict.Accepted.class);
            assertThat(watch.isDone()).isFalse();
            stopping.begin();
            assertThat(watch.get().noVerdict()).isEqualTo(Outcome.NO_TURN);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_stop_ends_a_conversation_that_waits_and_lets_go_of_its_key(TestDatabase database) throws Exception {
        try (var fixture = new VerificationFixture(database)) {
            var gate = gate(fixture);
            closeAfterThePermissions(gate, fixture);
            var verifications = fixture.verifications(
                    fixture.bitfinex, fixture.turns(stopping::pause, stopping), gate, stopping::pause);
            var watch = watch(verifications);
            var nonces = new JdbiNonces(fixture.jdbi());
            assertThat(nonces.next(FINGERPRINT, UUID.randomUUID(), fixture.clock.instant()))
                    .as("the key is held between two questions")
                    .isEmpty();
            stopping.begin();
            assertThat(watch.get().noVerdict()).isEqualTo(Outcome.NO_TURN);
            assertThat(nonces.next(FINGERPRINT, UUID.randomUUID(), fixture.clock.instant()))
                    .isPresent();
            assertThat(gate.waiting(Priority.WATCH)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_stop_ends_the_wait_for_a_key_that_this_process_or_another_holds(TestDatabase database) {
        try (var fixture = new VerificationFixture(database)) {
            var turns = fixture.turns(stopping::pause, stopping);
            var waits = new CountDownLatch(1);
            var another = fixture.turns(
                    length -> {
                        waits.countDown();
                        stopping.pause(length);
                    },
                    stopping);
            long held = turns.take(FINGERPRINT, nonces -> {
                var nonce = nonces.next();
                var here = waiting(turns);
                var there = waiting(another);
                await(waits);
                stopping.begin();
                isBusy(here);
                isBusy(there);
                return nonce;
            });
            assertThat(turns.<Long>take(FINGERPRINT, nonces -> nonces.next()))
                    .as("who need not wait has a turn")
                    .isGreaterThan(held);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoever_waits_for_a_key_too_long_is_told_so(TestDatabase database) {
        try (var fixture = new VerificationFixture(database)) {
            fixture.turns(stopping::pause, stopping).take(FINGERPRINT, nonces -> {
                var begun = fixture.clock.instant();
                // Within thirty seconds a node that is gone would have let go: this one does not.
                var another = fixture.turns(
                        length -> {
                            fixture.clock.turnBy(length);
                            nonces.next();
                        },
                        stopping);
                nonces.next();
                isBusy(waiting(another));
                assertThat(Duration.between(begun, fixture.clock.instant())).isEqualTo(Duration.ofSeconds(45));
                return begun;
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_person_waits_a_minute_for_all_questions_together(TestDatabase database) {
        assertThat(waitOf(database, Priority.PERSON, Duration.ofSeconds(40)))
                .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_watch_waits_half_a_minute_for_all_questions_together(TestDatabase database) {
        assertThat(waitOf(database, Priority.WATCH, Duration.ofSeconds(20)))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(32));
    }

    /// Of a conversation whose lanes are closed for `first`, and then again before its second question.
    private static Duration waitOf(TestDatabase database, Priority priority, Duration first) {
        try (var fixture = new VerificationFixture(database)) {
            var gate = Gates.usual(fixture.jdbi(), fixture.clock::turnBy, new Stopping(), fixture.clock);
            closeAfterThePermissions(gate, fixture);
            gate.stayAway(Route.DIRECT, lane(fixture), first);
            var begun = fixture.clock.instant();
            var found = fixture.mannered(gate).verify(spot(KEY), priority, _ -> {});
            assertThat(found.noVerdict()).isEqualTo(Outcome.NO_TURN);
            assertThat(fixture.bitfinex.paths()).containsExactly(PERMISSIONS);
            return Duration.between(begun, fixture.clock.instant());
        }
    }

    private FutureTask<Verification> watch(Verifications verifications) throws InterruptedException {
        var watch = new FutureTask<>(() -> verifications.verify(spot(KEY), Priority.WATCH, check -> {
            if (check.place() != null) {
                queued.countDown();
            }
        }));
        Thread.ofVirtual().start(watch);
        queued.await();
        return watch;
    }

    private static FutureTask<Long> waiting(KeyTurns turns) {
        var waiting = new FutureTask<Long>(() -> turns.take(FINGERPRINT, nonces -> nonces.next()));
        Thread.ofVirtual().start(waiting);
        return waiting;
    }

    private static void isBusy(FutureTask<Long> waiting) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(waiting::get)
                .withCauseInstanceOf(KeyTurns.KeyIsBusy.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private OutboundGate gate(VerificationFixture fixture) {
        return Gates.usual(fixture.jdbi(), stopping::pause, stopping, fixture.clock);
    }

    private static void closeAfterThePermissions(OutboundGate gate, VerificationFixture fixture) {
        fixture.bitfinex.answer(PERMISSIONS, _ -> {
            close(gate, fixture);
            return Given.of(200, SPOT_RIGHTS);
        });
    }

    private static void close(OutboundGate gate, VerificationFixture fixture) {
        gate.stayAway(Route.DIRECT, lane(fixture), Duration.ofMinutes(10));
    }

    private static Lane lane(VerificationFixture fixture) {
        return Lane.of(fixture.bitfinex.address(), "permissions", true);
    }
}
