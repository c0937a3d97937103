package dev.porteclef.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.porteclef.platform.config.StartRefused;
import dev.porteclef.testing.Folders;
import dev.porteclef.testing.RunningPortal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The real process, refused for one reason each: one sentence on standard error, an exit code, nothing changed.
class LaunchTest {

    private static final String STORE = "porteclef.mv.db";
    private static final String MASTER_KEY = "master-keyset.json";

    @TempDir
    private static Path used;

    @TempDir
    private Path home;

    /// One start that ends well, so that there are data to leave unchanged.
    @BeforeAll
    static void startOnce() {
        try (var portal = RunningPortal.start(used)) {
            assertThat(portal.output()).contains("(Ctrl+C stops it)");
            assertThat(portal.address().getHost()).isEqualTo("localhost");
        }
    }

    @Test
    void a_second_start_on_the_same_folders_succeeds() {
        usedHome();
        try (var portal = RunningPortal.start(home)) {
            assertThat(portal.errors()).isEmpty();
            portal.kill();
            try (var again = portal.again()) {
                assertThat(again.address()).isEqualTo(portal.address());
            }
        }
    }

    @Test
    void a_taken_port_is_refused_before_anything_is_created() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(other.getLocalPort());
            refusedUnchanged(StartRefused.TEMPORARY, "Port " + port + " is already taken", "--port", port);
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void a_file_in_place_of_the_data_folder_is_refused() throws IOException {
        Files.writeString(home.resolve("data"), "not a folder");

        refusedUnchanged(StartRefused.CONFIGURATION, "is a file; name a folder with --data");
    }

    @Test
    void a_data_folder_that_cannot_be_made_is_refused() {
        assumeThat(Files.isDirectory(Path.of("/proc/self"))).isTrue();

        refusedUnchanged(StartRefused.CONFIGURATION, "may not write to /proc/porteclef", "--data", "/proc/porteclef");
    }

    @Test
    void a_data_folder_without_write_access_is_refused() throws IOException {
        usedHome();
        assertThat(home.resolve("data").toFile().setWritable(false)).isTrue();
        // The administrator of a machine may write everywhere, whatever the folder says.
        assumeThat(Files.isWritable(home.resolve("data"))).isFalse();

        refusedUnchanged(StartRefused.CONFIGURATION, "may not write to");
    }

    @Test
    void keys_inside_the_data_folder_are_refused() {
        refusedUnchanged(
                StartRefused.CONFIGURATION,
                "lies inside the data folder",
                "--keys",
                home.resolve("data/keys").toString());
    }

    @Test
    void a_damaged_database_is_refused() throws IOException {
        usedHome();
        var file = home.resolve("data").resolve(STORE);
        var bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, 8192, (byte) 'x');
        Files.write(file, bytes);

