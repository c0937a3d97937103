package dev.porteclef.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// A PostgreSQL of one's own, which can be killed and started again on the same files and port.
public final class OwnPostgres implements AutoCloseable {

    private static final String READY = "ready to accept connections";

    private final Path folder;
    private final EmbeddedPostgres first;
    private final List<String> command;
    private ProcessHandle server;

    /// @param folder for its files, which does not exist yet
    public OwnPostgres(Path folder) {
        this.folder = folder;
        try {
            this.first = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    // The tests' usual server answers before it has written: what it answered would be lost by a kill.
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            this.server = running();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
        var info = server.info();
        // PostgreSQL does not serve the super-user; in a name space of its own nobody is one.
        this.command =
                new ArrayList<>("root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
        this.command.add(info.command().orElseThrow());
        this.command.addAll(List.of(info.arguments().orElseThrow()));
    }

    public String url() {
        return first.getJdbcUrl("postgres", "postgres");
    }

    /// What survives a kill: each use has its own connection.
    public DataSource source() {
        return first.getPostgresDatabase();
    }

    /// Ends the server and all who serve connections at once, as `kill -9` does.
    public void kill() {
        var all = new ArrayList<>(server.children().toList());
        all.add(server);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    /// Starts it again after [#kill()], and waits until it has put its files in order.
    public void again() {
        try {
            // What the killed server left would keep another from starting.
            Files.deleteIfExists(folder.resolve("postmaster.pid"));
            var process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            server = process.toHandle();
            var reader = process.errorReader(StandardCharsets.UTF_8);
            var said = new ArrayList<String>();
            for (var line = reader.readLine(); line == null || !line.contains(READY); line = reader.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("PostgreSQL did not start again: " + said);
                }
                said.add(line);
            }
            // Whoever writes to a full pipe stands still.
            Thread.ofPlatform().daemon().start(() -> reader.lines().forEach(_ -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start again", e);
        }
    }

    private ProcessHandle running() throws IOException {
        var pid =
                Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    @Override
    public void close() {
        kill();
    }
}
