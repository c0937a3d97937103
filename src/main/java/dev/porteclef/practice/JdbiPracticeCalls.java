package dev.porteclef.practice;

import dev.porteclef.platform.security.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Repository;

/// What the server reads and writes for a call, whoever owns the key: it has nobody but the key to go by.
@Repository
@Profile("!prod")
class JdbiPracticeCalls {

    private final Jdbi jdbi;

    JdbiPracticeCalls(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The key with this fingerprint and what befalls it now; what befalls the whole exchange comes first.
    Optional<Stored> find(byte[] fingerprint) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select k.owner, k.secret, k.served, k.id, k.label, k.last_four, k.boxes, k.addresses, k.funded,
                            k.created_at, coalesce(w.mishap, m.mishap) as mishap, m.counter, m.overtaken
                        from practice_key k
                        left join practice_mishap m on m.key_id = k.id
                        left join practice_outage w on w.owner = k.owner
                        where k.key_fingerprint = :fingerprint
                        """)
                .bind("fingerprint", fingerprint)
                .map((row, context) -> stored(row))
                .findOne());
    }

    /// Whose secret this fingerprint is of.
    Optional<UserId> ownerOfSecret(byte[] fingerprint) {
        return owner("select owner from practice_key where secret_fingerprint = :fingerprint", fingerprint);
    }

    /// Who has deleted the key with this fingerprint.
    Optional<UserId> ownerOfDeleted(byte[] fingerprint) {
        return owner("select owner from practice_deleted_key where key_fingerprint = :fingerprint", fingerprint);
    }

    /// Raises the key's counter to `nonce`, in one statement: of two calls with the same number one is accepted,
    /// however they meet.
    ///
    /// @return whether `nonce` was larger than every number before
    boolean accept(PracticeKeyId id, long nonce) {
        return jdbi.withHandle(handle -> raise(handle, id, nonce));
    }

    /// Lets another program be quicker, unless it just was: the key's counter jumps to `nonce`.
    ///
    /// @return whether it was quicker this time
    boolean overtake(PracticeKeyId id, long nonce) {
        return jdbi.inTransaction(handle -> {
            var quicker = handle.createUpdate("""
                                    update practice_mishap
                                    set overtaken = true
                                    where key_id = :id
                                    and overtaken = false
                                    """).bind("id", id).execute() == 1;
            if (quicker) {
                raise(handle, id, nonce);
            }
            return quicker;
        });
    }

    private static boolean raise(Handle handle, PracticeKeyId id, long nonce) {
        return handle.createUpdate("""
                                update practice_key
                                set last_nonce = :nonce
                                where id = :id
                                and last_nonce < :nonce
                                """).bind("id", id).bind("nonce", nonce).execute() == 1;
    }

    /// The next verification meets the other program again.
    void rearm(PracticeKeyId id) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update practice_mishap
                        set overtaken = false
                        where key_id = :id
                        """).bind("id", id).execute());
    }

    /// Notes that the key's permissions were told and named no withdrawal.
    void serve(PracticeKeyId id) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update practice_key
                        set served = true
                        where id = :id
                        """).bind("id", id).execute());
    }

    private Optional<UserId> owner(String query, byte[] fingerprint) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bind("fingerprint", fingerprint)
                .mapTo(UserId.class)
                .findFirst());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var mishap = row.getString("mishap");
        return new Stored(
                new UserId(row.getObject("owner", UUID.class)),
                JdbiPracticeKeys.key(row),
                row.getBytes("secret"),
                row.getBoolean("served"),
                mishap == null ? null : Mishap.valueOf(mishap),
                row.getLong("counter"),
                row.getBoolean("overtaken"));
    }

    /// A key with what the server needs to judge a call.
    ///
    /// @param served whether its permissions were ever told without withdrawal in them
    /// @param counter numbers up to this one count as seen
    /// @param overtaken whether the call before this one met another program
    // Handed on once, never compared and never kept.
    @SuppressWarnings("ArrayRecordComponent")
    record Stored(
            UserId owner,
            PracticeKey key,
            byte[] sealed,
            boolean served,
            @Nullable Mishap mishap,
            long counter,
            boolean overtaken) {}
}
