package dev.porteclef.exchange;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Answer.Declined;
import dev.porteclef.exchange.Answer.Told;
import dev.porteclef.exchange.ExchangeAdapter.Inquiry;
import dev.porteclef.exchange.ExchangeTransport.Failure;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.testing.FaultProxy;
import dev.porteclef.testing.FaultProxy.Fault;
import dev.porteclef.testing.FaultProxy.Side;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the network does between the portal and an exchange that would have answered well: the real adapter is told
/// nothing, says nothing about the key, and asks only once.
@Timeout(60)
class FaultsTest {

    private static final Duration LONG = Duration.ofSeconds(8);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final StagedBitfinex bitfinex = new StagedBitfinex();
    private final FaultProxy proxy = new FaultProxy(bitfinex.address().getPort());
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicLong nonce = new AtomicLong(1_790_274_000_000L);

    @AfterEach
    void stop() {
        gate.countDown();
        proxy.close();
        bitfinex.close();
    }

    @Test
    void a_network_that_does_nothing_changes_nothing() {
        assertThat(ask(LONG)).isInstanceOf(Told.class);
        assertThat(proxy.passed(Side.TARGET)).isGreaterThan(SPOT_RIGHTS.length());
    }

    @Test
    void a_refused_connection_is_unreachable() {
        proxy.refuse();
        assertFailed(ask(LONG), Failure.NOT_CONNECTED, Outcome.UNREACHABLE);
        proxy.listen();
        assertThat(ask(LONG)).as("once it listens again").isInstanceOf(Told.class);
    }

    @Test
    void a_connection_without_an_answer_is_too_slow() {
        proxy.play(new Fault.Silence());
        assertFailed(ask(SHORT), Failure.TIMED_OUT, Outcome.TOO_SLOW);
        assertThat(bitfinex.asked()).isEmpty();
    }

    @Test
    void a_question_broken_off_at_any_byte_is_no_verdict() {
        ask(LONG);
        var length = proxy.passed(Side.CLIENT);
        bitfinex.reset();
        var transport = Transports.within(LONG);
        for (var bytes = 1L; bytes < length; bytes += 7) {
            proxy.play(new Fault.Reset(Side.CLIENT, bytes));
            assertFailed(ask(transport, proxy), Failure.BROKEN_OFF, Outcome.BROKEN_OFF);
        }
        assertThat(bitfinex.asked()).as("questions that arrived whole").isEmpty();
    }

    @Test
    void an_answer_cut_off_at_any_byte_is_no_verdict_and_not_asked_for_again() {
        ask(LONG);
        var length = proxy.passed(Side.TARGET);
        var transport = Transports.within(LONG);
        for (var bytes = 0L; bytes < length; bytes++) {
            proxy.play(bytes % 2 == 0 ? new Fault.Cut(Side.TARGET, bytes) : new Fault.Reset(Side.TARGET, bytes));
            assertFailed(ask(transport, proxy), Failure.BROKEN_OFF, Outcome.BROKEN_OFF);
        }
        // Who is cut off at once may still be heard after the next one: each is known by its nonce.
        assertThat(bitfinex.asked().stream().map(StagedBitfinex.Asked::nonce)).doesNotHaveDuplicates();
        proxy.play(new Fault.Cut(Side.TARGET, length));
        assertThat(ask(LONG)).as("cut after the last byte").isInstanceOf(Told.class);
    }

