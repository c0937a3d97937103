package dev.porteclef.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLogs;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.KeyWorld;
import dev.porteclef.platform.config.StartRefused;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The drill: customers, keys, checks and the record of a portal at work are backed up, lost, restored into an empty
/// database of either make, and used again.
class BackupDrillTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T20:00:00Z"), ZoneOffset.UTC);
    private static final Map<TestDatabase, AtWork> PORTALS = new EnumMap<>(TestDatabase.class);

    @TempDir
    private static Path folder;

    /// A pair of rows is changed in one transaction each time a table has been written: a backup of different moments
    /// would hold different numbers.
    @BeforeAll
    static void backUpPortalsAtWork() throws SQLException {
        for (var database : TestDatabase.values()) {
            var world = new KeyWorld(database);
            var keys = world.customersWithAKey(3);
            world.check(keys);
            world.jdbi().useHandle(handle -> {
                handle.execute(
                        "insert into outbound_lane (address, host, question, next_free) values ('a', 'h', 'q', 0)");
                handle.execute("insert into outbound_pause (address, host, paused_until) values ('a', 'h', 0)");
            });
            var file = folder.resolve(database + ".backup");
            try (var connection = world.source().getConnection()) {
                Backup.write(connection, file, CLOCK, _ -> write(world));
            }
            PORTALS.put(database, new AtWork(world, keys, file));
        }
    }

    /// @param backup made while it was at work
    private record AtWork(KeyWorld world, List<ExchangeKey> keys, Path backup) {}

    private static AtWork at(TestDatabase database) {
        return Objects.requireNonNull(PORTALS.get(database));
    }

    private static void write(KeyWorld world) {
        world.jdbi().useTransaction(handle -> {
            handle.execute("update outbound_lane set next_free = next_free + 1 where address = 'a'");
            handle.execute("update outbound_pause set paused_until = paused_until + 1 where address = 'a'");
        });
    }

    @AfterAll
    static void stop() {
        PORTALS.values().forEach(portal -> portal.world().close());
    }

    @ParameterizedTest
    @CsvSource({"H2, H2", "POSTGRESQL, POSTGRESQL", "H2, POSTGRESQL", "POSTGRESQL, H2"})
    void what_was_lost_is_there_again_and_its_keys_open_and_verify(TestDatabase from, TestDatabase to)
            throws SQLException {
        var empty = to.emptyDatabase();

        var restored = restore(from, to, empty);

        assertThat(restored.rows()).isPositive();
        try (var portal = at(from).world().on(to.on(empty))) {
            for (var key : at(from).keys()) {
                assertThat(portal.now(key)).isEqualTo(at(from).world().now(key));
                var before = portal.now(key).checkedAt();
                portal.clock().turnBy(java.time.Duration.ofMinutes(1));
                portal.check(List.of(key));
                assertThat(portal.now(key).verdict()).isEqualTo(Verdict.Kind.ACCEPTED);
                assertThat(portal.now(key).noVerdict()).isNull();
                assertThat(portal.now(key).checkedAt()).isAfter(before);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_backup_is_of_one_moment_however_much_is_written_meanwhile(TestDatabase database) throws SQLException {
        var empty = database.emptyDatabase();
        restore(database, database, empty);

        var restored = database.on(empty).jdbi();

        assertThat(number(restored, "select next_free from outbound_lane where address = 'a'"))
                .isEqualTo(number(restored, "select paused_until from outbound_pause where address = 'a'"))
                .isZero();
        assertThat(number(at(database).world().jdbi(), "select next_free from outbound_lane where address = 'a'"))
                .isGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_record_is_whole_goes_on_behind_its_last_row_and_still_refuses_changes(TestDatabase database)
            throws SQLException {
        var empty = database.emptyDatabase();
        restore(database, database, empty);
        var restored = database.on(empty);
        var jdbi = restored.jdbi();
        assertThat(recordOf(jdbi))
                .isNotEmpty()
                .isEqualTo(recordOf(at(database).world().jdbi()));
        var last = number(jdbi, "select max(number) from audit_event");
        restored.transactions()
                .executeWithoutResult(
                        _ -> AuditLogs.on(jdbi, CLOCK).record(Act.SIGNED_OUT, null, null, null, Map.of()));
        assertThat(number(jdbi, "select max(number) from audit_event")).isEqualTo(last + 1);
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("delete from audit_event")))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void restored_and_backed_up_again_it_is_the_same_to_the_byte() throws Exception {
        var empty = TestDatabase.POSTGRESQL.emptyDatabase();
        restore(TestDatabase.POSTGRESQL, TestDatabase.POSTGRESQL, empty);
        var again = folder.resolve("again.backup");

        try (var connection = empty.getConnection()) {
            Backup.write(connection, again, CLOCK);
        }

        assertThat(text(again)).isEqualTo(text(at(TestDatabase.POSTGRESQL).backup()));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void no_credential_and_no_part_of_the_master_key_is_in_the_file_and_only_its_owner_reads_it(TestDatabase database)
            throws IOException {
        var text = text(at(database).backup());

        assertThat(text).contains("\"audit_event\"", "key_secret").doesNotContain(KeyWorld.SECRET);
        var masterKey = Files.readString(at(database).world().masterKeys().resolve("master-keyset.json"));
        var material = masterKey.replaceAll("(?s).*\"value\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        assertThat(material).hasSizeGreaterThan(40).hasSizeLessThan(100);
        assertThat(text).doesNotContain(material.substring(4, 40));
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(at(database).backup())))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void existing_rows_are_never_restored_over(TestDatabase database) {
        var world = at(database).world();
        var before = number(world.jdbi(), "select count(*) from audit_event");

        assertThatThrownBy(() -> restore(database, database, world.source()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is not empty");
        assertThat(number(world.jdbi(), "select count(*) from audit_event")).isEqualTo(before);
    }

    @Test
    void a_file_that_is_cut_off_changed_or_none_is_refused_with_nothing_changed() throws IOException {
        var whole = Files.readAllBytes(at(TestDatabase.H2).backup());
        var damages = Map.of(
                "cut", Arrays.copyOf(whole, whole.length / 2),
                "almost-whole", Arrays.copyOf(whole, whole.length - 1),
                "empty", new byte[0],
                "flipped", flipped(whole),
                "without-proof", withoutProof(text(at(TestDatabase.H2).backup())),
                "none", "not a backup".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (var damage : damages.entrySet()) {
            var file = Files.write(folder.resolve(damage.getKey()), damage.getValue());
            var empty = TestDatabase.H2.emptyDatabase();

            assertThatThrownBy(() -> restore(file, at(TestDatabase.H2).world().masterKeys(), TestDatabase.H2, empty))
                    .as(damage.getKey())
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("is damaged, cut off, or no backup");
            assertThat(tables(empty)).isZero();
        }
    }

    @Test
    void another_master_key_or_none_is_refused_with_nothing_changed() throws IOException {
        var empty = TestDatabase.H2.emptyDatabase();
        var backup = at(TestDatabase.H2).backup();

        assertThatThrownBy(() ->
                        restore(backup, at(TestDatabase.POSTGRESQL).world().masterKeys(), TestDatabase.H2, empty))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("wrong master key");
        var none = Files.createDirectory(folder.resolve("no-keys"));
        assertThatThrownBy(() -> restore(backup, none, TestDatabase.H2, empty))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("master key is missing");
        assertThat(tables(empty)).isZero();
        assertThat(none).isEmptyDirectory();
    }

    @Test
    void a_backup_of_a_newer_version_is_refused_and_one_of_an_older_version_is_taken() throws Exception {
        var newer = folder.resolve("newer.backup");
        try (var connection = TestDatabase.H2.fresh().source().getConnection()) {
            try (var statement = connection.createStatement()) {
                statement.execute("update " + Schema.HISTORY + " set \"version\" = '9999' where \"installed_rank\" ="
                        + " (select max(\"installed_rank\") from " + Schema.HISTORY + ")");
            }
            Backup.write(connection, newer, CLOCK);
        }
        var older = folder.resolve("older.backup");
        try (var connection = TestDatabase.H2.fresh("13").source().getConnection()) {
            Backup.write(connection, older, CLOCK);
        }
        var empty = TestDatabase.H2.emptyDatabase();
        var keys = at(TestDatabase.H2).world().masterKeys();

        assertThatThrownBy(() -> restore(newer, keys, TestDatabase.H2, empty))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("made by a newer Porteclef (schema version 9999");
        assertThat(restore(older, keys, TestDatabase.H2, empty).version()).isEqualTo("0013");
    }

    private static Backup.Summary restore(TestDatabase from, TestDatabase to, DataSource into) throws SQLException {
        return restore(at(from).backup(), at(from).world().masterKeys(), to, into);
    }

    private static Backup.Summary restore(Path file, Path keys, TestDatabase to, DataSource into) throws SQLException {
        try (var connection = into.getConnection()) {
            return new Restore(file, keys, to.migrations()).into(connection);
        }
    }

    private static byte[] flipped(byte[] whole) {
        var changed = whole.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }

    private static byte[] withoutProof(String text) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var compressed = new java.util.zip.GZIPOutputStream(bytes)) {
            compressed.write(
                    text.substring(0, text.lastIndexOf("{")).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String text(Path backup) throws IOException {
        try (var text = new GZIPInputStream(Files.newInputStream(backup))) {
            return new String(text.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static List<Map<String, Object>> recordOf(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select number, recorded_at, act, actor, subject, object_id, details
                        from audit_event
                        order by number
                        """).mapToMap().list());
    }

    private static long number(Jdbi jdbi, String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private static long tables(DataSource source) {
        return number(
                Jdbi.create(source), "select count(*) from information_schema.tables where table_schema = 'public'");
    }
}
