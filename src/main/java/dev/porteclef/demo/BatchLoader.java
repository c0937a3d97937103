package dev.porteclef.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Prepared inserts, some hundred at once.
record BatchLoader(Connection connection) implements Loader {

    private static final int AT_ONCE = 500;

    @Override
    public void load(String table, List<String> columns, Stream<@Nullable Object[]> rows) throws SQLException {
        var insert = "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        try (var statement = connection.prepareStatement(insert)) {
            var waiting = 0;
            for (var each = rows.iterator(); each.hasNext(); ) {
                add(statement, each.next());
                if (++waiting == AT_ONCE) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        }
    }

    private static void add(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (var column = 0; column < row.length; column++) {
            var value = row[column];
            statement.setObject(column + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
        statement.addBatch();
    }
}
