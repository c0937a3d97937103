package dev.porteclef.exchange.bitfinex;

import dev.porteclef.exchange.Answer;
import dev.porteclef.exchange.Balance;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.ExchangeAdapter;
import dev.porteclef.exchange.ExchangeTransport;
import dev.porteclef.exchange.ExchangeTransport.NotReached;
import dev.porteclef.exchange.ExchangeTransport.Replied;
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.exchange.GrantedPermissions.Grant;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Asks Bitfinex's v2 REST API: two signed reading calls, each with a nonce of its own.
/// What the code relies on is told in src/docs/exchanges/bitfinex.md.
@Component
class BitfinexAdapter implements ExchangeAdapter {

    private static final String PERMISSIONS = "v2/auth/r/permissions";
    private static final String WALLETS = "v2/auth/r/wallets";
    /// The documented default body; what is signed is sent to the byte.
    private static final String BODY = "{}";
    private static final int MAX_EVIDENCE = 200;
    /// Ten times the rows of today: what is longer is no list of permissions, and would be kept and shown.
    private static final int MAX_SCOPES = 200;
    private static final Pattern SCOPE = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    private final ExchangeTransport transport;

    BitfinexAdapter(ExchangeTransport transport) {
        this.transport = transport;
    }

    @Override
    public String name() {
        return "bitfinex";
    }

    @Override
    public Answer<GrantedPermissions> permissions(Inquiry inquiry) {
        return ask(inquiry, PERMISSIONS, BitfinexAdapter::readPermissions);
    }

    @Override
    public Answer<Balance> balance(Inquiry inquiry) {
        return ask(inquiry, WALLETS, BitfinexAdapter::readBalance);
    }

    private <T> Answer<T> ask(Inquiry inquiry, String path, Function<JsonNode, @Nullable T> reader) {
        return switch (transport.send(sign(inquiry, path), inquiry.route())) {
            case NotReached lost ->
                new Answer.Declined<>(
                        lost.failure().outcome(),
                        new Evidence(
                                "POST /" + path,
                                lost.status(),
                                null,
                                lost.failure().name(),
                                null,
                                lost.took(),
                                lost.at(),
                                inquiry.route().address(),
                                null));
            case Replied reply -> judge(inquiry, path, reply, reader);
        };
    }

    private <T> Answer<T> judge(Inquiry inquiry, String path, Replied reply, Function<JsonNode, @Nullable T> reader) {
        var answer = BitfinexAnswer.read(reply.body());
        var evidence = new Evidence(
                "POST /" + path,
                reply.status(),
                answer.code(),
                answer.error() ? harmless(answer.text(), inquiry) : null,
                sha256(reply.body()),
                reply.took(),
                reply.at(),
                inquiry.route().address(),
                reply.retryAfter());
        if (reply.status() == 200 && !answer.error() && answer.json() != null) {
            var value = reader.apply(answer.json());
            if (value != null) {
                return new Answer.Told<>(value, evidence);
            }
        }
        var outcome = inquiry.exchange().outcomeOf(reply.status(), answer.code(), answer.text(), answer.error());
        return new Answer.Declined<>(outcome, evidence);
    }

    private static HttpRequest sign(Inquiry inquiry, String path) {
        var key = inquiry.credentials().get("apiKey");
        var secret = inquiry.credentials().get("apiSecret");
        var nonce = inquiry.nonces().next();
        return HttpRequest.newBuilder(URI.create(inquiry.endpoint() + "/" + path))
                .header("content-type", "application/json")
                .header("accept", "application/json")
                .header("user-agent", "Porteclef")
                .header("bfx-nonce", Long.toString(nonce))
                .header("bfx-apikey", key.reveal(SecretAccess.granted()))
                .header("bfx-signature", BitfinexSignature.of(path, nonce, BODY, secret))
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
    }

    /// Rows `[scope, read, write]`, read by name: the list has grown more than once (section 5).
    private static @Nullable GrantedPermissions readPermissions(JsonNode json) {
        if (!json.isArray() || json.isEmpty() || json.size() > MAX_SCOPES) {
            return null;
        }
        var scopes = new HashMap<String, Grant>();
        for (var row : json) {
            if (!isNamed(row) || !isScope(row.path(0))) {
                return null;
            }
            // A scope named twice has what either row grants: the second must not hide what the first admits.
            scopes.merge(
                    row.path(0).asString(),
                    new Grant(granted(row.path(1)), granted(row.path(2))),
                    (first, second) -> new Grant(first.read() || second.read(), first.write() || second.write()));
        }
        return new GrantedPermissions(scopes);
    }

    /// A row that begins with a name. `error` is none: it marks an error, even one inside another array.
    private static boolean isNamed(JsonNode row) {
        return row.isArray()
                && row.size() >= 3
                && row.path(0).isString()
                && !row.path(0).asString().equals("error");
    }

    private static boolean isScope(JsonNode name) {
        return SCOPE.matcher(name.asString()).matches();
    }

    /// 0 and 1 today; booleans and null were seen elsewhere. Anything that is not clearly *no* counts as granted.
    private static boolean granted(JsonNode cell) {
        if (cell.isNull() || cell.isMissingNode()) {
            return false;
        }
        return cell.isNumber() ? cell.decimalValue().signum() != 0 : !cell.isBoolean() || cell.asBoolean();
    }

    /// Rows `[type, currency, balance, …]`; an account without wallets answers an empty array (section 6).
    private static @Nullable Balance readBalance(JsonNode json) {
        if (!json.isArray()) {
            return null;
        }
        var funded = 0;
        for (var row : json) {
            if (!isNamed(row)) {
                return null;
            }
            var amount = row.path(2);
            if (amount.isNumber() && amount.decimalValue().signum() > 0) {
                funded++;
            }
        }
        return new Balance(json.size(), funded);
    }

    /// The exchange's words as evidence: one line, bounded, and without the credentials should it ever echo them.
    private static String harmless(String text, Inquiry inquiry) {
        var clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        for (Secret secret : inquiry.credentials().fields().values()) {
            clean = clean.replace(secret.reveal(SecretAccess.granted()), "[REDACTED]");
        }
        return clean.substring(0, Math.min(clean.length(), MAX_EVIDENCE));
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
