package dev.porteclef.practice;

import dev.porteclef.platform.security.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The six digits of the practice exchange's second factor. The page shows them itself: they teach the step and protect
/// nothing.
///
/// A code is accepted for five to ten minutes, for one person, until the portal restarts; nothing is kept for it.
@Component
@Profile("!prod")
final class PracticeCodes {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int CODES = 1_000_000;

    private final Clock clock;
    private final byte[] key = new byte[32];

    PracticeCodes(Clock clock, SecureRandom random) {
        this.clock = clock;
        random.nextBytes(key);
    }

    /// The code to show to `user` now.
    String current(UserId user) {
        return code(user, window());
    }

    /// Whether `typed`, blanks aside, is the code shown now or just before.
    boolean accepts(UserId user, String typed) {
        var digits = typed.replaceAll("\\s", "");
        return same(code(user, window()), digits) || same(code(user, window() - 1), digits);
    }

    private long window() {
        return clock.millis() / WINDOW.toMillis();
    }

    private String code(UserId user, long window) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(user.toString().getBytes(StandardCharsets.US_ASCII));
            var hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(window).array());
            return String.format(
                    Locale.ROOT, "%06d", Math.floorMod(ByteBuffer.wrap(hash).getLong(), CODES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static boolean same(String code, String typed) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }
}
