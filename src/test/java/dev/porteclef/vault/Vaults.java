package dev.porteclef.vault;

import java.nio.file.Path;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/// The real vault for tests of other features.
public final class Vaults {

    private Vaults() {}

    /// @param keys an empty folder, or the one of an earlier vault on the same database
    public static Vault on(Jdbi jdbi, Path keys) {
        return VaultConfiguration.open(jdbi, keys, Clock.systemUTC());
    }

    /// What a ciphertext for `place` is bound to.
    public static byte[] associatedData(SecretPlace place) {
        return AssociatedData.of(place);
    }
}
