package dev.porteclef.practice;

import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.vault.SecretPlace;
import dev.porteclef.vault.Vault;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Makes pairs of key and secret, and opens the secrets again for the server.
@Component
@Profile("!prod")
final class PracticePairs {

    /// Begins every key, so that none can be taken for a real one.
    static final String PREFIX = "practice_";

    /// Length of keys and secrets, as observed at the real exchange.
    static final int LENGTH = 43;

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    private final Vault vault;
    private final SecureRandom random;

    PracticePairs(Vault vault, SecureRandom random) {
        this.vault = vault;
        this.random = random;
    }

    /// A new pair, its secret sealed for the row that will hold it. Joins the caller's transaction.
    Pair make(UserId owner) {
        var id = new PracticeKeyId(UUID.randomUUID());
        var apiKey = new StringBuilder(PREFIX);
        while (apiKey.length() < LENGTH) {
            apiKey.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        var text = new byte[LENGTH];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        var secret = Secret.of(text);
        Arrays.fill(text, (byte) 0);
        return new Pair(id, apiKey.toString(), secret, vault.seal(place(owner, id), secret));
    }

    /// What a key is found by again.
    byte[] fingerprint(String apiKey) {
        try (var key = Secret.of(apiKey)) {
            return fingerprint(key);
        }
    }

    /// The same of a secret: it is recognised when it is sent in the key's place. The caller closes it.
    byte[] fingerprint(Secret secret) {
        return vault.fingerprint("practice-key", secret);
    }

    /// The secret of a stored key; the caller closes it.
    Secret open(UserId owner, PracticeKeyId id, byte[] sealed) {
        return vault.open(place(owner, id), sealed);
    }

    private static SecretPlace place(UserId owner, PracticeKeyId id) {
        return new SecretPlace(owner, "practice_key", id.value(), PracticeServer.IMITATED.value(), "apiSecret", 1);
    }

    /// A pair just made.
    // Handed on once, never compared and never kept.
    @SuppressWarnings("ArrayRecordComponent")
    record Pair(PracticeKeyId id, String apiKey, Secret secret, byte[] sealed) {}
}
