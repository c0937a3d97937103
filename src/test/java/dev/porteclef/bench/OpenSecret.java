package dev.porteclef.bench;

import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.vault.SecretPlace;
import dev.porteclef.vault.Vaults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Opening a sealed secret of the usual length, its owner's data key at hand, against the JDK's AES-GCM alone: the same
/// lengths of key, text and associated data, and one cipher object used again and again.
final class OpenSecret implements Row {

    private static final Target TARGET = new Target.AtMost(Figure.ratio(1.5));
    private static final int SECRET = 43;
    private static final int IV = 12;
    private static final int TAG_BITS = 128;

    /// Results go here, so that the compiler cannot leave their computation out.
    @SuppressWarnings("unused")
    private static volatile Object sink = new Object();

    @Override
    public String name() {
        return "open";
    }

    @Override
    public void measure(Scale scale, Consumer<Line> lines) throws Exception {
        try (var database = BenchDatabase.H2.open(Files.createTempDirectory("bench"))) {
            var vault = Vaults.on(database.jdbi(), Files.createTempDirectory("bench-keys"));
            var place = new SecretPlace(
                    new UserId(UUID.randomUUID()), "exchange_key", UUID.randomUUID(), "bitfinex", "apiSecret", 1);
            var sealed = vault.seal(place, Secret.of("s".repeat(SECRET)));
            var bare = new Bare(Vaults.associatedData(place));
            var batch = Duration.ofMillis(scale.of(200, 50));
            var pairs = Pairs.alternating(
                    scale.of(20, 10),
                    scale.of(51, 9),
                    () -> microseconds(batch, () -> {
                        try (var secret = vault.open(place, sealed)) {
                            sink = secret;
                        }
                    }),
                    () -> microseconds(batch, () -> sink = bare.open()));
            lines.accept(Line.of(
                    name(), "open a secret, data key cached", "JDK AES-GCM alone", pairs, "µs", TARGET, List.of()));
        }
    }

    /// One act.
    private interface Act {

        void run() throws GeneralSecurityException;
    }

    /// The mean over a batch of that length: single acts are shorter than the clock is precise.
    private static double microseconds(Duration batch, Act act) throws GeneralSecurityException {
        var began = System.nanoTime();
        var end = began + batch.toNanos();
        var count = 0L;
        long now;
        do {
            for (var act256 = 0; act256 < 256; act256++) {
                act.run();
            }
            count += 256;
            now = System.nanoTime();
        } while (now < end);
        return (now - began) / 1e3 / count;
    }

    /// The reference.
    private static final class Bare {

        private final SecretKeySpec key;
        private final Cipher cipher;
        private final byte[] iv = new byte[IV];
        private final byte[] associatedData;
        private final byte[] sealed;

        Bare(byte[] associatedData) throws GeneralSecurityException {
            var random = new SecureRandom();
            var keyBytes = new byte[32];
            random.nextBytes(keyBytes);
            random.nextBytes(iv);
            this.key = new SecretKeySpec(keyBytes, "AES");
            this.associatedData = associatedData;
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(associatedData);
            this.sealed = cipher.doFinal("s".repeat(SECRET).getBytes(StandardCharsets.UTF_8));
        }

        byte[] open() throws GeneralSecurityException {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(associatedData);
            return cipher.doFinal(sealed);
        }
    }
}