    @Test
    void an_answer_without_a_length_that_is_cut_off_at_any_byte_is_no_verdict() throws Exception {
        try (var server = new BareServer()) {
            server.serve((_, out) -> out.write(
                    ("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + SPOT_RIGHTS + "\n").getBytes(US_ASCII)));
            try (var cutting = new FaultProxy(server.port())) {
                assertThat(ask(LONG, cutting)).isInstanceOf(Told.class);
                var length = cutting.passed(Side.TARGET);
                var transport = Transports.within(LONG);
                for (var bytes = 0L; bytes < length - 1; bytes++) {
                    cutting.play(new Fault.Cut(Side.TARGET, bytes));
                    assertThat(ask(transport, cutting))
                            .as("cut at byte %d", bytes)
                            .isInstanceOfSatisfying(
                                    Declined.class,
                                    declined -> assertThat(declined.outcome())
                                            .isIn(Outcome.BROKEN_OFF, Outcome.NOT_ITS_ANSWER));
                }
            }
        }
    }

    @Test
    void an_answer_held_back_is_too_slow_and_a_late_one_is_ignored() {
        proxy.play(new Fault.Hold(Side.TARGET, 150, gate));
        assertFailed(ask(SHORT), Failure.TIMED_OUT, Outcome.TOO_SLOW);
        gate.countDown();
        assertThat(ask(LONG)).as("the next question has its own answer").isInstanceOf(Told.class);
    }

    @Test
    void an_answer_held_back_for_less_than_the_bound_is_taken() throws Exception {
        proxy.play(new Fault.Hold(Side.TARGET, 150, gate));
        try (var thread = Executors.newSingleThreadExecutor()) {
            var answer = thread.submit(() -> ask(LONG));
            while (bitfinex.asked().isEmpty() || proxy.passed(Side.TARGET) < 150) {
                Thread.onSpinWait();
            }
            assertThat(answer.isDone()).isFalse();
            gate.countDown();
            assertThat(answer.get()).isInstanceOf(Told.class);
        }
    }

    @Test
    void an_answer_that_trickles_in_is_too_slow_as_a_whole() {
        // Each byte comes in time; a bound on every read alone would wait for all of them.
        proxy.play(new Fault.Trickle(Side.TARGET, Duration.ofMillis(20)));
        assertFailed(ask(Duration.ofMillis(500)), Failure.TIMED_OUT, Outcome.TOO_SLOW);
        assertThat(proxy.passed(Side.TARGET)).isPositive();
    }

    @Test
    void an_answer_with_turned_bits_is_no_verdict_wherever_they_are() {
        ask(LONG);
        var length = proxy.passed(Side.TARGET);
        for (var from = 0L; from < length; from += 13) {
            proxy.play(new Fault.Garble(Side.TARGET, from));
            assertThat(ask(SHORT))
                    .as("from byte %d", from)
                    .isInstanceOfSatisfying(
                            Declined.class,
                            declined ->
                                    assertThat(declined.outcome().isVerdict()).isFalse());
        }
    }

    @Test
    void a_reused_connection_that_dies_is_not_asked_a_second_time() {
        ask(LONG);
        var length = proxy.passed(Side.TARGET);
        bitfinex.reset();
        proxy.play(new Fault.Reset(Side.TARGET, length + 40));
        var transport = Transports.within(LONG);
        assertThat(ask(transport, proxy)).isInstanceOf(Told.class);
        assertFailed(ask(transport, proxy), Failure.BROKEN_OFF, Outcome.BROKEN_OFF);
        assertThat(proxy.connections()).as("with the one before").isEqualTo(2);
        assertThat(bitfinex.asked())
                .extracting(StagedBitfinex.Asked::nonce)
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(bitfinex.paths()).containsOnly(PERMISSIONS);
    }

    @Test
    void a_name_that_does_not_exist_is_unreachable() {
        assertFailed(
                ask(Transports.within(LONG), URI.create("https://exchange.invalid")),
                Failure.NAME_NOT_FOUND,
                Outcome.UNREACHABLE);
    }

    private Answer<GrantedPermissions> ask(Duration patience) {
        return ask(patience, proxy);
    }

    private Answer<GrantedPermissions> ask(Duration patience, FaultProxy through) {
        return ask(Transports.within(patience), through);
    }

    private Answer<GrantedPermissions> ask(ExchangeTransport transport, FaultProxy through) {
        return ask(transport, URI.create("http://127.0.0.1:" + through.port()));
    }

    private Answer<GrantedPermissions> ask(ExchangeTransport transport, URI endpoint) {
        try (var credentials = new Credentials(Map.of("apiKey", Secret.of("key"), "apiSecret", Secret.of("word")))) {
            return StagedBitfinex.adapter(transport)
                    .permissions(new Inquiry(RealExchanges.bitfinex(), endpoint, credentials, nonce::incrementAndGet));
        }
    }

    private static void assertFailed(Answer<?> answer, Failure failure, Outcome outcome) {
        assertThat(answer).isInstanceOfSatisfying(Declined.class, declined -> {
            assertThat(declined.evidence().text()).isEqualTo(failure.name());
            assertThat(declined.outcome()).isEqualTo(outcome);
            assertThat(declined.outcome().isVerdict()).isFalse();
            assertThat(declined.evidence().answerHash()).isNull();
        });
    }
}
