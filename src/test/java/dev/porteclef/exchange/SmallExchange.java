package dev.porteclef.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.content.ContentProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A small, faultless description of an exchange for tests to break.
final class SmallExchange {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final String YAML = yaml();

    private SmallExchange() {}

    /// Replaces `from` by `to` and expects exactly one problem, on the line where `marker` begins.
    static void expect(String from, String to, String marker, String sentence) {
        assertThat(YAML).contains(from);
        var broken = YAML.replace(from, to);
        assertThat(problems(broken)).containsExactly(at(broken, marker, sentence));
    }

    /// The message for a problem on the line where `marker` first begins.
    static String at(String yaml, String marker, String sentence) {
        var index = yaml.indexOf(marker);
        assertThat(index).as("place of " + marker).isNotNegative();
        var line = 1 + yaml.substring(0, index).chars().filter(c -> c == '\n').count();
        return "small.yaml:" + line + ": " + sentence;
    }

    /// The messages about `yaml`; an exchange is read if and only if there are none.
    static List<String> problems(String yaml) {
        var file = new ContentFile("small.yaml");
        var exchange = new ExchangeReader(file, TODAY, Set.of("small")).read(new ExchangeId("small"), yaml);
        assertThat(exchange.isPresent()).isEqualTo(file.problems().isEmpty());
        return file.problems().stream().map(ContentProblem::toString).toList();
    }

    private static String yaml() {
        try (InputStream yaml = SmallExchange.class.getResourceAsStream("/exchanges/small.yaml")) {
            return new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
