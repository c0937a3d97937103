package dev.porteclef.help.search;

import dev.porteclef.platform.i18n.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// How soon a search answers the questions of `src/test/resources/help`.
final class Relevance {

    private static final int SHOWN = 10;

    private Relevance() {}

    /// A question and the families of articles that answer it.
    record Question(String text, Set<String> families) {}

    /// Which questions: those that the search was tuned with, or those kept to measure it.
    enum Half {
        TUNING,
        HELD_OUT;

        private String word() {
            return this == TUNING ? "tuning" : "held-out";
        }
    }

    /// The questions of one half.
    static List<Question> questions(Language language, Half half) {
        return lines("questions." + language.tag() + ".tsv").stream()
                .map(line -> line.split("\t", -1))
                .filter(columns -> columns[0].equals(half.word()))
                .map(columns -> question(columns[1], columns[2]))
                .toList();
    }

    /// Questions by somebody who has seen neither the articles nor the search; empty where there are none yet.
    static List<Question> fresh(Language language) {
        return lines("heldout." + language.tag() + ".tsv").stream()
                .map(line -> line.split("\t", -1))
                .filter(columns -> columns.length > 1 && !columns[0].equals("question"))
                .map(columns -> question(columns[0], columns[1]))
                .toList();
    }

    private static Question question(String text, String families) {
        return new Question(
                text, Arrays.stream(families.split(",", -1)).map(String::strip).collect(Collectors.toSet()));
    }

    private static List<String> lines(String name) {
        try (var file = Relevance.class.getResourceAsStream("/help/" + name)) {
            return file == null
                    ? List.of()
                    : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The mean of 1 / rank of the first answer within the ten results that are shown, 0 where there is none.
    ///
    /// @param search the families found for a question, best first
    static double meanReciprocalRank(List<Question> questions, BiFunction<String, Integer, List<String>> search) {
        return questions.stream()
                .mapToDouble(question -> reciprocalRank(question, search.apply(question.text(), SHOWN)))
                .average()
                .orElse(0);
    }

    static double reciprocalRank(Question question, List<String> found) {
        return found.stream()
                .filter(question.families()::contains)
                .findFirst()
                .map(first -> 1.0 / (found.indexOf(first) + 1))
                .orElse(0.0);
    }

    /// What a result counts as: its family for an article, the glossary for one of its words, nothing that answers for
    /// a section of a guide.
    static String family(Hit hit) {
        return switch (hit.found().kind()) {
            case ARTICLE -> hit.found().id();
            case GLOSSARY -> "glossary";
            case GUIDE -> "guide " + hit.found().id();
        };
    }
}
