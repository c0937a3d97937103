package dev.porteclef.capture;

import dev.porteclef.exchange.Answer;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeAdapter.Inquiry;
import dev.porteclef.exchange.ExchangeTransport;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.platform.secret.Secret;
import java.time.Clock;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A captured answer, given once more to the adapter.
final class Replay {

    private Replay() {}

    /// What the adapter and the outcome table of `exchange` make of `fixture`: the name of an outcome, or `OK`.
    static String outcome(JsonNode fixture, Exchange exchange) {
        var answer = fixture.path("answer");
        var body = answer.path("body");
        try (var staged = new StagedBitfinex();
                var credentials =
                        new Credentials(Map.of("apiKey", Secret.of("key"), "apiSecret", Secret.of("secret")))) {
            var path = fixture.path("call").path("asked").asString().split(" ", 2)[1];
            staged.answer(
                    path,
                    answer.path("status").asInt(),
                    answer.path("kind").asString().equals("JSON") ? body.toString() : body.asString());
            var adapter = StagedBitfinex.adapter(new ExchangeTransport(_ -> {}, Clock.systemUTC()));
            var inquiry = new Inquiry(exchange, staged.address(), credentials, System::currentTimeMillis);
            return switch (adapter.name().equals(exchange.adapter())
                    ? Probe.Call.valueOf(
                                    fixture.path("call").path("name").asString().toUpperCase(java.util.Locale.ROOT))
                            .ask(adapter, inquiry)
                    : new Answer.Unaskable<Void>()) {
                case Answer.Told<?> _ -> "OK";
                case Answer.Declined<?> declined -> declined.outcome().name();
                case Answer.Unaskable<?> _ -> "unaskable";
            };
        }
    }
}
