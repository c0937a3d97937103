package dev.porteclef.operation;

import dev.porteclef.operation.BackupReader.Table;
import dev.porteclef.platform.config.StartRefused;
import dev.porteclef.vault.MasterKeyCheck;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/// Fills an empty database from a file that [Backup] wrote, on whichever of the two databases it was written.
///
/// Everything that can be wrong with file and master key is found out before anything is changed. All rows come in one
/// transaction: either all of them are there afterwards, or none.
public final class Restore {

    private static final int ROWS_AT_ONCE = 500;

    private final BackupReader backup;
    private final Path keys;
    private final String[] migrations;

    /// @param keys folder of the master key that the secrets in the backup were sealed with
    /// @param migrations where Flyway finds the migrations of the database that is filled
    public Restore(Path backup, Path keys, String... migrations) {
        this.backup = new BackupReader(backup);
        this.keys = keys;
        this.migrations = migrations.clone();
    }

    /// The schema's version in the backup. Reads the whole file.
    ///
    /// @throws StartRefused where the file is damaged or of a newer version, or the master key does not suit it
    public String check() throws SQLException {
        var found = new Findings();
        backup.visit(found);
        var known = newestKnown();
        if (known.compareTo(MigrationVersion.fromVersion(found.version)) < 0) {
            throw new StartRefused("The backup was made by a newer Porteclef (schema version " + found.version
                    + "; this one knows up to " + known + "); restore it with that one or a later one.");
        }
        if (found.witness != null) {
            MasterKeyCheck.check(found.kekId, found.witness, keys);
        }
        return found.version;
    }

    /// Checks, and fills the database that `connection` leads to.
    ///
    /// @throws StartRefused as [#check()], or where the database is not empty; nothing was changed then
    public Backup.Summary into(Connection connection) throws SQLException {
        var version = check();
        refuseUnlessEmpty(connection, version);
        Flyway.configure()
                .dataSource(new SingleConnectionDataSource(connection, true))
                .locations(migrations)
                .target(version)
                .load()
                .migrate();
        connection.setAutoCommit(false);
        try (var filler = new Filler(connection)) {
            backup.visit(filler);
            filler.finish();
            connection.commit();
            return new Backup.Summary(version, filler.tables, filler.rows);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void refuseUnlessEmpty(Connection connection, String version) throws SQLException {
        var schema = new Schema(connection);
        var occupied = schema.occupied();
        if (occupied.isPresent()) {
            throw new StartRefused("The database is not empty (table " + occupied.get()
                    + " has rows); a backup is restored into an empty one only. Nothing was changed.");
        }
        var existing = schema.version();
        if (existing.isPresent()
                && MigrationVersion.fromVersion(existing.get()).compareTo(MigrationVersion.fromVersion(version)) > 0) {
            throw new StartRefused("The database has the tables of a newer version (" + existing.get()
                    + ") than the backup (" + version + "); restore it into a database without tables.");
        }
    }

    private MigrationVersion newestKnown() {
        var known = MigrationVersion.EMPTY;
        // The names of the files tell; no database is needed for that.
        var resolved = Flyway.configure()
                .dataSource("jdbc:h2:mem:", "", "")
                .locations(migrations)
                .load()
                .info()
                .all();
        for (var migration : resolved) {
            var version = migration.getVersion();
            if (version != null && version.compareTo(known) > 0) {
                known = version;
            }
        }
        return known;
    }

    /// What has to be known before anything is changed.
    private static final class Findings implements BackupReader.Visitor {

        private String version = "0";
        private long kekId;
        private byte @Nullable [] witness;

        @Override
        public void begin(String told) {
            version = told;
        }

        @Override
        public void row(Table table, JsonNode values) {
            if (table.name().equals("vault_master")
                    && table.value("kek_id", values) instanceof Long id
                    && table.value("witness", values) instanceof byte[] sealed) {
                kekId = id;
                witness = sealed;
            }
        }
    }

    /// Writes row after row.
    private static final class Filler implements BackupReader.Visitor, AutoCloseable {

        private final Connection connection;
        private final Schema schema;
        private final Set<String> existing;
        private @Nullable PreparedStatement insert;
        private int waiting;
        private int tables;
        private long rows;
        private final Set<String> filled = new HashSet<>();

        Filler(Connection connection) throws SQLException {
            this.connection = connection;
            this.schema = new Schema(connection);
            this.existing = Set.copyOf(schema.tables());
        }

        @Override
        public void table(Table table) throws SQLException {
            close();
            tables++;
            // A table of the other database's own has no rows, and no place here.
            if (existing.contains(table.name())) {
                insert = connection.prepareStatement("insert into " + Schema.quoted(table.name()) + " ("
                        + Schema.quoted(table.columns()) + ") overriding system value values ("
                        + Schema.places(table.columns()) + ")");
            }
        }

        @Override
        public void row(Table table, JsonNode values) throws SQLException {
            if (insert == null) {
                throw new StartRefused("The backup has rows of a table that this version does not have: " + table.name()
                        + "; nothing was restored.");
            }
            for (var column = 0; column < table.cells().size(); column++) {
                insert.setObject(column + 1, table.cells().get(column).write(values.get(column)));
            }
            insert.addBatch();
            filled.add(table.name());
            rows++;
            if (++waiting == ROWS_AT_ONCE) {
                send();
            }
        }

        /// What the database counts goes on behind the last row.
        void finish() throws SQLException {
            close();
            for (var table : filled) {
                for (var column : schema.counted(table)) {
                    goOn(table, column);
                }
            }
        }

        private void goOn(String table, String column) throws SQLException {
            try (var statement = connection.createStatement();
                    var last = statement.executeQuery(
                            "select max(" + Schema.quoted(column) + ") from " + Schema.quoted(table))) {
                last.next();
                var next = last.getLong(1) + 1;
                statement.execute("alter table " + Schema.quoted(table) + " alter column " + Schema.quoted(column)
                        + " restart with " + next);
            }
        }

        private void send() throws SQLException {
            if (insert != null && waiting > 0) {
                insert.executeBatch();
                waiting = 0;
            }
        }

        @Override
        public void close() throws SQLException {
            send();
            if (insert != null) {
                insert.close();
                insert = null;
            }
        }
    }
}
