package dev.porteclef.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import dev.porteclef.platform.security.UserId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The vault on Google Tink: AES-256-GCM with a keyset per user, wrapped by the master key.
/// Decision 0002 tells why the keyset is per user and not per secret.
final class TinkVault implements Vault {

    private static final int FIRST_VERSION = 1;

    private final MasterKey masterKey;
    private final Mac fingerprints;
    private final JdbiVaultStore store;
    private final Clock clock;
    /// Unwrapping costs a call to the master key; what is unwrapped stays for minutes, not for ever.
    private final Cache<UserId, Aead> opened = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(5))
            .maximumSize(10_000)
            .build();

    TinkVault(MasterKey masterKey, Mac fingerprints, JdbiVaultStore store, Clock clock) {
        this.masterKey = masterKey;
        this.fingerprints = fingerprints;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public byte[] seal(SecretPlace place, Secret secret) {
        var aead = aeadOf(place.owner(), true);
        return secret.lend(SecretAccess.granted(), plain -> {
            try {
                return aead.encrypt(plain, AssociatedData.of(place));
            } catch (GeneralSecurityException e) {
                throw new CryptoFailure("a secret could not be sealed", e);
            }
        });
    }

    @Override
    public Secret open(SecretPlace place, byte[] ciphertext) {
        var aead = aeadOf(place.owner(), false);
        try {
            var plain = aead.decrypt(ciphertext, AssociatedData.of(place));
            try {
                return Secret.of(plain);
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        } catch (GeneralSecurityException e) {
            throw new CryptoFailure("a secret did not open", e);
        }
    }

    @Override
    public byte[] fingerprint(String purpose, Secret secret) {
        return secret.lend(SecretAccess.granted(), plain -> {
            try {
                var message = new ByteArrayOutputStream();
                message.writeBytes(AssociatedData.of("fingerprint", purpose));
                message.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
                message.writeBytes(plain);
                return fingerprints.computeMac(message.toByteArray());
            } catch (GeneralSecurityException e) {
                throw new CryptoFailure("a fingerprint could not be computed", e);
            }
        });
    }

    @Override
    public void shred(UserId owner) {
        store.delete(owner);
        afterCommit(() -> opened.invalidate(owner));
    }

    private Aead aeadOf(UserId owner, boolean create) {
        var known = opened.getIfPresent(owner);
        if (known != null) {
            return known;
        }
        var wrapped = store.keyset(owner);
        if (wrapped.isEmpty() && create) {
            store.insertIfAbsent(owner, newKeyset(owner), clock.instant());
            wrapped = store.keyset(owner);
        }
        var aead = unwrap(owner, wrapped.orElseThrow(() -> new CryptoFailure("a secret did not open", null)));
        // A keyset whose insertion is rolled back must not live on in the cache: it would seal what nothing opens.
        afterCommit(() -> opened.put(owner, aead));
        return aead;
    }

    private JdbiVaultStore.WrappedKeyset newKeyset(UserId owner) {
        try {
            var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            var wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    keyset,
                    masterKey.aead(),
                    AssociatedData.of("data-keyset", owner, FIRST_VERSION),
                    AeadConfig2026.get());
            return new JdbiVaultStore.WrappedKeyset(FIRST_VERSION, masterKey.id(), wrapped);
        } catch (GeneralSecurityException e) {
            throw new CryptoFailure("a data keyset could not be made", e);
        }
    }

    private Aead unwrap(UserId owner, JdbiVaultStore.WrappedKeyset keyset) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                            keyset.wrapped(),
                            masterKey.aead(),
                            AssociatedData.of("data-keyset", owner, keyset.version()),
                            AeadConfig2026.get())
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new CryptoFailure("a secret did not open", e);
        }
    }

    private static void afterCommit(Runnable act) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            act.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                act.run();
            }
        });
    }
}
