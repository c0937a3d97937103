package dev.porteclef.practice;

import dev.porteclef.platform.secret.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A client's key and secret, and its own way of signing: it shares no code with the server.
record Pair(String apiKey, String secret) {

    Pair(PracticeKeyOutcome.Created made) {
        this(made.apiKey(), made.secret().reveal(SecretAccess.granted()));
    }

    static Pair of(PracticeFixture at, String... boxes) {
        return new Pair(at.create(at.draft(boxes)));
    }

    String sign(String path, String nonce, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA384");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA384"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(("/api/" + path + nonce + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
