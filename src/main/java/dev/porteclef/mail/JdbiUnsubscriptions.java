package dev.porteclef.mail;

import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Table `mail_unsubscribe`.
final class JdbiUnsubscriptions {

    private final Jdbi jdbi;

    JdbiUnsubscriptions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Whose mail of which kind a link ends.
    record Stored(UserId owner, MailKind kind) {}

    void insert(byte[] hash, UserId owner, MailKind kind, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into mail_unsubscribe (token_hash, owner, kind, created_at)
                        values (:hash, :owner, :kind, :now)
                        """)
                .bind("hash", hash)
                .bind("owner", owner)
                .bind("kind", kind.name())
                .bind("now", now)
                .execute());
    }

    Optional<Stored> find(byte[] hash, Instant notBefore) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select owner, kind
                        from mail_unsubscribe
                        where token_hash = :hash
                          and created_at >= :notBefore
                        """)
                .bind("hash", hash)
                .bind("notBefore", notBefore)
                .map((row, context) -> new Stored(
                        new UserId(row.getObject("owner", UUID.class)), MailKind.valueOf(row.getString("kind"))))
                .findOne());
    }

    void forget(Instant before) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from mail_unsubscribe where created_at < :before")
                .bind("before", before)
                .execute());
    }
}
