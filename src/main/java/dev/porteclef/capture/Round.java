package dev.porteclef.capture;

import dev.porteclef.exchange.Answer;
import dev.porteclef.exchange.CredentialField;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeAdapter.Inquiry;
import dev.porteclef.exchange.ExchangeTransport.Replied;
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.platform.secret.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One run of a probe against one exchange with one key.
final class Round {

    private final Wiring wiring;
    private final Exchange exchange;

    Round(Wiring wiring, Exchange exchange) {
        this.wiring = wiring;
        this.exchange = exchange;
    }

    /// Makes the calls of `probe`, one after the other; those that the exchange does not know are left out.
    List<Captured> run(Probe probe, Credentials given) {
        var adapter = wiring.adapter(exchange);
        var nonces = new Nonces(wiring.clock());
        var captured = new ArrayList<Captured>();
        var others = withOtherSecret(given);
        for (var step : probe.steps()) {
            nonces.repeat(step.repeatsNonce());
            var inquiry = new Inquiry(
                    exchange, wiring.address().apply(exchange), step.otherSecret() ? others : given, nonces);
            var answer = step.call().ask(adapter, inquiry);
            var reply = wiring.transport().take().orElse(null);
            var replied = reply instanceof Replied whole ? whole : null;
            var number = captured.size() + 1;
            switch (answer) {
                case Answer.Told<?>(var value, var evidence) ->
                    captured.add(captured(number, step, evidence, null, replied, scopes(value)));
                case Answer.Declined<?>(var outcome, var evidence) ->
                    captured.add(captured(number, step, evidence, outcome, replied, Set.of()));
                case Answer.Unaskable<?> _ -> {
                    // Nothing was sent, so there is nothing to capture.
                }
            }
        }
        return captured;
    }

    private static Captured captured(
            int number,
            Probe.Step step,
            Evidence evidence,
            @Nullable Outcome outcome,
            @Nullable Replied replied,
            Set<String> scopes) {
        return new Captured(number, step, evidence, outcome, replied, scopes);
    }

    private static Set<String> scopes(Object value) {
        return value instanceof GrantedPermissions permissions
                ? permissions.scopes().keySet()
                : Set.of();
    }

    /// The same values, and another secret of the same length. Nothing to be wiped but what the caller wipes anyway.
    private Credentials withOtherSecret(Credentials given) {
        var fields = new LinkedHashMap<String, Secret>();
        for (var field : exchange.credentials()) {
            var value = given.get(field.name());
            fields.put(
                    field.name(),
                    field.kind() == CredentialField.Kind.SECRET ? Secret.of("0".repeat(value.length())) : value);
        }
        return new Credentials(fields);
    }
}
