package dev.porteclef.account;

import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords with Argon2id (19 MiB, two passes), at most one per processor at a time: each takes tens of
/// milliseconds and 19 MiB, so that a crowd of tries may neither starve the portal nor fill its memory.
@Component
class PasswordHashes {

    private static final int LONGEST_QUEUE = 64;
    private static final int PATIENCE_SECONDS = 10;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("argon2", Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, 19_456, 2)));
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String nobodysHash = encode("nobody's");

    /// A new salted hash with its scheme in front, or nothing while too many others wait.
    Optional<String> hash(Secret password) {
        return inTurn(password, this::encode);
    }

    /// Whether `password` belongs to `hash`, or nothing while too many others wait. Takes the same time for a wrong
    /// password and for `null` (nobody of that name), which never match.
    Optional<Boolean> matches(Secret password, @Nullable String hash) {
        return inTurn(password, text -> {
            var same = encoder.matches(text, hash == null ? nobodysHash : hash);
            return same && hash != null;
        });
    }

    /// Whether `hash` was made with weaker settings than today's.
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private String encode(String password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("a password was hashed to nothing");
        }
        return hash;
    }

    private <T> Optional<T> inTurn(Secret password, Function<String, T> work) {
        if (!enter()) {
            return Optional.empty();
        }
        try {
            // One person's keyboard composes an accent, the other's phone does not.
            var text = Normalizer.normalize(password.reveal(SecretAccess.granted()), Normalizer.Form.NFKC);
            return Optional.of(work.apply(text));
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        if (places.getQueueLength() >= LONGEST_QUEUE) {
            return false;
        }
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
