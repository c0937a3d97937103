package dev.porteclef.account;

import dev.porteclef.audit.AuditLog;
import dev.porteclef.audit.AuditLogs;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TurnableClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/// The real services of accounts on a fresh database, without the rest of the application.
final class AccountsFixture {

    /// Reads its word lists once; they take their time.
    private static final PasswordRules RULES = new PasswordRules(installation(Path.of("unused")));

    private final TestDatabase.Fresh database;
    private final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final JdbiAccounts store;
    private final PasswordHashes passwordHashes = new PasswordHashes();
    private final AuditLog log;

    AccountsFixture(TestDatabase.Fresh database) {
        this.database = database;
        this.store = new JdbiAccounts(database.jdbi(), clock);
        this.log = AuditLogs.on(database.jdbi(), clock);
    }

    Accounts accounts() {
        return new Accounts(
                store,
                new Passwords(RULES, passwordHashes),
                new Limits(clock),
                log,
                new CurrentUser(),
                database.transactions());
    }

    DemoAccounts demo(Path data) {
        var signIns = new DemoSignIns(installation(data), new SecureRandom());
        return new DemoAccounts(store, passwordHashes, signIns, log, database.transactions());
    }

    AuditLog log() {
        return log;
    }

    List<String> hashes() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select password_hash from account")
                        .mapTo(String.class)
                        .list());
    }

    long rowsOfRecord() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from audit_event")
                        .mapTo(Long.class)
                        .one());
    }

    void execute(String statement) {
        database.jdbi().useHandle(handle -> handle.execute(statement));
    }

    private static Installation installation(Path data) {
        return new Installation(
                new Installation.Brand("Noon Barbari", null, null), List.of("51.38.112.198"), data, data);
    }
}
