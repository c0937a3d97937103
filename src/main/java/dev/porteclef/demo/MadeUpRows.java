package dev.porteclef.demo;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/// What is made up in a database, told from what is real by its ids.
record MadeUpRows(Connection connection) {

    private static final int AT_ONCE = 20_000;

    /// Whether anything is, be it of a run that was broken off.
    boolean exist() throws SQLException {
        return any("""
                select 1
                from account
                where id between ? and ?
                limit 1
                """);
    }

    /// Whether somebody else has an account.
    boolean standBesideOthers() throws SQLException {
        return any("""
                select 1
                from account
                where id not between ? and ?
                limit 1
                """);
    }

    private boolean any(String query) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setObject(1, MadeUpIds.FIRST);
            statement.setObject(2, MadeUpIds.LAST);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /// Removes them, checks first; the accounts last, so that what a broken-off removal left can be told.
    void remove() throws SQLException {
        remove("""
                delete from key_check
                where id in (select id from key_check where id between ? and ? limit %d)
                """);
        remove("""
                delete from exchange_key
                where id in (select id from exchange_key where id between ? and ? limit %d)
                """);
        remove("""
                delete from mail_outbox
                where owner in (select owner from mail_outbox where owner between ? and ? limit %d)
                """);
        remove("""
                delete from mail_declined
                where owner in (select owner from mail_declined where owner between ? and ? limit %d)
                """);
        removeDays();
        remove("""
                delete from account
                where id in (select id from account where id between ? and ? limit %d)
                """);
    }

    /// Figures name nobody and have no ids; what is made up of them says so.
    private void removeDays() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("delete from console_failure_day where made_up");
            statement.execute("delete from console_latency_day where made_up");
        }
        connection.commit();
    }

    private void remove(String delete) throws SQLException {
        try (var statement = connection.prepareStatement(delete.formatted(AT_ONCE))) {
            statement.setObject(1, MadeUpIds.FIRST);
            statement.setObject(2, MadeUpIds.LAST);
            while (statement.executeUpdate() > 0) {
                connection.commit();
            }
            connection.commit();
        }
    }

    /// Lets PostgreSQL know how much there is; its own round may be hours away.
    void count() throws SQLException {
        if (connection.isWrapperFor(PGConnection.class)) {
            try (var statement = connection.createStatement()) {
                statement.execute("analyze account, account_role, exchange_key, journey, key_check, mail_declined");
            }
            connection.commit();
        }
    }
}
