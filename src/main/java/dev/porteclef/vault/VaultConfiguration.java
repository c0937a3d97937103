package dev.porteclef.vault;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig2026;
import dev.porteclef.platform.config.Installation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Opens the vault at start: finds the master key, or makes one where nothing was ever sealed, and proves by the
/// witness in the database that it is the right one.
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    private static final byte[] WITNESS = "the right master key".getBytes(StandardCharsets.UTF_8);

    @Bean
    Vault vault(Jdbi jdbi, Installation installation, Clock clock) {
        return open(jdbi, installation.keys(), clock);
    }

    /// Also the tests' way to a vault.
    static Vault open(Jdbi jdbi, Path keys, Clock clock) {
        try {
            var store = new JdbiVaultStore(jdbi);
            var witness = store.witness();
            var masterKey = masterKey(keys, witness.isPresent());
            var kept = witness.isPresent() ? witness.get() : firstWitness(masterKey);
            prove(masterKey, kept);
            var fingerprints = TinkProtoKeysetFormat.parseEncryptedKeyset(
                            kept.fingerprintKeyset(),
                            masterKey.aead(),
                            AssociatedData.of("fingerprint-keyset"),
                            MacConfig2026.get())
                    .getPrimitive(MacConfig2026.get(), Mac.class);
            if (witness.isEmpty()) {
                store.insert(kept, clock.instant());
            }
            return new TinkVault(masterKey, fingerprints, store, clock);
        } catch (GeneralSecurityException e) {
            throw new MasterKeyException("The vault cannot be opened with the master key in " + keys + ".", e);
        }
    }

    private static MasterKey masterKey(Path keys, boolean alreadySealed) {
        if (LocalMasterKey.existsIn(keys)) {
            return LocalMasterKey.readFrom(keys);
        }
        if (alreadySealed) {
            throw new MasterKeyException(
                    "The master key is missing from " + keys.toAbsolutePath().normalize()
                            + ", but secrets were sealed with one: put it back, nothing can be opened without it.",
                    null);
        }
        return LocalMasterKey.createIn(keys);
    }

    private static JdbiVaultStore.Witness firstWitness(MasterKey masterKey) throws GeneralSecurityException {
        var hmac = HmacParameters.builder()
                .setKeySizeBytes(32)
                .setTagSizeBytes(32)
                .setHashType(HmacParameters.HashType.SHA256)
                .setVariant(HmacParameters.Variant.NO_PREFIX)
                .build();
        return new JdbiVaultStore.Witness(
                masterKey.id(),
                masterKey.aead().encrypt(WITNESS, AssociatedData.of("witness")),
                TinkProtoKeysetFormat.serializeEncryptedKeyset(
                        KeysetHandle.generateNew(hmac, MacConfig2026.get()),
                        masterKey.aead(),
                        AssociatedData.of("fingerprint-keyset"),
                        MacConfig2026.get()));
    }

    private static void prove(MasterKey masterKey, JdbiVaultStore.Witness witness) {
        try {
            masterKey.aead().decrypt(witness.witness(), AssociatedData.of("witness"));
        } catch (GeneralSecurityException e) {
            throw new MasterKeyException(
                    "This is the wrong master key: the database was sealed with another one (id " + witness.kekId()
                            + ", found " + masterKey.id() + "). Nothing was changed.",
                    e);
        }
    }
}
