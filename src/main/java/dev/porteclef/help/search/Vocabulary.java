package dev.porteclef.help.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.util.BytesRef;

/// The words that one language's content has, and which of them are near a given one.
final class Vocabulary {

    /// A mistake is forgiven from this length on, and two from the other one.
    private static final int ONE_MISTAKE = 5;

    private static final int TWO_MISTAKES = 9;
    private static final int NEAREST = 5;
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_START = 5;

    private final Analysis analysis;
    private final IndexReader reader;
    private final int size;
    private final TreeMap<String, Integer> words = new TreeMap<>();
    private final Map<String, Integer> stems = new HashMap<>();
    private final Map<String, Set<String>> families = new HashMap<>();

    /// A word of the content that may have been meant.
    ///
    /// @param likeness between 0 and 1
    record Near(String word, double likeness) {}

    Vocabulary(Analysis analysis, IndexReader reader, String wordField, String stemField) throws IOException {
        this.analysis = analysis;
        this.reader = reader;
        this.size = reader.numDocs();
        var terms = MultiTerms.getTerms(reader, wordField);
        if (terms == null) {
            return;
        }
        var each = terms.iterator();
        for (var term = each.next(); term != null; term = each.next()) {
            var word = term.utf8ToString();
            var stem = analysis.stem(word);
            words.put(word, each.docFreq());
            if (!stems.containsKey(stem)) {
                stems.put(stem, reader.docFreq(new Term(stemField, new BytesRef(stem))));
            }
            families.computeIfAbsent(analysis.root(word), root -> new HashSet<>())
                    .add(stem);
        }
    }

    boolean hasWord(String word) {
        return words.containsKey(word);
    }

    /// Whether the content has `word` or another form of it.
    boolean has(String word) {
        return hasWord(word) || hasStem(analysis.stem(word));
    }

    boolean hasStem(String stem) {
        return stems.getOrDefault(stem, 0) > 0;
    }

    /// Stems that share the root of `word`.
    Set<String> relatives(String word) {
        return families.getOrDefault(analysis.root(word), Set.of());
    }

    /// How much a stem tells apart: large for rare ones, largest for one that no text has.
    double rarity(String stem) {
        var frequency = stems.getOrDefault(stem, 0);
        return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
    }

    /// The words that `word` may be a misspelling of, likeliest first: within one edit from 5 letters on, two from 9,
    /// with the same first letter. Nothing for numbers, in which a wrong digit is another number.
    List<Near> misspelt(String word) throws IOException {
        if (word.length() < ONE_MISTAKE || hasDigit(word)) {
            return List.of();
        }
        var checker = new DirectSpellChecker();
        checker.setMinPrefix(1);
        checker.setMinQueryLength(ONE_MISTAKE);
        checker.setMaxEdits(word.length() < TWO_MISTAKES ? 1 : 2);
        checker.setMaxInspections(NEAREST);
        checker.setThresholdFrequency(0);
        checker.setMaxQueryFrequency(0);
        checker.setAccuracy(0);
        var near = new ArrayList<Near>();
        for (var found : checker.suggestSimilar(
                new Term(SearchFields.WORDS, word), NEAREST, reader, SuggestMode.SUGGEST_ALWAYS)) {
            near.add(new Near(found.string, found.score));
        }
        return near;
    }

    /// Two words of the content that `word` is written together of (`subaccount`).
    List<String> parts(String word) {
        for (var at = word.length() - SHORTEST_PART; at >= SHORTEST_PART; at--) {
            var start = word.substring(0, at);
            var end = word.substring(at);
            if (has(start) && has(end)) {
                return List.of(start, end);
            }
        }
        return List.of();
    }

    /// The words that begin as `word` does, for more than half of either.
    List<Near> alike(String word) {
        if (hasDigit(word)) {
            return List.of();
        }
        var near = new ArrayList<Near>();
        for (var length = word.length(); length >= SHORTEST_START && near.isEmpty(); length--) {
            var start = word.substring(0, length);
            for (var other : words.subMap(start, start + Character.MAX_VALUE).keySet()) {
                var likeness = 2.0 * length / (word.length() + other.length());
                if (likeness > 0.65) {
                    near.add(new Near(other, likeness));
                }
            }
        }
        near.sort(Comparator.comparingDouble(Near::likeness).reversed());
        return near.subList(0, Math.min(NEAREST, near.size()));
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }
}
