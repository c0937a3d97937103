package dev.porteclef.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.platform.config.StartRefused;
import dev.porteclef.testing.TestDatabase;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What can come between a backup and its file: a full disk, another file, a migration.
class BackupFileTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void a_full_disk_leaves_nothing_behind() {
        var file = folder.resolve("one.backup");

        assertThatThrownBy(() -> {
                    try (var writer = BackupWriter.beside(file, disk -> new Full(disk, 100_000))) {
                        fill(writer);
                        writer.finish();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_file_that_has_got_the_name_meanwhile_is_not_replaced() throws Exception {
        var file = folder.resolve("one.backup");
        var source = TestDatabase.H2.fresh().source();

        try (var connection = source.getConnection()) {
            assertThatThrownBy(() -> Backup.write(connection, file, CLOCK, _ -> write(file)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("exists already");
        }

        assertThat(file).hasContent("another's");
        assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
    }

    /// As on a disk that knows no second names.
    @Test
    void a_move_replaces_nothing_either() throws IOException {
        var finished = Files.writeString(folder.resolve("finished"), "ours");
        var name = folder.resolve("name");
        write(name);

        assertThatThrownBy(() -> FinishedFile.move(finished, name)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(name).hasContent("another's");
        Files.delete(name);
        FinishedFile.move(finished, name);
        assertThat(name).hasContent("ours");
        assertThat(finished).doesNotExist();
    }

    /// A restore runs the migrations and then adds the rows of the backup: a row of a migration would be in the way.
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void migrations_make_tables_and_no_rows(TestDatabase database) throws SQLException {
        try (var connection = database.fresh().source().getConnection()) {
            var schema = new Schema(connection);

            assertThat(schema.tables()).hasSizeGreaterThan(10);
            assertThat(schema.occupied()).isEmpty();
        }
    }

    /// PostgreSQL shows an empty table to a snapshot that is older than an `alter table`.
    @Test
    void a_migration_that_comes_meanwhile_waits_and_loses_no_rows() throws Exception {
        var source = withARow();
        var file = folder.resolve("one.backup");
        var refused = new ArrayList<@Nullable String>();

        try (var connection = source.getConnection()) {
            Backup.write(connection, file, CLOCK, _ -> {
                if (refused.isEmpty()) {
                    refused.add(migrationAtOnce(source));
                }
            });
        }

        assertThat(refused).containsExactly("55P03");
        try (var text = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(new String(text.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("the only row");
        }
    }

    @Test
    void a_migration_that_is_under_way_is_not_waited_for_long_and_not_disturbed() throws Exception {
        var source = withARow();
        try (var migration = source.getConnection();
                var connection = source.getConnection()) {
            migration.setAutoCommit(false);
            rewrite(migration);
            try (var statement = connection.createStatement()) {
                // A backup that waits without end would keep this test from failing.
                statement.execute("set statement_timeout = '20s'");
            }

            assertThatThrownBy(() -> Backup.write(connection, folder.resolve("one.backup"), CLOCK))
                    .isInstanceOfSatisfying(
                            StartRefused.class,
                            refusal -> assertThat(refusal.exitCode()).isEqualTo(StartRefused.TEMPORARY))
                    .hasMessageContaining("try again when it is done");
            migration.commit();
            assertThat(folder).isEmptyDirectory();

            Backup.write(connection, folder.resolve("one.backup"), CLOCK);
            assertThat(folder.resolve("one.backup")).isRegularFile();
        }
    }

    private static DataSource withARow() {
        var fresh = TestDatabase.POSTGRESQL.fresh();
        fresh.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into outbound_pause (address, host, paused_until) values ('the only row', 'h', 0)"));
        return fresh.source();
    }

    /// What PostgreSQL says to it; `null` where it lets it happen.
    private static @Nullable String migrationAtOnce(DataSource source) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set local lock_timeout = '100ms'");
            }
            rewrite(connection);
            connection.commit();
            return null;
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static void rewrite(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("alter table outbound_pause alter column paused_until type numeric(30)");
            statement.execute("alter table outbound_pause alter column paused_until type bigint");
        }
    }

    private static void fill(BackupWriter writer) throws IOException {
        var random = new Random(20_261_122);
        var bytes = new byte[1_000];
        for (var row = 0; row < 1_000; row++) {
            random.nextBytes(bytes);
            writer.row(List.of(java.util.Base64.getEncoder().encodeToString(bytes)));
        }
        writer.line(Map.of());
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "another's");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// A disk with room for so many bytes.
    private static final class Full extends FilterOutputStream {

        private int room;

        Full(OutputStream disk, int room) {
            super(disk);
            this.room = room;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > room) {
                throw new IOException("No space left on device");
            }
            room -= length;
            out.write(bytes, from, length);
        }
    }
}
