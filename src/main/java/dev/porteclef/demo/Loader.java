package dev.porteclef.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Puts many rows into a table in the quickest way that the database has, within the transaction of its connection.
sealed interface Loader permits CopyLoader, BatchLoader {

    /// @param rows their values in the order of `columns`: texts, numbers, truth values, ids, instants, bytes or `null`
    void load(String table, List<String> columns, Stream<@Nullable Object[]> rows) throws SQLException;

    static Loader on(Connection connection) throws SQLException {
        return connection.isWrapperFor(PGConnection.class)
                ? new CopyLoader(connection.unwrap(PGConnection.class))
                : new BatchLoader(connection);
    }
}
