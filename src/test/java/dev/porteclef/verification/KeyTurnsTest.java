package dev.porteclef.verification;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.verification.VerificationFixture.KEY;
import static dev.porteclef.verification.VerificationFixture.spot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import dev.porteclef.outbound.Gates;
import dev.porteclef.platform.lifecycle.Stopping;
import dev.porteclef.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The exchange refuses a nonce that is not larger than the last it saw, in the order of arrival: so must we count.
@Timeout(60)
class KeyTurnsTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void one_key_is_asked_about_by_one_conversation_at_a_time_in_growing_nonces(TestDatabase database)
            throws Exception {
        try (var fixture = new VerificationFixture(database)) {
            var speaking = new AtomicInteger();
            var most = new AtomicInteger();
            fixture.bitfinex.answer(PERMISSIONS, _ -> {
                most.accumulateAndGet(speaking.incrementAndGet(), Math::max);
                speaking.decrementAndGet();
                return Given.of(200, SPOT_RIGHTS);
            });
            var verifications = fixture.verifications();
            inParallel(20, () -> verifications.verify(spot(KEY), _ -> {}));
            assertThat(most).hasValue(1);
            assertThat(nonces(fixture)).hasSize(40).isSorted().doesNotHaveDuplicates();
            assertThat(fixture.bitfinex.paths())
                    .as("no conversation interrupts another")
                    .isEqualTo(IntStream.range(0, 40)
                            .mapToObj(call -> call % 2 == 0 ? PERMISSIONS : StagedBitfinex.WALLETS)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void two_processes_on_one_database_never_give_out_the_same_nonce(TestDatabase database) throws Exception {
        try (var fixture = new VerificationFixture(database)) {
            var one = patient(fixture);
            var other = patient(fixture);
            var turn = new AtomicInteger();
            inParallel(20, () -> (turn.getAndIncrement() % 2 == 0 ? one : other).verify(spot(KEY), _ -> {}));
            assertThat(nonces(fixture)).hasSize(40).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nonces_grow_across_a_restart_and_a_clock_set_back(TestDatabase database) {
        try (var fixture = new VerificationFixture(database)) {
            var began = fixture.clock.millis();
            fixture.verifications().verify(spot(KEY), _ -> {});
            fixture.clock.turnBy(Duration.ofHours(-1));
            fixture.verifications().verify(spot(KEY), _ -> {});
            assertThat(nonces(fixture)).containsExactly(began, began + 1, began + 2, began + 3);
            fixture.clock.turnBy(Duration.ofHours(2));
            fixture.verifications().verify(spot(KEY), _ -> {});
            assertThat(nonces(fixture)).endsWith(fixture.clock.millis(), fixture.clock.millis() + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void each_key_counts_for_itself(TestDatabase database) {
        try (var fixture = new VerificationFixture(database)) {
            var verifications = fixture.verifications();
            verifications.verify(spot(KEY), _ -> {});
            verifications.verify(spot("another"), _ -> {});
            assertThat(nonces(fixture).get(2)).isEqualTo(fixture.clock.millis());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_node_whose_clock_was_ahead_holds_no_key_after_it_is_set_right(TestDatabase database) {
        try (var fixture = new VerificationFixture(database)) {
            var nonces = new JdbiNonces(fixture.jdbi());
            var key = KEY.getBytes(StandardCharsets.UTF_8);
            var wrong = fixture.clock.instant().plus(Duration.ofMinutes(10));
            var sent = nonces.next(key, UUID.randomUUID(), wrong).orElseThrow();
            var now = fixture.clock.instant();
            assertThat(nonces.next(key, UUID.randomUUID(), now)).contains(sent + 1);
            assertThat(nonces.next(key, UUID.randomUUID(), now.minusSeconds(4)))
                    .as("a clock that is a little ahead counts")
                    .isEmpty();
        }
    }

    /// One that really waits for the other process: without a pause its looks are over before the other has ended.
    private static Verifications patient(VerificationFixture fixture) {
        var stopping = new Stopping();
        return fixture.verifications(
                fixture.bitfinex,
                fixture.turns(stopping::pause, stopping),
                Gates.open(fixture.jdbi()),
                stopping::pause);
    }

    private static List<Long> nonces(VerificationFixture fixture) {
        return fixture.bitfinex.asked().stream()
                .map(StagedBitfinex.Asked::nonce)
                .toList();
    }

    private static <T> void inParallel(int threads, Callable<T> task) throws Exception {
        try (var executor = Executors.newFixedThreadPool(threads)) {
            for (var done : executor.invokeAll(
                    IntStream.range(0, threads).mapToObj(_ -> task).toList())) {
                done.get();
            }
        }
    }
}
