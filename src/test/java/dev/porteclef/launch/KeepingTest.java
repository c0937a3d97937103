package dev.porteclef.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.platform.config.StartRefused;
import dev.porteclef.testing.Folders;
import dev.porteclef.testing.RunningPortal;
import dev.porteclef.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of an operator as real processes, on one life of an installation: a demo is backed up, refused what it
/// must not do, moved to PostgreSQL, started there, backed up while it runs, and moved back.
class KeepingTest {

    @TempDir
    private Path home;

    private Path backup = Path.of("one.backup");

    @Test
    void an_installation_is_backed_up_lost_restored_into_another_database_and_started() throws Exception {
        backup = home.resolve(backup);
        try (var demo = RunningPortal.start(home)) {
            assertThat(status(demo.at("/actuator/health"))).isEqualTo(404);
            var inUse = run(Map.of(), "backup", backup.toString());
            assertThat(inUse.exitCode()).isEqualTo(StartRefused.TEMPORARY);
            assertThat(inUse.errors()).contains("in use by another running Porteclef");
            assertThat(backup).doesNotExist();
        }
        succeeds("Backed up", "backup", backup.toString());
        refused(StartRefused.CONFIGURATION, "exists already", "backup", backup.toString());
        refusesWhatIsWrong();

        var postgres = Map.of("PORTECLEF_DB_URL", TestDatabase.newPostgresUrl(), "PORTECLEF_DB_USER", "postgres");
        succeeds(postgres, "Restored", "restore", backup.toString(), "--profile", "postgres");
        refused(
                postgres,
                StartRefused.CONFIGURATION,
                "The database is not empty",
                "restore",
                backup.toString(),
                "--profile",
                "postgres");
        var again = home.resolve("two.backup");
        var port = Integer.toString(freePort());
        var variables = new java.util.TreeMap<>(postgres);
        variables.put("PORTECLEF_OPERATION_PORT", port);
        try (var portal = RunningPortal.start(home, variables, "--profile", "postgres")) {
            assertThat(portal.errors()).isEmpty();
            assertThat(status("http://127.0.0.1:" + port + "/actuator/health")).isEqualTo(200);
            assertThat(run(variables, "healthy").exitCode()).isZero();
            succeeds(postgres, "Backed up", "backup", again.toString(), "--profile", "postgres");
            assertThat(status("http://127.0.0.1:" + port + "/actuator/health")).isEqualTo(200);
        }
        assertThat(run(variables, "healthy").exitCode()).isEqualTo(1);

        Files.move(home.resolve("data"), home.resolve("lost"));
        succeeds("Restored", "restore", again.toString());
        assertThat(home.resolve("data/porteclef.mv.db")).isRegularFile();
        try (var files = Files.list(home.resolve("data"))) {
            assertThat(files).hasSize(1);
        }
    }

    /// Within this process, for each of its own takes seconds to begin.
    private void refusesWhatIsWrong() throws IOException {
        var elsewhere = home.resolve("elsewhere").toString();
        var keys = home.resolve("keys").toString();
        var cut = home.resolve("cut.backup");
        var whole = Files.readAllBytes(backup);
        Files.write(cut, Arrays.copyOf(whole, whole.length - 10));
        var before = Folders.fingerprint(home);

        refusedHere("holds a database already", "restore", backup.toString(), "--data", home + "/data", "--keys", keys);
        refusedHere("is damaged, cut off", "restore", cut.toString(), "--data", elsewhere, "--keys", keys);
        refusedHere(
                "master key is missing",
                "restore",
                backup.toString(),
                "--data",
                elsewhere,
                "--keys",
                home + "/no-keys");
        refusedHere("There is no file", "restore", elsewhere, "--data", elsewhere, "--keys", keys);
        refusedHere("nothing to back up", "backup", elsewhere, "--data", elsewhere, "--keys", keys);
        assertThatThrownBy(() -> Keeping.run(List.of("restore", "--data", elsewhere), System.out))
                .isInstanceOf(Options.UsageException.class)
                .hasMessageContaining("The file is missing");
        assertThat(Folders.fingerprint(home)).isEqualTo(before);
    }

    private static void refusedHere(String sentence, String... words) {
        assertThatThrownBy(() -> Keeping.run(List.of(words), System.out))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refusal -> assertThat(refusal.exitCode()).isEqualTo(StartRefused.CONFIGURATION))
                .hasMessageContaining(sentence);
    }

    private void succeeds(String sentence, String... words) {
        succeeds(Map.of(), sentence, words);
    }

    private void succeeds(Map<String, String> variables, String sentence, String... words) {
        var run = run(variables, words);
        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).startsWith(sentence);
        assertThat(run.exitCode()).isZero();
    }

    private void refused(int code, String sentence, String... words) {
        refused(Map.of(), code, sentence, words);
    }

    /// One sentence, on standard error, and nothing changed.
    private void refused(Map<String, String> variables, int code, String sentence, String... words) {
        var before = Folders.fingerprint(home);
        var run = run(variables, words);
        assertThat(run.errors()).contains(sentence).doesNotContain("Exception", "\tat ");
        assertThat(run.errors().lines()).hasSize(1);
        assertThat(run.exitCode()).isEqualTo(code);
        assertThat(Folders.fingerprint(home)).isEqualTo(before);
    }

    private RunningPortal.Refusal run(Map<String, String> variables, String... words) {
        return RunningPortal.refused(home, variables, words);
    }

    private static int status(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .statusCode();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
