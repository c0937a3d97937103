package dev.porteclef.capture;

import dev.porteclef.exchange.CredentialField.Kind;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Exchange;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One captured answer in the form in which it is written; every member is told in `src/docs/captures.md`.
final class Fixture {

    /// Raised with every change of the form that a reader must know of.
    static final int FORM = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Exchange exchange;
    private final String scenario;
    private final URI address;
    private final Credentials credentials;
    private final Redaction redaction;

    Fixture(Exchange exchange, String scenario, URI address, Credentials credentials, Redaction redaction) {
        this.exchange = exchange;
        this.scenario = scenario;
        this.address = address;
        this.credentials = credentials;
        this.redaction = redaction;
    }

    /// The text of the file, with a line's end at its end.
    String write(Captured captured) {
        var evidence = captured.evidence();
        var fixture = JSON.createObjectNode()
                .put("form", FORM)
                .put("exchange", exchange.id().value())
                .put("host", address.getHost())
                .put("scenario", scenario);
        fixture.set("call", call(captured));
        fixture.put("at", evidence.at().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("tookMillis", evidence.took().toMillis());
        fixture.set("credentials", shapes());
        var replied = captured.replied();
        if (replied == null) {
            fixture.putNull("answer").put("failure", redaction.text(captured));
        } else {
            var body = redaction.body(captured, replied);
            var answer = fixture.putObject("answer").put("status", replied.status());
            answer.set("headers", JSON.valueToTree(redaction.headers(replied)));
            answer.put("bytes", replied.body().length)
                    .put("kind", body.kind().name())
                    .set("body", body.content());
        }
        fixture.set("read", read(captured));
        return JSON.writeValueAsString(fixture) + "\n";
    }

    private static ObjectNode call(Captured captured) {
        var step = captured.step();
        return JSON.createObjectNode()
                .put("number", captured.number())
                .put("name", step.call().label())
                .put("asked", captured.evidence().asked())
                .put("nonce", step.repeatsNonce() ? "repeated" : "new")
                .put("secret", step.otherSecret() ? "another" : "given");
    }

    /// Lengths, because they are not documented either. A chosen passphrase's own length is nobody's business.
    private ObjectNode shapes() {
        var shapes = JSON.createObjectNode();
        for (var field : exchange.credentials()) {
            if (field.kind() == Kind.KEY || field.kind() == Kind.SECRET) {
                shapes.put(field.name(), credentials.get(field.name()).length());
            }
        }
        return shapes;
    }

    private ObjectNode read(Captured captured) {
        var read = JSON.createObjectNode()
                .put("code", redaction.code(captured))
                .put("text", redaction.text(captured))
                .put("outcome", captured.meaning());
        var scopes = read.putArray("unknownScopes");
        redaction.unknownScopes(captured).forEach(scopes::add);
        return read;
    }
}
