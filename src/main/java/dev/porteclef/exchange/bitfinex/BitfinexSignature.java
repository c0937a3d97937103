package dev.porteclef.exchange.bitfinex;

import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Bitfinex's signature: HMAC-SHA384 in lower-case hex over `/api/` + path + nonce + body, keyed with the secret's text
/// as it stands (src/docs/exchanges/bitfinex.md, section 2).
final class BitfinexSignature {

    private static final String ALGORITHM = "HmacSHA384";

    private BitfinexSignature() {}

    /// @param path without a leading slash (`v2/auth/r/permissions`)
    /// @param body exactly what is sent
    static String of(String path, long nonce, String body, Secret secret) {
        var message = ("/api/" + path + nonce + body).getBytes(StandardCharsets.UTF_8);
        return secret.lend(SecretAccess.granted(), key -> {
            try {
                var mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(key, ALGORITHM));
                return HexFormat.of().formatHex(mac.doFinal(message));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has HMAC-SHA384", e);
            }
        });
    }
}
