package dev.porteclef.practice;

import dev.porteclef.platform.security.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Repository;

/// The table of the practice exchange's keys.
@Repository
@Profile("!prod")
class JdbiPracticeKeys {

    private final Jdbi jdbi;

    JdbiPracticeKeys(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(UserId owner, PracticeKey key, byte[] fingerprint, byte[] sealed) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into practice_key (
                            id, owner, key_fingerprint, last_four, secret, label, boxes, addresses, funded,
                            last_nonce, created_at)
                        values (
                            :id, :owner, :fingerprint, :lastFour, :secret, :label, :boxes, :addresses, :funded,
                            0, :createdAt)
                        """)
                .bind("id", key.id())
                .bind("owner", owner)
                .bind("fingerprint", fingerprint)
                .bind("lastFour", key.lastFour())
                .bind("secret", sealed)
                .bind("label", key.label())
                .bind("boxes", joined(key.boxes().stream().sorted().toList()))
                .bind("addresses", joined(key.addresses()))
                .bind("funded", key.funded())
                .bind("createdAt", key.createdAt())
                .execute());
    }

    /// Newest first.
    List<PracticeKey> of(UserId owner) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, label, last_four, boxes, addresses, funded, created_at
                        from practice_key
                        where owner = :owner
                        order by created_at desc, id
                        """)
                .bind("owner", owner)
                .map((row, context) -> key(row))
                .list());
    }

    int count(UserId owner) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from practice_key where owner = :owner")
                .bind("owner", owner)
                .mapTo(Integer.class)
                .one());
    }

    /// Whether there was such a key of this owner.
    boolean delete(UserId owner, PracticeKeyId id) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                delete from practice_key
                                where id = :id
                                and owner = :owner
                                """)
                        .bind("id", id)
                        .bind("owner", owner)
                        .execute())
                == 1;
    }

    /// The key with this fingerprint, whoever owns it: for the server, which has nobody but the key to go by.
    Optional<Stored> find(byte[] fingerprint) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select owner, secret, id, label, last_four, boxes, addresses, funded, created_at
                        from practice_key
                        where key_fingerprint = :fingerprint
                        """)
                .bind("fingerprint", fingerprint)
                .map((row, context) ->
                        new Stored(new UserId(row.getObject("owner", UUID.class)), key(row), row.getBytes("secret")))
                .findOne());
    }

    /// Raises the key's counter to `nonce`, in one statement: of two calls with the same number one is accepted,
    /// however they meet.
    ///
    /// @return whether `nonce` was larger than every number before
    boolean accept(PracticeKeyId id, long nonce) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update practice_key
                                set last_nonce = :nonce
                                where id = :id
                                and last_nonce < :nonce
                                """)
                        .bind("id", id)
                        .bind("nonce", nonce)
                        .execute())
                == 1;
    }

    private static PracticeKey key(ResultSet row) throws SQLException {
        return new PracticeKey(
                new PracticeKeyId(row.getObject("id", UUID.class)),
                row.getString("label"),
                row.getString("last_four"),
                Set.copyOf(split(row.getString("boxes"))),
                split(row.getString("addresses")),
                row.getBoolean("funded"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static String joined(Collection<String> values) {
        return String.join(",", values);
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    /// A key with what the server needs to judge a call.
    // Handed on once, never compared and never kept.
    @SuppressWarnings("ArrayRecordComponent")
    record Stored(UserId owner, PracticeKey key, byte[] sealed) {}
}
