package dev.porteclef.verification;

import dev.porteclef.exchange.Answer;
import dev.porteclef.exchange.Answer.Declined;
import dev.porteclef.exchange.Balance;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.ExchangeAdapter;
import dev.porteclef.exchange.ExchangeAdapter.Inquiry;
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.exchange.NonceSource;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.Route;
import dev.porteclef.outbound.Errand;
import dev.porteclef.outbound.Lane;
import dev.porteclef.outbound.OutboundGate;
import dev.porteclef.outbound.Pause;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// Asks an exchange about one key with good manners: each question waits for its place at the gate, takes a fresh nonce
/// only then, is repeated once after a nonce that came too late, and a request to stay away is passed on to the gate.
final class Questions {

    /// How long to wait before the one second try after a nonce was too small: a race is over by then.
    private static final Duration AFTER_NONCE_RACE = Duration.ofMillis(400);
    /// For exchanges that do not say how long they block an address that asks too often.
    private static final Duration STAY_AWAY = Duration.ofSeconds(60);

    private final Verifications.Subject subject;
    private final ExchangeAdapter adapter;
    private final URI endpoint;
    private final NonceSource nonces;
    private final CheckList checks;
    private final Errand errand;
    private final OutboundGate gate;
    private final Pause pause;
    private final Clock clock;

    Questions(
            Verifications.Subject subject,
            ExchangeAdapter adapter,
            URI endpoint,
            NonceSource nonces,
            CheckList checks,
            Errand errand,
            OutboundGate gate,
            Pause pause,
            Clock clock) {
        this.subject = subject;
        this.adapter = adapter;
        this.endpoint = endpoint;
        this.nonces = nonces;
        this.checks = checks;
        this.errand = errand;
        this.gate = gate;
        this.pause = pause;
        this.clock = clock;
    }

    Answer<GrantedPermissions> permissions() {
        return patiently("permissions", adapter::permissions);
    }

    Answer<Balance> balance() {
        return patiently("balance", adapter::balance);
    }

    /// Asks again once when a nonce was too small: another program may just have been quicker. Always in the key's own
    /// unit; a larger one would lock out the customer's own bot for good.
    private <T> Answer<T> patiently(String question, Function<Inquiry, Answer<T>> call) {
        var answer = ask(question, call);
        if (answer instanceof Declined<T> declined && declined.outcome() == Outcome.NONCE_TOO_SMALL) {
            pause.of(AFTER_NONCE_RACE);
            var second = ask(question, call);
            if (!(second instanceof Declined<T> again && again.outcome() == Outcome.NONCE_TOO_SMALL)) {
                checks.raced(declined.evidence());
            }
            return second;
        }
        return answer;
    }

    private <T> Answer<T> ask(String question, Function<Inquiry, Answer<T>> call) {
        var lane = Lane.of(endpoint, question, subject.environment() == Environment.PRACTICE);
        var route = gate.pass(lane, errand).orElse(null);
        if (route == null) {
            return new Declined<>(Outcome.NO_TURN, notAsked());
        }
        checks.admitted();
        Answer<T> answer;
        try {
            answer = call.apply(inquiry(route));
        } catch (KeyTurns.KeyIsBusy e) {
            return new Declined<>(Outcome.NO_TURN, notAsked());
        }
        if (answer instanceof Declined<T>(var outcome, var evidence) && outcome == Outcome.RATE_LIMITED) {
            stayAwayFor(evidence).ifPresent(length -> gate.stayAway(route, lane, length));
        }
        return answer;
    }

    /// As long as the exchange says. Where it says nothing, as long as it is known to; but the practice exchange
    /// refuses whoever asked
    /// for it, and keeps nobody else from practising.
    private Optional<Duration> stayAwayFor(Evidence evidence) {
        return Optional.ofNullable(evidence.retryAfter()).or(() -> switch (subject.environment()) {
            case LIVE -> Optional.of(blocked());
            case PRACTICE -> Optional.empty();
        });
    }

    private Duration blocked() {
        var seconds = subject.exchange().blockSeconds();
        return seconds == 0 ? STAY_AWAY : Duration.ofSeconds(seconds);
    }

    private Inquiry inquiry(Route route) {
        return new Inquiry(subject.exchange(), endpoint, subject.credentials(), nonces, route);
    }

    private Evidence notAsked() {
        return Evidence.ofNothing(clock.instant());
    }
}
