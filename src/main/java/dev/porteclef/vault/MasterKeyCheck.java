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
        } else {
            check(keys);
        }
    }

    /// The same for a vault whose database is not there yet: its witness comes out of a backup.
    ///
    /// @param kekId the number of the master key it was sealed with
    public static void check(long kekId, byte[] witness, Path keys) {
        VaultConfiguration.prove(
                VaultConfiguration.masterKey(keys, true), new JdbiVaultStore.Witness(kekId, witness, new byte[0]));
    }

    /// The same where no database has a vault yet: the start will use the master key in `keys`, or make one there.
    ///
    /// @throws MasterKeyException when a key is there but cannot be used, or none could be written
    public static void check(Path keys) {
        if (LocalMasterKey.existsIn(keys)) {
            LocalMasterKey.readFrom(keys);
        } else if (!LocalMasterKey.canBeMadeIn(keys)) {
            throw new MasterKeyException(
                    "Porteclef cannot keep a master key in " + keys
                            + ": that is no folder it may write to; name another with --keys.",
                    null);
        }
    }
}
