package dev.porteclef.capture;

import static dev.porteclef.capture.CaptureFixture.KEY;
import static dev.porteclef.capture.CaptureFixture.PAIR;
import static dev.porteclef.capture.CaptureFixture.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The command as an operator starts it: a process of its own that knows no other address than the real one.
@Timeout(180)
class CaptureProcessTest {

    @TempDir
    private Path home;

    private StagedInternet internet;

    @BeforeEach
    void start() throws Exception {
        internet = new StagedInternet(home);
    }

    @AfterEach
    void stop() {
        internet.close();
    }

    @Test
    void asks_the_declared_host_writes_the_answers_and_starts_no_portal() throws Exception {
        internet.answer(StagedBitfinex.PERMISSIONS, StagedBitfinex.SPOT_RIGHTS);
        var ended = run(PAIR, "--scenario", "permission-missing", "--out", "kept");
        assertThat(ended.code()).as(ended.errors()).isZero();
        assertThat(internet.connected()).isNotEmpty().containsOnly(StagedInternet.HOST + ":443");
        assertThat(ended.output()).contains("https://api.bitfinex.com").contains("CREDENTIALS_REJECTED");
        var files = files("kept");
        assertThat(files).hasSize(2);
        assertThat(JsonMapper.shared().readTree(files.getFirst()).path("host").asString())
                .isEqualTo(StagedInternet.HOST);
        assertThat(home.resolve("data")).doesNotExist();
        assertThat(home.resolve("keys")).doesNotExist();
        var everything = new StringBuilder(ended.output()).append(ended.errors());
        for (var file : files) {
            everything.append(Files.readString(file));
        }
        assertThat(everything).doesNotContain(KEY).doesNotContain(SECRET).doesNotContain("DEBUG");
    }

    @Test
    void where_the_way_out_is_shut_it_ends_with_75() throws Exception {
        internet.close();
        var ended = run(PAIR);
        assertThat(ended.code()).as(ended.errors()).isEqualTo(75);
        assertThat(ended.output()).contains("UNREACHABLE");
        assertThat(files("captures")).hasSize(2);
    }

    @Test
    void what_cannot_be_used_ends_with_2_and_sends_nothing() throws Exception {
        var half = run(KEY + "\n");
        assertThat(half.code()).isEqualTo(2);
        assertThat(half.errors()).contains("ended before the field “API secret”; nothing was sent.");
        var argument = run(PAIR, "--scenario=key-good", KEY);
        assertThat(argument.code()).isEqualTo(2);
        assertThat(argument.errors())
                .hasLineCount(1)
                .contains("standard input only")
                .doesNotContain(KEY);
        var secretOption = run(PAIR, "--secret=" + SECRET);
        assertThat(secretOption.code()).isEqualTo(2);
        assertThat(secretOption.errors()).hasLineCount(1).contains("--secret").doesNotContain(SECRET);
        assertThat(internet.connected()).isEmpty();
        assertThat(home.resolve("captures")).doesNotExist();
    }

    @Test
    void help_and_list_ask_for_nothing() throws Exception {
        var help = run("", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.output()).contains("--scenario NAME");
        var list = run("", "--list");
        assertThat(list.code()).isZero();
        assertThat(list.output()).contains("ip-not-listed");
        assertThat(internet.connected()).isEmpty();
    }

    private record Ended(int code, String output, String errors) {}

    private Ended run(String input, String... words) throws IOException, InterruptedException {
        var in = Files.writeString(home.resolve("stdin"), input);
        var out = home.resolve("stdout");
        var err = home.resolve("stderr");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Dlauncher.home=" + home));
        command.addAll(internet.switches());
        command.addAll(List.of("-cp", classPath(), "dev.porteclef.Porteclef", "capture"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        var code = process.waitFor();
        return new Ended(code, Files.readString(out), Files.readString(err));
    }

    private List<Path> files(String folder) throws IOException {
        try (var files = Files.list(home.resolve(folder))) {
            return files.sorted().toList();
        }
    }

    /// Without the tests' own classes: their components would be found by the component scan.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
