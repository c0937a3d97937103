package dev.porteclef.key;

import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.TestDatabase;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// Looks at what the services of keys have written, behind their backs.
abstract class KeyTables {

    final TestDatabase.Fresh database;

    KeyTables(TestDatabase.Fresh database) {
        this.database = database;
    }

    /// Rows of the record about one person, oldest first: `KEY_CONNECTED`, …
    List<String> acts(UserId subject) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select act from audit_event where subject = :subject order by number")
                        .bind("subject", subject)
                        .mapTo(String.class)
                        .list());
    }

    /// Which of these acts are the portal's own, in nobody's name.
    List<String> ownActs(UserId subject) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select act from audit_event where subject = :subject and actor is null order by number")
                        .bind("subject", subject)
                        .mapTo(String.class)
                        .list());
    }

    int rows(String table) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from " + table)
                        .mapTo(Integer.class)
                        .one());
    }

    int rowsOf(KeyId id, String table) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from " + table + " where key_id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one());
    }

    List<byte[]> ciphertexts(KeyId id) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select ciphertext from key_secret where key_id = :id")
                        .bind("id", id)
                        .mapTo(byte[].class)
                        .list());
    }

    /// The same as text, to be compared.
    List<String> sealed(KeyId id) {
        return ciphertexts(id).stream().map(HexFormat.of()::formatHex).sorted().toList();
    }

    boolean isRecognisable(KeyId id) {
        return database.jdbi()
                        .withHandle(handle -> handle.createQuery(
                                        "select count(*) from exchange_key where id = :id and fingerprint is not null")
                                .bind("id", id)
                                .mapTo(Integer.class)
                                .one())
                == 1;
    }

    /// Whatever stands in the tables of keys, as text.
    String everythingWritten() {
        return database.jdbi().withHandle(handle -> {
            var all = new StringBuilder();
            for (var table : List.of("exchange_key", "key_check", "key_draft", "audit_event")) {
                handle.createQuery("select * from " + table).mapToMap().forEach(all::append);
            }
            return all.toString();
        });
    }

    <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(database.transactions().execute(_ -> work.get()));
    }

    /// Returns once somebody waits for a lock.
    void awaitBlocked(TestDatabase server) {
        var waiting = switch (server) {
            case H2 -> "select count(*) from information_schema.sessions where blocker_id is not null";
            case POSTGRESQL -> "select count(*) from pg_locks where not granted";
        };
        for (var end = System.nanoTime() + 20_000_000_000L; System.nanoTime() < end; Thread.onSpinWait()) {
            if (database.jdbi()
                            .withHandle(handle -> handle.createQuery(waiting)
                                    .mapTo(Integer.class)
                                    .one())
                    > 0) {
                return;
            }
        }
        throw new AssertionError("nobody waits");
    }

    void execute(String statement) {
        database.jdbi().useHandle(handle -> handle.execute(statement));
    }
}
