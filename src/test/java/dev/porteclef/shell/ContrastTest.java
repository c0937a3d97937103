package dev.porteclef.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Text on its ground reaches 4.5:1 and what bounds a thing to operate 3:1 (WCAG 2.2, 1.4.3 and 1.4.11), in both
/// schemes.
class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double LINE = 3;
    private static final Pattern PAIR = Pattern.compile("--([\\w-]+): light-dark\\((#\\w{6}), (#\\w{6})\\);");
    private static final List<String> GROUNDS = List.of("ground", "ground-raised", "ground-sunken");
    private static final List<String> STATES = List.of("green", "amber", "red", "grey", "practice");

    private static final Map<String, List<String>> TOKENS = read();

    static Stream<Arguments> pairs() {
        var onGrounds = Stream.of("ink", "ink-soft", "accent", "accent-strong")
                .flatMap(ink -> GROUNDS.stream().map(ground -> Arguments.of(ink, ground, TEXT)));
        var lines = Stream.of("line-strong", "accent-line")
                .flatMap(line -> GROUNDS.stream().map(ground -> Arguments.of(line, ground, LINE)));
        var states = STATES.stream()
                .flatMap(state -> Stream.of(
                        Arguments.of(state + "-ink", state + "-ground", TEXT),
                        Arguments.of("ink", state + "-ground", TEXT),
                        Arguments.of(state + "-ink", "ground", TEXT),
                        Arguments.of(state + "-ink", "ground-raised", TEXT),
                        Arguments.of(state + "-line", state + "-ground", LINE)));
        var filled = Stream.of(
                Arguments.of("accent-ink", "accent", TEXT),
                Arguments.of("accent-ink", "accent-strong", TEXT),
                Arguments.of("accent-strong", "accent-ground", TEXT),
                Arguments.of("ground-raised", "green-line", TEXT),
                Arguments.of("ground-raised", "red-line", TEXT),
                Arguments.of("ink-on-deep", "ground-deep", TEXT),
                Arguments.of("ink-soft-on-deep", "ground-deep", TEXT));
        return Stream.of(onGrounds, lines, states, filled).flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void reads_well_in_light_and_dark(String front, String ground, double least) {
        for (var scheme = 0; scheme < 2; scheme++) {
            assertThat(ratio(colour(front, scheme), colour(ground, scheme)))
                    .as("%s on %s, %s", front, ground, scheme == 0 ? "light" : "dark")
                    .isGreaterThanOrEqualTo(least);
        }
    }

    private static String colour(String token, int scheme) {
        return Objects.requireNonNull(TOKENS.get(token), token).get(scheme);
    }

    private static double ratio(String one, String other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int start) {
        var value = Integer.parseInt(colour.substring(start, start + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Map<String, List<String>> read() {
        var tokens = new HashMap<String, List<String>>();
        try {
            var css = Files.readString(Path.of("frontend/public/styles/tokens.css"));
            PAIR.matcher(css)
                    .results()
                    .forEach(found -> tokens.put(found.group(1), List.of(found.group(2), found.group(3))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }
}
