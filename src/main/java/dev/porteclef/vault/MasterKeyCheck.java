package dev.porteclef.vault;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;

/// Tells before the start whether the vault of a database could be opened; changes nothing, neither there nor in the
/// folder of keys.
public final class MasterKeyCheck {

    private MasterKeyCheck() {}

    /// @param jdbi a database whose schema has a vault
    /// @param keys folder of the master key
    /// @throws MasterKeyException when the master key is missing although something was sealed with one, or is the
    ///     wrong one, or others may read it
    public static void check(Jdbi jdbi, Path keys) {
        var witness = new JdbiVaultStore(jdbi).witness();
        if (witness.isPresent()) {
            VaultConfiguration.prove(VaultConfiguration.masterKey(keys, true), witness.get());
        } else if (LocalMasterKey.existsIn(keys)) {
            LocalMasterKey.readFrom(keys);
        }
    }
}
