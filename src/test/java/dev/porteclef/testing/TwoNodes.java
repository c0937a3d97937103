package dev.porteclef.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Two portals on one PostgreSQL, to see them work together: a verdict that one finds stands on the open pages of both,
/// and whoever kills one sees the other go on. Everything is in a folder that is new at each start.
final class TwoNodes {

    private static final String READY = "Porteclef is ready: ";

    private TwoNodes() {}

    /// @param words the built portal, and the ports of the two
    public static void main(String... words) throws Exception {
        var folder = Files.createTempDirectory("porteclef-nodes");
        try (var postgres = new OwnPostgres(folder.resolve("postgres"))) {
            var nodes = new ArrayList<Process>();
            for (var port : List.of(words[1], words[2])) {
                start(folder, postgres, Path.of(words[0]), port).ifPresent(nodes::add);
            }
            if (nodes.size() == 2 && nodes.stream().allMatch(Process::isAlive)) {
                System.out.println("Two nodes are ready on one PostgreSQL, with the same accounts. Ctrl+C stops them.");
                for (var node : nodes) {
                    node.waitFor();
                }
                return;
            }
            for (var node : nodes) {
                node.destroy();
                node.waitFor();
            }
            System.err.println("Not both nodes have started; above is what they said.");
            // PostgreSQL is ended by its own shutdown hook.
            System.exit(1);
        }
    }

    /// @return the node once it is ready; nothing where it ends before that, and has said why
    private static Optional<Process> start(Path folder, OwnPostgres postgres, Path jar, String port)
            throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dstdout.encoding=UTF-8",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dlauncher.home=" + folder,
                        "-jar",
                        jar.toString(),
                        "--profile",
                        "postgres",
                        "--port",
                        port,
                        // A browser tells no ports apart: signing in at one would end the session at the other.
                        "--server.servlet.session.cookie.name=porteclef-" + port)
                .redirectErrorStream(true);
        var variables = builder.environment();
        variables.put("PORTECLEF_DB_URL", postgres.url());
        variables.put("PORTECLEF_DB_USER", "postgres");
        variables.put("PORTECLEF_DB_PASSWORD", "postgres");
        variables.put("PORTECLEF_LOG_FORMAT", "");
        var node = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(node::destroy));
        var ready = new CompletableFuture<Boolean>();
        Thread.ofPlatform().daemon().start(() -> repeat(node, port, ready));
        return ready.join() ? Optional.of(node) : Optional.empty();
    }

    /// Whatever a node says, with its port in front.
    ///
    /// @param ready told when it is ready, or, with `false`, that it never will be
    private static void repeat(Process node, String port, CompletableFuture<Boolean> ready) {
        try (var lines = node.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println("[" + port + "] " + line);
                if (line.startsWith(READY)) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ready.complete(false);
        }
    }
}
