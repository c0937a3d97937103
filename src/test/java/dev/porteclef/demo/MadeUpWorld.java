package dev.porteclef.demo;

import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.testing.TestDatabase;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// A database that is filled with made-up data.
record MadeUpWorld(TestDatabase.Fresh database) {

    static final Instant NOW = Instant.parse("2026-11-30T11:30:00Z");

    static DemoPlan plan(int keys, long seed) {
        return new DemoPlan(keys, Math.max(1, keys / 10), 6, seed, NOW);
    }

    DemoData.Made make(DemoPlan plan) throws SQLException {
        try (var connection = database.source().getConnection()) {
            return new DemoData(RealExchanges.catalogue(), connection, new Progress(nowhere(), false)).make(plan);
        }
    }

    void refuseMixing(boolean again, boolean production) throws SQLException {
        try (var connection = database.source().getConnection()) {
            new DemoData(RealExchanges.catalogue(), connection, new Progress(nowhere(), false))
                    .refuseMixing(again, production);
        }
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    int count(String condition) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from " + condition)
                        .mapTo(Integer.class)
                        .one());
    }

    int sum(String column, String table) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select coalesce(sum(" + column + "), 0) from " + table)
                        .mapTo(Integer.class)
                        .one());
    }

    /// The reports that are kept with keys.
    List<String> reports() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select report from exchange_key")
                        .mapTo(String.class)
                        .list());
    }

    /// Every value of every row of a table, in the order of `order`.
    List<String> rows(String table, String order) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select * from " + table + " order by " + order)
                        .map((row, context) -> {
                            var text = new StringBuilder();
                            for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                                var value = row.getObject(column);
                                text.append(
                                                value instanceof byte[] bytes
                                                        ? List.of(java.util.HexFormat.of()
                                                                .formatHex(bytes))
                                                        : value)
                                        .append('|');
                            }
                            return text.toString();
                        })
                        .list());
    }

    /// An account of somebody who is not made up.
    void signUp() {
        database.jdbi().useHandle(handle -> handle.execute("""
                insert into account (id, email, password_hash, language, enabled, created_at, version)
                values ('6f7a1f0e-5a55-4a0c-9f56-0f4f6f0a0001', 'real@customer.example', 'x', 'en', true,
                    current_timestamp, 0)
                """));
    }
}
