package dev.porteclef.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The real application as a process of its own, on the class path of the tests without the tests' own classes, with
/// its folders `data` and `keys` inside `home`. Unlike a context inside the test it can be killed.
public final class RunningPortal implements AutoCloseable {

    private static final String READY = "Porteclef is ready: ";
    private static final int SECONDS_TO_STOP = 30;

    private final PortalProcess process;
    private final Path home;
    private final Map<String, String> variables;
    private final String[] options;
    private final URI address;

    private RunningPortal(Path home, Map<String, String> variables, int port, String... options) {
        this.home = home;
        this.variables = variables;
        this.options = options;
        this.process = PortalProcess.start(
                home,
                variables,
                Stream.concat(Stream.of("--port", Integer.toString(port)), Stream.of(options))
                        .toList());
        this.address = URI.create(process.awaitLine(READY).substring(READY.length()));
    }

    /// Starts the demo on a free port and returns when it answers.
    public static RunningPortal start(Path home, String... options) {
        return start(home, Map.of(), options);
    }

    /// @param variables environment variables on top of the tests' own, `PORTECLEF_*` ones excepted
    /// @param options as on the command line (`--profile`, `postgres`)
    public static RunningPortal start(Path home, Map<String, String> variables, String... options) {
        return new RunningPortal(home, variables, 0, options);
    }

    /// Tries to start where a refusal is expected, and returns how the process ended.
    ///
    /// @throws IllegalStateException when it starts all the same
    public static Refusal refused(Path home, Map<String, String> variables, String... options) {
        var process = PortalProcess.start(home, variables, Stream.of(options).toList());
        var code = process.awaitEnd(READY);
        return new Refusal(code, process.output(), process.errors());
    }

    /// @param errors what stood on standard error, line by line
    public record Refusal(int exitCode, String output, String errors) {}

    /// Scheme, host and port, without a slash at the end.
    public URI address() {
        return address;
    }

    /// An address inside the portal; `path` begins with a slash.
    public String at(String path) {
        return address + path;
    }

    /// Everything printed on standard output so far.
    public String output() {
        return process.output();
    }

    /// Everything printed on standard error so far.
    public String errors() {
        return process.errors();
    }

    public Path data() {
        return home.resolve("data");
    }

    public Path keys() {
        return home.resolve("keys");
    }

    /// Ends the process at once, as `kill -9` does, and waits until it is gone.
    public void kill() {
        process.kill();
    }

    /// Starts the portal again on the same folders and the same port, after [#kill()] or [#close()].
    public RunningPortal again() {
        return new RunningPortal(home, variables, address.getPort(), options);
    }

    /// Stops the process as Ctrl+C does.
    @Override
    public void close() {
        try {
            process.stop(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
