package dev.porteclef.practice;

import dev.porteclef.platform.security.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
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

    void insert(UserId owner, PracticeKey key, byte[] keyFingerprint, byte[] sealed, byte[] secretFingerprint) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into practice_key (
                            id, owner, key_fingerprint, last_four, secret, label, boxes, addresses, funded,
                            last_nonce, created_at, secret_fingerprint)
                        values (
                            :id, :owner, :fingerprint, :lastFour, :secret, :label, :boxes, :addresses, :funded,
                            0, :createdAt, :secretFingerprint)
                        """)
                .bind("id", key.id())
                .bind("owner", owner)
                .bind("fingerprint", keyFingerprint)
                .bind("secretFingerprint", secretFingerprint)
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

    /// Deletes the key and remembers only whose it was.
    ///
    /// @return whether there was such a key of this owner
    boolean delete(UserId owner, PracticeKeyId id, Instant at) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("""
                            insert into practice_deleted_key (key_fingerprint, owner, deleted_at)
                            select key_fingerprint, owner, :at
                            from practice_key
                            where id = :id
                            and owner = :owner
                            """)
                    .bind("id", id)
                    .bind("owner", owner)
                    .bind("at", at)
                    .execute();
            return handle.createUpdate("""
                                    delete from practice_key
                                    where id = :id
                                    and owner = :owner
                                    """).bind("id", id).bind("owner", owner).execute() == 1;
        });
    }

    static PracticeKey key(ResultSet row) throws SQLException {
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
}
