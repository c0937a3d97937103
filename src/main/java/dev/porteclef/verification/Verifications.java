package dev.porteclef.verification;

import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Endpoints;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeAdapter;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.outbound.Errand;
import dev.porteclef.outbound.OutboundGate;
import dev.porteclef.outbound.Pause;
import dev.porteclef.verification.Check.Note;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/// Judges a credential: asks the exchange for the key's own permissions, compares them with what the strategy needs,
/// reads the balance, and names what follows. Writes nothing about the key; runs outside any transaction.
@Service
public class Verifications {

    private final List<ExchangeAdapter> adapters;
    private final Endpoints endpoints;
    private final KeyTurns turns;
    private final OutboundGate gate;
    private final Pause pause;
    private final Clock clock;

    Verifications(
            List<ExchangeAdapter> adapters,
            Endpoints endpoints,
            KeyTurns turns,
            OutboundGate gate,
            Pause pause,
            Clock clock) {
        this.adapters = List.copyOf(adapters);
        this.endpoints = endpoints;
        this.turns = turns;
        this.gate = gate;
        this.pause = pause;
        this.clock = clock;
    }

    /// Whose key is judged, and for what.
    ///
    /// @param fingerprint the keyed hash of the API key: names the nonce counter and the turn
    public record Subject(
            Exchange exchange,
            Environment environment,
            Strategy strategy,
            Credentials credentials,
            byte[] fingerprint) {}

    /// Whether keys of this environment can be verified here: practice keys cannot where there is no practice exchange.
    public boolean canReach(Exchange exchange, Environment environment) {
        return endpoints.find(exchange.id(), environment).isPresent();
    }

    /// Counts the nonces of this API key in microseconds from now on. It is for keys whose owner has agreed to it:
    /// every program that counts in milliseconds is locked out for good.
    public void countInMicroseconds(byte[] fingerprint) {
        turns.countInMicroseconds(fingerprint);
    }

    /// Verifies once, for a person; otherwise as [#verify(Subject, Errand.Priority, Consumer)].
    public Verification verify(Subject subject, Consumer<Check> progress) {
        return verify(subject, Errand.Priority.PERSON, progress);
    }

    /// Verifies once. `progress` is called in the calling thread whenever a check begins or ends, or while it waits in
    /// the queue.
    ///
    /// @param priority for whom: people go first
    /// @throws IllegalStateException where the environment or the adapter does not exist here; callers have checked
    public Verification verify(Subject subject, Errand.Priority priority, Consumer<Check> progress) {
        var checks = new CheckList(progress);
        examineFormat(subject, checks);
        var errand = Errand.of(priority, clock.instant(), checks::queued);
        var adapter = adapterOf(subject.exchange());
        var endpoint = endpoints
                .find(subject.exchange().id(), subject.environment())
                .orElseThrow(() -> new IllegalStateException("no " + subject.environment() + " here"));
        return turns.take(subject.fingerprint(), nonces -> {
            var questions = new Questions(subject, adapter, endpoint, nonces, checks, errand, gate, pause, clock);
            return new Conversation(subject, questions, checks, clock).introspect();
        });
    }

    private static void examineFormat(Subject subject, CheckList checks) {
        var unusual = !CredentialFormat.examine(subject.exchange(), subject.credentials())
                .isEmpty();
        checks.end(
                CheckKind.FORMAT,
                unusual ? CheckState.WARNED : CheckState.PASSED,
                unusual ? Note.UNUSUAL_FORMAT : null,
                null);
    }

    private ExchangeAdapter adapterOf(Exchange exchange) {
        return adapters.stream()
                .filter(adapter -> adapter.name().equals(exchange.adapter()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no adapter " + exchange.adapter()));
    }
}
