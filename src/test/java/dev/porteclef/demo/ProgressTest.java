package dev.porteclef.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void a_terminal_sees_one_bar_grow() {
        assertThat(told(true))
                .startsWith("\r[" + " ".repeat(40) + "]   0 %  0 of 2,000 keys")
                .contains("\r[" + "#".repeat(20) + " ".repeat(20) + "]  50 %  1,000 of 2,000 keys")
                .endsWith("\r[" + "#".repeat(40) + "] 100 %  2,000 of 2,000 keys\n");
    }

    @Test
    void a_file_gets_a_plain_line_at_every_tenth() {
        assertThat(told(false).lines())
                .hasSize(11)
                .startsWith("  0 %  0 of 2,000 keys", " 10 %  200 of 2,000 keys")
                .endsWith("100 %  2,000 of 2,000 keys");
    }

    private static String told(boolean terminal) {
        var bytes = new ByteArrayOutputStream();
        var progress = new Progress(new PrintStream(bytes, false, StandardCharsets.UTF_8), terminal);
        for (var done = 0; done <= 2_000; done += 10) {
            progress.at(done, 2_000);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