        refusedUnchanged(StartRefused.CONFIGURATION, "damaged or not one of Porteclef's");
    }

    @Test
    void a_truncated_database_is_refused_and_not_replaced_by_an_empty_one() throws IOException {
        usedHome();
        var file = home.resolve("data").resolve(STORE);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 9000));

        refusedUnchanged(StartRefused.CONFIGURATION, "damaged or not one of Porteclef's");
    }

    @Test
    void a_database_of_a_newer_version_is_refused() throws Exception {
        usedHome();
        try (var connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + home.resolve("data/porteclef")
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                        "porteclef",
                        "");
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into "flyway_schema_history"
                      ("installed_rank", "version", "description", "type", "script", "installed_by",
                       "execution_time", "success")
                    values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 'porteclef', 1, true)
                    """);
        }

        refusedUnchanged(StartRefused.CONFIGURATION, "written by a newer Porteclef (schema version 9999)");
    }

    @Test
    void a_missing_master_key_is_refused_once_something_was_sealed() throws IOException {
        usedHome();
        Files.delete(home.resolve("keys").resolve(MASTER_KEY));

        refusedUnchanged(StartRefused.CONFIGURATION, "The master key is missing");
    }

    @Test
    void a_wrong_master_key_is_refused() throws IOException {
        usedHome();
        try (var _ = RunningPortal.start(Files.createDirectory(home.resolve("other")))) {
            Files.copy(
                    home.resolve("other/keys").resolve(MASTER_KEY),
                    home.resolve("keys").resolve(MASTER_KEY),
                    StandardCopyOption.REPLACE_EXISTING);
        }

        refusedUnchanged(StartRefused.CONFIGURATION, "This is the wrong master key");
    }

    @Test
    void a_master_key_that_others_may_read_is_refused() throws IOException {
        usedHome();
        var file = home.resolve("keys").resolve(MASTER_KEY);
        assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        refusedUnchanged(StartRefused.CONFIGURATION, "can be read by others");
    }

    @ParameterizedTest
    @CsvSource({
        "rw-------, '', cannot be read",
        "rw-------, '{\"key\":[]}', cannot be read",
        "rw-r--r--, '{}', can be read by others",
    })
    void a_master_key_of_no_use_is_refused_before_a_database_is_made(String permissions, String text, String sentence)
            throws IOException {
        var file = Files.writeString(Files.createDirectory(home.resolve("keys")).resolve(MASTER_KEY), text);
        assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        refusedUnchanged(StartRefused.CONFIGURATION, sentence);
        assertThat(home.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a file", "a file/keys"})
    void keys_where_no_folder_can_be_are_refused_before_a_database_is_made(String keys) throws IOException {
        Files.writeString(home.resolve("a file"), "not a folder");

        refusedUnchanged(
                StartRefused.CONFIGURATION,
                "cannot keep a master key in",
                "--keys",
                home.resolve(keys).toString());
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void a_data_folder_in_use_is_refused() {
        usedHome();
        try (var _ = RunningPortal.start(home)) {
            var refusal = RunningPortal.refused(home, Map.of(), "--port", "0");

            assertThat(refusal.errors()).contains("in use by another running Porteclef");
            assertThat(refusal.errors().lines()).hasSize(1);
            assertThat(refusal.exitCode()).isEqualTo(StartRefused.TEMPORARY);
        }
    }

    @Test
    void an_unknown_setting_is_refused() {
        refusedUnchanged(
                StartRefused.CONFIGURATION, "Unknown setting porteclef.brand.nmae", "--porteclef.brand.nmae=Mine");
    }

    @Test
    void an_unknown_variable_is_refused() {
        var refusal = RunningPortal.refused(home, Map.of("PORTECLEF_BRAND_NMAE", "Mine"), "--port", "0");

        assertThat(refusal.errors()).contains("Unknown environment variable PORTECLEF_BRAND_NMAE");
        assertThat(refusal.exitCode()).isEqualTo(StartRefused.CONFIGURATION);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void an_unreachable_postgresql_is_refused() {
        var refusal = RunningPortal.refused(
                home,
                Map.of("PORTECLEF_DB_URL", "jdbc:postgresql://127.0.0.1:1/none", "PORTECLEF_DB_USER", "nobody"),
                "--port",
                "0",
                "--profile",
                "postgres");

        assertThat(refusal.errors()).contains("PostgreSQL cannot be reached");
        assertThat(refusal.errors().lines()).hasSize(1);
        assertThat(refusal.exitCode()).isEqualTo(StartRefused.TEMPORARY);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void a_slip_on_the_command_line_is_answered_with_the_options() {
        var refusal = RunningPortal.refused(home, Map.of(), "--prot", "8080");

        assertThat(refusal.errors()).startsWith("Unknown option --prot.").contains("--port N");
        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(home).isEmptyDirectory();
    }

    private void usedHome() {
        for (var folder : new String[] {"data", "keys"}) {
            if (Files.exists(used.resolve(folder))) {
                Folders.copy(used.resolve(folder), home.resolve(folder));
            }
        }
    }

    private void refusedUnchanged(int exitCode, String sentence, String... options) {
        var before = Folders.fingerprint(home);
        var words = Stream.of(options).anyMatch("--port"::equals)
                ? options
                : Stream.concat(Stream.of("--port", "0"), Stream.of(options)).toArray(String[]::new);

        var refusal = RunningPortal.refused(home, Map.of(), words);

        assertThat(refusal.errors()).contains(sentence);
        assertThat(refusal.errors().lines()).as(refusal.errors()).hasSize(1);
        assertThat(refusal.output()).doesNotContain("Exception");
        assertThat(refusal.exitCode()).isEqualTo(exitCode);
        assertThat(Folders.fingerprint(home)).isEqualTo(before);
    }
}
