package dev.porteclef.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

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
                nodes.add(start(folder, postgres, Path.of(words[0]), port));
            }
            System.out.println("Two nodes are ready on one PostgreSQL, with the same accounts. Ctrl+C stops them.");
            for (var node : nodes) {
                node.waitFor();
            }
        }
    }

    private static Process start(Path folder, OwnPostgres postgres, Path jar, String port)
            throws IOException, InterruptedException {
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
                        port)
                .redirectErrorStream(true);
        var variables = builder.environment();
        variables.put("PORTECLEF_DB_URL", postgres.url());
        variables.put("PORTECLEF_DB_USER", "postgres");
        variables.put("PORTECLEF_DB_PASSWORD", "postgres");
        variables.put("PORTECLEF_LOG_FORMAT", "");
        var node = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(node::destroy));
        var ready = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> repeat(node, port, ready));
        ready.await();
        return node;
    }

    /// Whatever a node says, with its port in front.
    private static void repeat(Process node, String port, CountDownLatch ready) {
        try (var lines = node.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println("[" + port + "] " + line);
                if (line.startsWith(READY)) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ready.countDown();
        }
    }
}
