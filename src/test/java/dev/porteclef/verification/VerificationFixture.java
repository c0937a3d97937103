package dev.porteclef.verification;

import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Endpoints;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeTransport;
import dev.porteclef.exchange.PracticeEndpoint;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.exchange.TestbourseAdapter;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.outbound.Gates;
import dev.porteclef.outbound.OutboundGate;
import dev.porteclef.outbound.Pause;
import dev.porteclef.platform.lifecycle.Stopping;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TurnableClock;
import dev.porteclef.verification.Verifications.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// Verifications with everything real but Bitfinex itself; pauses are noted, not made.
final class VerificationFixture implements AutoCloseable {

    static final String KEY = "kQ3vN8xWb2Lr7TzYc5Hd9Mf1Gp6Js4Au0Xe-KiVoRnB";

    final StagedBitfinex bitfinex = new StagedBitfinex();
    final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-21T08:00:00Z"));
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final TestDatabase.Fresh database;

    VerificationFixture(TestDatabase database) {
        this.database = database.fresh();
    }

    /// As after a restart: nothing of an earlier one is left but the database.
    Verifications verifications() {
        return verifications(bitfinex);
    }

    /// The same with the staged exchange behind something else.
    Verifications verifications(PracticeEndpoint practice) {
        return verifications(practice, turns(pauses::add, new Stopping()), Gates.open(jdbi()), pauses::add);
    }

    /// The same behind a gate with the usual pace; its pauses turn the clock.
    Verifications mannered() {
        return mannered(Gates.usual(jdbi(), clock::turnBy, new Stopping(), clock));
    }

    /// The same behind this gate.
    Verifications mannered(OutboundGate gate) {
        return verifications(bitfinex, turns(clock::turnBy, new Stopping()), gate, clock::turnBy);
    }

    /// One process's turns.
    KeyTurns turns(Pause pause, Stopping stopping) {
        return new KeyTurns(jdbi(), pause, stopping, clock);
    }

    Verifications verifications(PracticeEndpoint practice, KeyTurns turns, OutboundGate gate, Pause pause) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("practice", practice);
        var endpoints = new Endpoints(RealExchanges.catalogue(), beans.getBeanProvider(PracticeEndpoint.class));
        return new Verifications(
                List.of(
                        StagedBitfinex.adapter(new ExchangeTransport(endpoints, Clock.systemUTC())),
                        new TestbourseAdapter(clock)),
                endpoints,
                turns,
                gate,
                pause,
                clock);
    }

    Jdbi jdbi() {
        return database.jdbi();
    }

    static Subject spot(String key) {
        return new Subject(
                RealExchanges.bitfinex(),
                Environment.PRACTICE,
                Strategy.of("spot"),
                new Credentials(Map.of(
                        "apiKey", Secret.of(key),
                        "apiSecret", Secret.of("sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI"))),
                key.getBytes(StandardCharsets.UTF_8));
    }

    static Subject testbourse(String passphrase) {
        Exchange exchange = RealExchanges.testbourse();
        return new Subject(
                exchange,
                Environment.LIVE,
                exchange.defaultStrategy(),
                new Credentials(Map.of(
                        "keyId", Secret.of("tb-123456"),
                        "secret", Secret.of("word"),
                        "passphrase", Secret.of(passphrase),
                        "privateKey", Secret.of("-----BEGIN PRIVATE KEY-----\nabc=\n-----END PRIVATE KEY-----"))),
                "tb-123456".getBytes(StandardCharsets.UTF_8));
    }

    /// `FORMAT PASSED, REACHABLE UNDECIDED, …`, a note in brackets.
    static String told(List<Check> checks) {
        return checks.stream()
                .map(check ->
                        check.kind() + " " + check.state() + (check.note() == null ? "" : "(" + check.note() + ")"))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        bitfinex.close();
    }
}
