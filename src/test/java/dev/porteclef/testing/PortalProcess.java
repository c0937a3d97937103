package dev.porteclef.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A Java process with the tests' class path, whose output can be waited for.
final class PortalProcess {

    private static final int SECONDS_TO_START = 180;

    private final Process process;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final Thread outputReader;
    private final Thread errorReader;

    /// @param text `null` for the end of the stream
    private record Line(@Nullable String text) {}

    private PortalProcess(Process process) {
        this.process = process;
        this.outputReader = reader(process.getInputStream(), output, true);
        this.errorReader = reader(process.getErrorStream(), errors, false);
        // A test run that is broken off leaves no portal behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    static PortalProcess start(Path home, Map<String, String> variables, List<String> options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlauncher.home=" + home,
                "-cp",
                classPath(),
                "dev.porteclef.Porteclef"));
        command.addAll(options);
        var builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PORTECLEF_"));
        // Several run beside each other; only a test that asks for health has a port for it.
        builder.environment().put("PORTECLEF_OPERATION_PORT", "-1");
        builder.environment().putAll(variables);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            return new PortalProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException("the portal's process did not start", e);
        }
    }

    /// Without the tests' own classes: their configurations would be found by the component scan.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Waits for a line on standard output.
    String awaitLine(String beginning) {
        var line = next(beginning);
        if (line == null) {
            throw new IllegalStateException("the portal ended before it was ready:\n" + output() + errors());
        }
        return line;
    }

    /// Waits for the end and returns the exit code.
    int awaitEnd(String unexpected) {
        if (next(unexpected) != null) {
            kill();
            throw new IllegalStateException("the portal started where a refusal was expected:\n" + output() + errors());
        }
        return join();
    }

    private @Nullable String next(String beginning) {
        try {
            while (true) {
                var line = lines.poll(SECONDS_TO_START, TimeUnit.SECONDS);
                if (line == null) {
                    kill();
                    throw new IllegalStateException("the portal printed nothing for long:\n" + output() + errors());
                }
                if (line.text() == null || line.text().startsWith(beginning)) {
                    return line.text();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
            throw new IllegalStateException("interrupted while the portal started", e);
        }
    }

    String output() {
        return String.join("\n", output);
    }

    String errors() {
        return String.join("\n", errors);
    }

    void kill() {
        process.destroyForcibly();
        join();
    }

    void stop(long time, TimeUnit unit) throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(time, unit)) {
                kill();
                throw new IOException("the portal did not stop in time:\n" + output() + errors());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    private int join() {
        try {
            var code = process.waitFor();
            outputReader.join();
            errorReader.join();
            return code;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the portal ended", e);
        }
    }

    private Thread reader(InputStream stream, Queue<String> text, boolean announced) {
        // Of the platform: reading a pipe holds a carrier of virtual threads, of which there are as many as cores.
        return Thread.ofPlatform().daemon().start(() -> {
            try (var reader = new BufferedReader(new java.io.InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                    text.add(line);
                    if (announced) {
                        lines.add(new Line(line));
                    }
                }
            } catch (IOException e) {
                // A killed process breaks its pipe off; what was read stays.
                text.add("(output broke off)");
            } finally {
                if (announced) {
                    lines.add(new Line(null));
                }
            }
        });
    }
}
