package dev.porteclef.mail;

import dev.porteclef.platform.security.UserId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/// Tables `mail_declined` and `mail_word`.
final class JdbiMailChoices {

    private final Jdbi jdbi;

    JdbiMailChoices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Set<MailKind> declined(UserId owner) {
        var declined = EnumSet.noneOf(MailKind.class);
        jdbi.useHandle(handle -> handle.createQuery("select kind from mail_declined where owner = :owner")
                .bind("owner", owner)
                .mapTo(String.class)
                .forEach(name -> MailKind.named(name).ifPresent(declined::add)));
        return declined;
    }

    boolean declines(UserId owner, MailKind kind) {
        return declined(owner).contains(kind);
    }

    /// @return whether that changed anything
    boolean decline(UserId owner, MailKind kind) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into mail_declined (owner, kind)
                                values (:owner, :kind)
                                on conflict do nothing
                                """)
                        .bind("owner", owner)
                        .bind("kind", kind.name())
                        .execute())
                == 1;
    }

    /// @return whether that changed anything
    boolean want(UserId owner, MailKind kind) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                delete from mail_declined
                                where owner = :owner
                                  and kind = :kind
                                """)
                        .bind("owner", owner)
                        .bind("kind", kind.name())
                        .execute())
                == 1;
    }

    Optional<String> word(UserId owner) {
        return jdbi.withHandle(handle -> handle.createQuery("select word from mail_word where owner = :owner")
                .bind("owner", owner)
                .mapTo(String.class)
                .findOne());
    }

    /// Keeps `word` in place of the one before; joins the caller's transaction.
    void keepWord(UserId owner, String word) {
        forgetWord(owner);
        jdbi.useHandle(handle -> handle.createUpdate("insert into mail_word (owner, word) values (:owner, :word)")
                .bind("owner", owner)
                .bind("word", word)
                .execute());
    }

    void forgetWord(UserId owner) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from mail_word where owner = :owner")
                .bind("owner", owner)
                .execute());
    }
}
