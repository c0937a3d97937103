package dev.porteclef.help.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads what somebody typed: which words count, and what may stand for each in a text.
final class QuestionReader {

    /// What is typed beyond that is not looked at.
    static final int LONGEST = 200;

    private static final int MOST_WORDS = 20;

    private static final double RELATIVE = 0.5;
    private static final double SYNONYM = 0.5;
    private static final double MISSPELT = 0.8;
    private static final double JOINED = 0.9;
    private static final double ALIKE = 0.5;
    /// A word that no text has is rare beyond measure; it must not drown the others.
    private static final double UNKNOWN = 0.5;

    private final Thesaurus thesaurus;
    private final Analysis analysis;
    private final Vocabulary vocabulary;

    QuestionReader(Thesaurus thesaurus, Vocabulary vocabulary) {
        this.thesaurus = thesaurus;
        this.analysis = thesaurus.analysis();
        this.vocabulary = vocabulary;
    }

    /// The words of a text as they are compared when a whole question is looked for.
    static String whole(Analysis analysis, String text) {
        return String.join(" ", analysis.words(text));
    }

    List<Slot> read(String text) throws IOException {
        var words = analysis.words(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        var drafts = new ArrayList<Draft>();
        for (var word : words.subList(0, Math.min(MOST_WORDS, words.size()))) {
            var weight = thesaurus.weight(word);
            if (weight > 0 && drafts.stream().noneMatch(draft -> draft.word.equals(word))) {
                drafts.add(draft(word, weight));
            }
        }
        joinNeighbours(drafts);
        addSynonyms(drafts);
        return drafts.stream().map(this::finished).toList();
    }

    private static final class Draft {

        private final String word;
        private final double weight;
        private final Map<String, Double> stems = new HashMap<>();
        private final Map<List<String>, Double> expressions = new HashMap<>();
        private String stem;
        private boolean known;

        private Draft(String word, double weight, String stem) {
            this.word = word;
            this.weight = weight;
            this.stem = stem;
        }

        private void add(String stem, double likeness) {
            stems.merge(stem, likeness, Math::max);
        }
    }

    private Draft draft(String word, double weight) throws IOException {
        var draft = new Draft(word, weight, analysis.stem(word));
        if (vocabulary.has(word)) {
            draft.known = true;
            addForms(draft, word, 1);
            return draft;
        }
        if (!thesaurus.synonyms(List.of(draft.stem)).isEmpty()) {
            return draft;
        }
        var misspelt = vocabulary.misspelt(word);
        if (!misspelt.isEmpty()) {
            draft.stem = analysis.stem(misspelt.getFirst().word());
            misspelt.forEach(near -> addForms(draft, near.word(), MISSPELT * near.likeness()));
            return draft;
        }
        var parts = vocabulary.parts(word);
        if (!parts.isEmpty()) {
            draft.expressions.put(parts.stream().map(analysis::stem).toList(), JOINED);
            return draft;
        }
        var relatives = vocabulary.relatives(word);
        relatives.forEach(relative -> draft.add(relative, RELATIVE));
        if (relatives.isEmpty()) {
            vocabulary.alike(word).forEach(near -> addForms(draft, near.word(), ALIKE * near.likeness()));
        }
        return draft;
    }

    private void addForms(Draft draft, String word, double likeness) {
        draft.add(analysis.stem(word), likeness);
        vocabulary.relatives(word).forEach(relative -> draft.add(relative, RELATIVE * likeness));
    }

    /// `white list` also finds `whitelist`.
    private void joinNeighbours(List<Draft> drafts) {
        for (var i = 0; i + 1 < drafts.size(); i++) {
            var joined = drafts.get(i).word + drafts.get(i + 1).word;
            if (vocabulary.hasWord(joined)) {
                drafts.get(i).add(analysis.stem(joined), JOINED);
                drafts.get(i + 1).add(analysis.stem(joined), JOINED);
            }
        }
    }

    private void addSynonyms(List<Draft> drafts) {
        var stems = drafts.stream().map(draft -> draft.stem).toList();
        for (var from = 0; from < drafts.size(); from++) {
            for (var to = from + 1; to <= Math.min(drafts.size(), from + thesaurus.longest()); to++) {
                for (var synonym : thesaurus.synonyms(stems.subList(from, to))) {
                    drafts.subList(from, to).forEach(draft -> addSynonym(draft, synonym));
                }
            }
        }
    }

    private void addSynonym(Draft draft, List<String> synonym) {
        if (synonym.size() > 1) {
            draft.expressions.merge(synonym, SYNONYM, Math::max);
        } else if (vocabulary.hasStem(synonym.getFirst())) {
            draft.add(synonym.getFirst(), SYNONYM);
        }
    }

    /// A word that stands for a frequent one is no rarer than that one.
    private Slot finished(Draft draft) {
        var rarity = draft.stems.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(best -> vocabulary.rarity(best.getKey()))
                .orElseGet(() -> draft.expressions.keySet().stream()
                        .flatMap(List::stream)
                        .mapToDouble(vocabulary::rarity)
                        .max()
                        .orElseGet(() -> UNKNOWN * vocabulary.rarity(draft.stem)));
        return new Slot(draft.word, draft.weight, rarity, draft.stems, draft.expressions, draft.known);
    }
}
