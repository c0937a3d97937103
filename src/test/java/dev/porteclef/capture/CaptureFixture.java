package dev.porteclef.capture;

import dev.porteclef.exchange.ExchangeAdapter;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.exchange.TestbourseAdapter;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tool inside the test, asking a staged Bitfinex in place of the real one.
final class CaptureFixture implements AutoCloseable {

    static final String KEY = "kQ3vN8xWb2Lr7TzYc5Hd9Mf1Gp6Js4Au0Xe-KiVoRnB";
    static final String SECRET = "sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI";
    static final String PAIR = KEY + "\n" + SECRET + "\n";

    final StagedBitfinex staged = new StagedBitfinex();
    private final Path out;
    private final Clock clock = Clock.systemUTC();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    /// @param out where the files go
    CaptureFixture(Path out) {
        this.out = out;
    }

    /// Runs with `input` on a pipe.
    int run(String input, String... words) {
        return run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), null, words);
    }

    /// Runs at a terminal.
    int run(Terminal.Prompt prompt, String... words) {
        return run(InputStream.nullInputStream(), prompt, words);
    }

    private int run(InputStream in, Terminal.@Nullable Prompt prompt, String... words) {
        output.reset();
        errors.reset();
        var transport = new RecordingTransport(_ -> {}, clock);
        var adapters = List.<ExchangeAdapter>of(StagedBitfinex.adapter(transport), new TestbourseAdapter(clock));
        var wiring = new Wiring(RealExchanges.catalogue(), adapters, transport, _ -> staged.address(), clock);
        var terminal = new Terminal(in, printing(output), printing(errors), prompt);
        var options = Stream.concat(
                        Stream.of("--out", out.toString()),
                        Stream.of(words).anyMatch(word -> word.startsWith("--exchange"))
                                ? Stream.of(words)
                                : Stream.concat(Stream.of("--exchange", "bitfinex"), Stream.of(words)))
                .toList();
        return new Capture(wiring, terminal).run(CaptureOptions.parse(options));
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    /// The written files, in the order of their names.
    List<Path> files() {
        if (!Files.exists(out)) {
            return List.of();
        }
        try (var files = Files.list(out)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(int index) {
        try {
            return Files.readString(files().get(index));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode json(int index) {
        return JsonMapper.shared().readTree(text(index));
    }

    @Override
    public void close() {
        staged.close();
    }
}
