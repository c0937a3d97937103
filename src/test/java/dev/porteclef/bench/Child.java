package dev.porteclef.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// A Java process that is being measured, or that stands in for something. It ends with this one.
final class Child implements AutoCloseable {

    private static final int SECONDS_TO_START = 180;
    private static final int SECONDS_TO_STOP = 300;

    private final Process process;
    private final Thread reader;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private Child(Process process, String readyLine) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        // Of the platform: reading a pipe holds a carrier of virtual threads, of which there are as many as cores.
        this.reader = Thread.ofPlatform().daemon().start(() -> read(readyLine));
    }

    /// Starts `java` of this very JDK and returns when a line of its output begins with `readyLine`.
    static Child start(Path folder, String readyLine, List<String> words) throws IOException {
        var command = Stream.concat(Stream.of(tool("java").toString()), words.stream())
                .toList();
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PORTECLEF_"));
        var process = builder.start();
        process.getOutputStream().close();
        var child = new Child(process, readyLine);
        child.readyLine();
        return child;
    }

    /// Runs `java` of this very JDK to its end.
    static void run(Path folder, List<String> words) throws IOException {
        try (var child = start(folder, "", words)) {
            child.end();
        }
    }

    /// A program of this very JDK.
    static Path tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    /// The line by which it said that it was ready.
    String readyLine() throws IOException {
        try {
            return ready.get(SECONDS_TO_START, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            close();
            throw new IOException("a process did not become ready:\n" + output(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// What it has printed so far, its errors among it.
    String output() {
        return String.join("\n", output);
    }

    long pid() {
        return process.pid();
    }

    private void read(String readyLine) {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            if (readyLine.isEmpty()) {
                ready.complete("");
            }
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.startsWith(readyLine)) {
                    ready.complete(line);
                }
            }
        } catch (IOException e) {
            output.add("(output broke off)");
        } finally {
            ready.completeExceptionally(new IOException("it ended"));
        }
    }

    private void end() throws IOException {
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IOException("a process did not end:\n" + output());
            }
            reader.join();
            if (process.exitValue() != 0) {
                throw new IOException("a process failed:\n" + output());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// Stops it as Ctrl+C does, and waits until it is gone.
    @Override
    public void close() throws IOException {
        // Not process.destroy(), which breaks off the output, and what is still written at the end with it.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            reader.join();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
