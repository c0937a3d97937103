package dev.porteclef.practice;

import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The signature of an authenticated call (src/docs/exchanges/bitfinex.md): HMAC-SHA-384 under the secret's text, over
/// `/api/`, the path without its leading slash, the nonce and the body as sent, in lower-case hex.
final class RequestSignature {

    private static final String ALGORITHM = "HmacSHA384";

    private RequestSignature() {}

    /// Whether `signature` is the right one, compared in constant time.
    ///
    /// @param path without leading slash and query (`v2/auth/r/wallets`)
    static boolean matches(Secret secret, String path, String nonce, byte[] body, String signature) {
        var right = secret.lend(SecretAccess.granted(), key -> sign(key, path, nonce, body));
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(byte[] key, String path, String nonce, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(("/api/" + path + nonce).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
