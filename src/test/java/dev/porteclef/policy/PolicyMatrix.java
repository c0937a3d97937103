package dev.porteclef.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// The reviewed answers of `policy-matrix.txt`, by part. What the running portal answers is written in the same format
/// beside the other results of the build, so that a decision is a look at the difference and a copy.
final class PolicyMatrix {

    private static final Path REVIEWED = Path.of("src/test/resources/policy-matrix.txt");
    private static final Path OBSERVED = Path.of("target/policy-matrix");
    private static final String PART = "== ";
    private static final int NAME = 84;
    private static final int ANSWER = 10;

    private PolicyMatrix() {}

    /// One line: what is asked, and the answer to each in the order of `answers`.
    static String line(String asked, Collection<String> answers) {
        var line = new StringBuilder(padded(asked, NAME));
        answers.forEach(answer -> line.append(padded(answer, ANSWER)));
        return line.toString().stripTrailing();
    }

    private static String padded(String text, int length) {
        return text + " ".repeat(Math.max(2, length - text.length()));
    }

    /// Fails unless `observed` is exactly what was reviewed for `part`: no line more, none less, none with another
    /// answer.
    static void compare(String part, Collection<String> observed) {
        var lines = List.copyOf(new TreeSet<>(observed));
        assertThat(lines)
                .as("lines of part %s, of which none is there twice", part)
                .hasSameSizeAs(observed);
        write(part, lines);
        var reviewed = reviewed().getOrDefault(part, List.of());
        assertThat(lines)
                .as("part “%s” of %s; what was observed is in %s", part, REVIEWED, OBSERVED.resolve(part + ".txt"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(reviewed);
    }

    /// What stands in the file under each part, without remarks.
    static Map<String, List<String>> reviewed() {
        var parts = new TreeMap<String, List<String>>();
        var part = "";
        for (var line : read()) {
            if (line.startsWith(PART)) {
                part = line.substring(PART.length()).strip();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(line.stripTrailing());
            }
        }
        return parts;
    }

    private static List<String> read() {
        try {
            return Files.exists(REVIEWED) ? Files.readAllLines(REVIEWED) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String part, List<String> lines) {
        try {
            Files.createDirectories(OBSERVED);
            Files.write(OBSERVED.resolve(part + ".txt"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
