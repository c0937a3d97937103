package dev.porteclef.operation;

import dev.porteclef.platform.config.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// One moment for all tables, in which no migration changes their shape. Whoever reads or writes rows does not wait
/// for it.
///
/// A snapshot of PostgreSQL is of rows, not of tables: one that an `alter table` rewrites after the snapshot appears
/// empty to it. Therefore all tables are locked against that, and the snapshot begins after the last lock: `lock table`
/// takes none, the first query does. `pg_dump` has to do it the other way round, for it learns from its snapshot which
/// tables there are; here they are read before, and again in the snapshot, and both have to agree.
final class Snapshot {

    private static final int TRIES = 10;
    /// Shorter than PostgreSQL waits (1 s) before it takes two that wait for each other for a deadlock: a migration
    /// must not be the one it ends.
    private static final String PATIENCE = "400ms";

    private static final String NOT_HAD_IN_TIME = "55P03";
    private static final String NO_SUCH_TABLE = "42P01";

    private final Connection connection;

    Snapshot(Connection connection) {
        this.connection = connection;
    }

    /// Begins a transaction, which the caller ends.
    ///
    /// @return the tables to back up, a table after those it refers to
    /// @throws StartRefused where a migration is under way and takes long
    List<String> begin() throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
            // Its file belongs to this process alone.
            execute("set session characteristics as transaction isolation level snapshot");
            connection.setAutoCommit(false);
            return new Schema(connection).tables();
        }
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        for (var tried = 0; tried < TRIES; tried++) {
            connection.setAutoCommit(true);
            var known = new Schema(connection).tables();
            connection.setAutoCommit(false);
            if (locked(known)) {
                var tables = new Schema(connection).tables();
                if (tables.equals(known)) {
                    return tables;
                }
            }
            connection.rollback();
        }
        throw new StartRefused(
                "The tables are being changed just now, as by an upgrade; try again when it is done.",
                StartRefused.TEMPORARY);
    }

    private boolean locked(List<String> tables) throws SQLException {
        if (tables.isEmpty()) {
            return true;
        }
        try {
            execute("set local lock_timeout = '" + PATIENCE + "'");
            execute("lock table " + Schema.quoted(tables) + " in access share mode");
            return true;
        } catch (SQLException e) {
            if (NOT_HAD_IN_TIME.equals(e.getSQLState()) || NO_SUCH_TABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private void execute(String statement) throws SQLException {
        try (var ready = connection.createStatement()) {
            ready.execute(statement);
        }
    }
}
