package dev.porteclef.bench;

import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.verification.Verdict;
import dev.porteclef.verification.Verifications;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/// A key of a spot bot, of the usual length, that nobody else has.
record BenchKey(String key, String signedWith) {

    static BenchKey fresh() {
        return new BenchKey(text(), text());
    }

    private static String text() {
        return ("k" + UUID.randomUUID() + UUID.randomUUID()).substring(0, 43);
    }

    /// Lets the portal verify it.
    ///
    /// @throws IOException when the key was not found good, since only what succeeds may be compared
    void verify(Verifications verifications) throws IOException {
        var verification = verifications.verify(
                new Verifications.Subject(
                        RealExchanges.bitfinex(),
                        Environment.PRACTICE,
                        Strategy.of("spot"),
                        new Credentials(Map.of("apiKey", Secret.of(key), "apiSecret", Secret.of(signedWith))),
                        key.getBytes(StandardCharsets.UTF_8)),
                _ -> {});
        if (!(verification.verdict() instanceof Verdict.Accepted)) {
            throw new IOException("not accepted: " + verification.checks());
        }
    }

    /// Lets the bare client make the same calls.
    void call(BareClient client) throws IOException {
        client.call(key, signedWith);
    }
}
