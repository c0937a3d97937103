package dev.porteclef.vault;

import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Wrapped keysets and the master key's witness in the database; nothing here is readable without the master key.
final class JdbiVaultStore {

    private final Jdbi jdbi;

    JdbiVaultStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Witness> witness() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select kek_id, witness, fingerprint_keyset
                        from vault_master
                        where id = 1
                        """).map(ConstructorMapper.of(Witness.class)).findOne());
    }

    void insert(Witness witness, Instant at) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        insert into vault_master (id, kek_id, witness, fingerprint_keyset, created_at)
                        values (1, :kekId, :witness, :fingerprintKeyset, :at)
                        """).bindMethods(witness).bind("at", at).execute());
    }

    Optional<WrappedKeyset> keyset(UserId user) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select version, kek_id, wrapped
                        from data_keyset
                        where user_id = :user
                        """)
                .bind("user", user)
                .map(ConstructorMapper.of(WrappedKeyset.class))
                .findOne());
    }

    /// Adds the first keyset of a user; where somebody else was quicker, theirs stays.
    void insertIfAbsent(UserId user, WrappedKeyset keyset, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into data_keyset (user_id, version, kek_id, wrapped, created_at)
                        values (:user, :version, :kekId, :wrapped, :at)
                        on conflict do nothing
                        """)
                .bind("user", user)
                .bindMethods(keyset)
                .bind("at", at)
                .execute());
    }

    void delete(UserId user) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from data_keyset where user_id = :user")
                .bind("user", user)
                .execute());
    }

    /// @param witness a known text sealed by the master key
    /// @param fingerprintKeyset the keyset of the keyed hash, wrapped by the master key
    public record Witness(long kekId, byte[] witness, byte[] fingerprintKeyset) {}

    /// Public for Jdbi's sake, within a class that is not.
    public record WrappedKeyset(int version, long kekId, byte[] wrapped) {}
}
