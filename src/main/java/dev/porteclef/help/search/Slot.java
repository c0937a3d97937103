package dev.porteclef.help.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// One word of a question with everything that may stand for it in a text.
///
/// @param word as typed, without capitals and accents
/// @param share how much such a word says, between 0 and 1: little for fillers
/// @param rarity how much it tells apart
/// @param stems what answers it, each with how well, between 0 and 1
/// @param expressions of several stems that answer it together
/// @param known whether the content has the word, or a form of it, as typed
record Slot(
        String word,
        double share,
        double rarity,
        Map<String, Double> stems,
        Map<List<String>, Double> expressions,
        boolean known) {

    Slot {
        stems = Map.copyOf(stems);
        expressions = Map.copyOf(expressions);
    }

    /// How well a text of these stems answers, between 0 and 1.
    double answeredBy(Set<String> text) {
        var best = 0.0;
        for (var stem : text) {
            best = Math.max(best, stems.getOrDefault(stem, 0.0));
        }
        for (var expression : expressions.entrySet()) {
            if (expression.getValue() > best && text.containsAll(expression.getKey())) {
                best = expression.getValue();
            }
        }
        return best;
    }

    /// How much finding it says.
    double weight() {
        return share * rarity;
    }

    /// Whether no text can answer it.
    boolean hopeless() {
        return stems.isEmpty() && expressions.isEmpty();
    }
}
