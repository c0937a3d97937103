package dev.porteclef.help.search;

import dev.porteclef.platform.i18n.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/// What is known of one language's words beyond their spelling: which say the same, and which say little.
///
/// `synonyms.*.txt` has a group of equal expressions a line, separated by commas; `a, b => c` leads one way only.
/// `fillers.*.txt` has a weight and the words that weigh it; words of weight 0 are not looked for at all.
final class Thesaurus {

    private static final String FOLDER = "db/content/help/search/";

    private final Analysis analysis;
    private final Map<String, Double> weights = new HashMap<>();
    private final Map<List<String>, List<List<String>>> synonyms = new HashMap<>();
    private int longest;

    /// @param synonyms the lines of that file
    /// @param fillers the lines of that file
    Thesaurus(Language language, Stream<String> synonyms, Stream<String> fillers) {
        var plain = new Analysis(language, Set.of());
        content(fillers).forEach(line -> {
            var words = plain.words(line.substring(line.indexOf(' ') + 1));
            var weight = Double.parseDouble(line.substring(0, line.indexOf(' ')));
            words.forEach(word -> weights.put(word, weight));
        });
        analysis = new Analysis(
                language,
                weights.entrySet().stream()
                        .filter(weight -> weight.getValue() == 0)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()));
        content(synonyms).forEach(this::addGroup);
    }

    /// The words that belong to the content of the portal.
    static Thesaurus of(Language language) {
        return new Thesaurus(language, lines("synonyms", language), lines("fillers", language));
    }

    private static Stream<String> lines(String name, Language language) {
        var resource = new ClassPathResource(FOLDER + name + "." + language.tag() + ".txt");
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> content(Stream<String> lines) {
        return lines.map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"));
    }

    private void addGroup(String line) {
        var arrow = line.indexOf("=>");
        var from = expressions(arrow < 0 ? line : line.substring(0, arrow));
        var to = arrow < 0 ? from : expressions(line.substring(arrow + 2));
        for (var expression : from) {
            var others = synonyms.computeIfAbsent(expression, known -> new ArrayList<>());
            to.stream()
                    .filter(other -> !other.equals(expression) && !others.contains(other))
                    .forEach(others::add);
            longest = Math.max(longest, expression.size());
        }
    }

    private List<List<String>> expressions(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(expression -> stems(analysis.words(expression)))
                .filter(expression -> !expression.isEmpty())
                .toList();
    }

    private List<String> stems(List<String> words) {
        return words.stream()
                .filter(word -> weight(word) > 0)
                .map(analysis::stem)
                .toList();
    }

    Analysis analysis() {
        return analysis;
    }

    /// How much a word says, between 0 and 1.
    double weight(String word) {
        return weights.getOrDefault(word, 1.0);
    }

    /// The expressions that say the same as `expression`; both are stems.
    List<List<String>> synonyms(List<String> expression) {
        return synonyms.getOrDefault(expression, List.of());
    }

    /// How many words the longest expression has that has a synonym.
    int longest() {
        return longest;
    }
}
