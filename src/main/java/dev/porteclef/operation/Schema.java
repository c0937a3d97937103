package dev.porteclef.operation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The tables of the portal's schema, as the database itself describes them: a table that a later version
/// adds is in its backups without anybody thinking of it.
final class Schema {

    /// Written by the migrations, which a restore runs anew.
    static final String HISTORY = "flyway_schema_history";

    private final Connection connection;

    Schema(Connection connection) {
        this.connection = connection;
    }

    /// All but the history of migrations; a table that refers to another one comes after it.
    List<String> tables() throws SQLException {
        var names = names();
        var parents = new HashMap<String, Set<String>>();
        for (var name : names) {
            parents.put(name, parents(name));
        }
        var ordered = new LinkedHashSet<String>();
        names.forEach(name -> place(name, parents, ordered, new LinkedHashSet<>()));
        ordered.remove(HISTORY);
        return List.copyOf(ordered);
    }

    /// The version that the last migration made, nothing where the portal was never here.
    Optional<String> version() throws SQLException {
        if (!names().contains(HISTORY)) {
            return Optional.empty();
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select "version"
                        from %s
                        where "success" and "version" is not null
                        order by "installed_rank" desc
                        """.formatted(HISTORY))) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    /// The first table that holds a row, if any does.
    Optional<String> occupied() throws SQLException {
        for (var table : tables()) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select 1 from " + quoted(table) + " limit 1")) {
                if (rows.next()) {
                    return Optional.of(table);
                }
            }
        }
        return Optional.empty();
    }

    /// The columns of `table` whose values the database counts by itself.
    List<String> counted(String table) throws SQLException {
        var counted = new ArrayList<String>();
        try (var columns = connection.getMetaData().getColumns(null, connection.getSchema(), table, null)) {
            while (columns.next()) {
                if ("YES".equals(columns.getString("IS_AUTOINCREMENT"))) {
                    counted.add(columns.getString("COLUMN_NAME"));
                }
            }
        }
        return counted;
    }

    private Set<String> names() throws SQLException {
        var names = new TreeSet<String>();
        try (var tables = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private Set<String> parents(String table) throws SQLException {
        var parents = new TreeSet<String>();
        try (var keys = connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
            while (keys.next()) {
                parents.add(keys.getString("PKTABLE_NAME"));
            }
        }
        return parents;
    }

    private static void place(String name, Map<String, Set<String>> parents, Set<String> ordered, Set<String> path) {
        if (ordered.contains(name) || !path.add(name)) {
            return;
        }
        parents.getOrDefault(name, Set.of()).forEach(parent -> place(parent, parents, ordered, path));
        ordered.add(name);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return names.stream().map(Schema::quoted).collect(Collectors.joining(", "));
    }

    static String places(List<String> names) {
        return String.join(", ", Collections.nCopies(names.size(), "?"));
    }
}
