package dev.porteclef.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// The portal as `./porteclef run` starts it.
final class PortalJar {

    static final String READY = "Porteclef is ready: ";

    private static final Path JAR = Path.of("target", "porteclef.jar").toAbsolutePath();

    private PortalJar() {}

    /// The packaged one.
    static Path file() {
        if (!Files.isRegularFile(JAR)) {
            throw new IllegalStateException(JAR + " is not built");
        }
        return JAR;
    }

    /// Words for [Child#start]: the launcher's own options, then `jar` on any free port.
    ///
    /// @param home its folders `data` and `keys` are inside
    static List<String> words(Path home, Path jar, String... options) {
        return words(home, jar, Duration.ofHours(1), options);
    }

    /// @param idle how long the session of somebody who only reads is kept
    static List<String> words(Path home, Path jar, Duration idle, String... options) {
        return Stream.of(
                        Stream.of(options),
                        Stream.of(
                                "-Xmx512m",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-Dstdout.encoding=UTF-8",
                                "-Dstderr.encoding=UTF-8",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dlauncher.home=" + home,
                                "-jar",
                                jar.toString(),
                                "--port",
                                "0",
                                // All who read come from one address here, and are to stay while they are counted.
                                "--porteclef.readers.idle=" + idle,
                                "--porteclef.readers.alive-per-address=100000",
                                "--porteclef.readers.new-per-address=100000",
                                "--porteclef.readers.alive=100000"))
                .flatMap(words -> words)
                .toList();
    }

    /// What the account of the demo that is called `email` signs in with, as the portal keeps it.
    static String typedBy(String email, Path home) {
        var signIns = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("data").resolve("demo-sign-ins.properties"))) {
            signIns.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return signIns.getProperty(email);
    }

    /// The address in the line by which it says that it is ready, without a slash at the end.
    static String address(Child portal) throws IOException {
        return portal.readyLine().substring(READY.length()).split(" ", 2)[0];
    }
}
