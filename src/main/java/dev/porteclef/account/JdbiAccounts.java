package dev.porteclef.account;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.springframework.stereotype.Component;

/// Tables `account` and `account_role`.
@Component
final class JdbiAccounts {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Jdbi jdbi;
    private final Clock clock;

    JdbiAccounts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// Adds an account with its roles.
    ///
    /// @throws EmailTakenException if another account has the e-mail; the transaction must then be rolled back
    void add(SignedInUser account) {
        jdbi.useHandle(handle -> {
            insert(handle, account);
            account.roles().forEach(role -> insert(handle, account.id(), role));
        });
    }

    Optional<SignedInUser> find(EmailAddress email) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, email, password_hash, language, enabled
                        from account
                        where email = :email
                        """)
                .bind("email", email.value())
                .map((row, context) -> {
                    var id = context.findColumnMapperFor(UserId.class)
                            .orElseThrow()
                            .map(row, "id", context);
                    return new SignedInUser(
                            id,
                            row.getString("email"),
                            row.getString("password_hash"),
                            roles(handle, id),
                            Language.of(row.getString("language")).orElseThrow(),
                            row.getBoolean("enabled"));
                })
                .findOne());
    }

    /// Replaces the hash `old` by `hash`; does nothing if the password was changed in the meantime.
    void replaceHash(UserId id, String old, String hash) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update account
                        set password_hash = :hash, version = version + 1
                        where id = :id
                          and password_hash = :old
                        """)
                .bind("id", id)
                .bind("old", old)
                .bind("hash", hash)
                .execute());
    }

    /// Whether the language was another one before.
    boolean changeLanguage(UserId id, Language language) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update account
                                set language = :language, version = version + 1
                                where id = :id
                                  and language <> :language
                                """)
                        .bind("id", id)
                        .bind("language", language.tag())
                        .execute())
                == 1;
    }

    private void insert(Handle handle, SignedInUser account) {
        try {
            handle.createUpdate("""
                            insert into account (id, email, password_hash, language, enabled, created_at, version)
                            values (:id, :email, :hash, :language, :enabled, :at, 0)
                            """)
                    .bind("id", account.id())
                    .bind("email", account.email())
                    .bind("hash", account.passwordHash())
                    .bind("language", account.language().tag())
                    .bind("enabled", account.enabled())
                    .bind("at", clock.instant())
                    .execute();
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                throw new EmailTakenException();
            }
            throw e;
        }
    }

    private static void insert(Handle handle, UserId id, Role role) {
        handle.createUpdate("""
                        insert into account_role (account_id, role)
                        values (:id, :role)
                        """).bind("id", id).bind("role", role.name()).execute();
    }

    private static Set<Role> roles(Handle handle, UserId id) {
        return Set.copyOf(
                handle.createQuery("""
                        select role
                        from account_role
                        where account_id = :id
                        """).bind("id", id).mapTo(Role.class).list());
    }

    /// Ends the transaction of a sign-up whose e-mail is taken; an expected outcome, so without a stack trace.
    static final class EmailTakenException extends RuntimeException {

        EmailTakenException() {
            super("the e-mail is taken", null, false, false);
        }
    }
}
