package dev.porteclef.bench;

import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The two signed calls of a verification with the JDK's client and nothing else: no turn, no stored nonce, no bounds,
/// and nobody reads what the answers say.
final class BareClient {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong nonces = new AtomicLong(System.currentTimeMillis());
    private final URI exchange;

    BareClient(URI exchange) {
        this.exchange = exchange;
    }

    /// Both calls, one after the other.
    void call(String key, String secretText) throws IOException {
        send(StagedBitfinex.PERMISSIONS, key, secretText);
        send(StagedBitfinex.WALLETS, key, secretText);
    }

    private void send(String path, String key, String secretText) throws IOException {
        var nonce = Long.toString(nonces.incrementAndGet());
        var request = HttpRequest.newBuilder(URI.create(exchange + path))
                .header("content-type", "application/json")
                .header("bfx-nonce", nonce)
                .header("bfx-apikey", key)
                .header("bfx-signature", sign("/api" + path + nonce + "{}", secretText))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("the stand-in exchange answered " + answer.statusCode());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String sign(String message, String secretText) {
        try {
            var mac = Mac.getInstance("HmacSHA384");
            mac.init(new SecretKeySpec(secretText.getBytes(StandardCharsets.UTF_8), "HmacSHA384"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA384", e);
        }
    }
}
