package dev.porteclef.help.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// The short texts that what can be found is asked by: titles, headings and phrasings of readers. A question is
/// compared with each as a whole, so that one said in nearly the same words wins over one that mentions them all.
final class Phrases {

    private static final String PLACE = "place";
    private static final String STEMS = "stems";
    private static final String WHOLE = "whole";
    /// How many of the likeliest are compared exactly.
    private static final int COMPARED = 120;
    /// How much of the likeness is in the wording, fillers and order included: `how do I` and `why can I not` tell
    /// apart what has the same rare words.
    private static final double WORDING = 0.7;

    private final Analysis analysis;
    private final IndexSearcher searcher;
    private final List<Phrase> phrases;

    /// @param owner the place of what it belongs to
    /// @param worth how much a match says, between 0 and 1
    /// @param wording every stem, and every two in a row
    private record Phrase(int owner, double worth, Set<String> stems, double length, Set<String> wording) {}

    private Phrases(Analysis analysis, IndexSearcher searcher, List<Phrase> phrases) {
        this.analysis = analysis;
        this.searcher = searcher;
        this.phrases = phrases;
    }

    static Phrases of(List<Findable> findables, Thesaurus thesaurus, Vocabulary vocabulary) throws IOException {
        var analysis = thesaurus.analysis();
        var phrases = new ArrayList<Phrase>();
        var directory = MemoryIndex.write(analysis, writer -> {
            for (var owner = 0; owner < findables.size(); owner++) {
                for (var text : texts(findables.get(owner)).entrySet()) {
                    var words = analysis.words(text.getKey());
                    var document = new Document();
                    document.add(new NumericDocValuesField(PLACE, phrases.size()));
                    document.add(new StringField(WHOLE, String.join(" ", words), Field.Store.NO));
                    document.add(new TextField(STEMS, text.getKey(), Field.Store.NO));
                    writer.addDocument(document);
                    phrases.add(phrase(owner, text.getValue(), words, thesaurus, vocabulary));
                }
            }
        });
        return new Phrases(analysis, new IndexSearcher(DirectoryReader.open(directory)), phrases);
    }

    private static Map<String, Double> texts(Findable findable) {
        var texts = new HashMap<String, Double>();
        findable.headings().forEach(heading -> texts.merge(heading, 0.6, Math::max));
        texts.merge(findable.title(), 0.9, Math::max);
        findable.askedAs().forEach(asked -> texts.merge(asked, 1.0, Math::max));
        return texts;
    }

    private static Phrase phrase(
            int owner, double worth, List<String> words, Thesaurus thesaurus, Vocabulary vocabulary) {
        var stems = new LinkedHashSet<String>();
        var squares = 0.0;
        for (var word : words) {
            var stem = thesaurus.analysis().stem(word).intern();
            var weight = thesaurus.weight(word);
            if (weight > 0 && stems.add(stem)) {
                var length = weight * vocabulary.rarity(stem);
                squares += length * length;
            }
        }
        return new Phrase(owner, worth, Set.copyOf(stems), Math.sqrt(squares), wording(words, thesaurus.analysis()));
    }

    private static Set<String> wording(List<String> words, Analysis analysis) {
        var wording = new HashSet<String>();
        var before = "";
        for (var word : words) {
            var stem = analysis.stem(word);
            wording.add(stem);
            if (!before.isEmpty()) {
                wording.add(before + " " + stem);
            }
            before = stem;
        }
        return Set.copyOf(wording);
    }

    /// The cosine of two wordings: 1 for the same, 0 where nothing is shared.
    private static double alike(Set<String> one, Set<String> other) {
        var shared = one.stream().filter(other::contains).count();
        return shared == 0 ? 0 : shared / Math.sqrt((double) one.size() * other.size());
    }

    /// How well each thing that can be found is asked for by these words, by its place: 1 for the very words, nothing
    /// for what shares none.
    Map<Integer, Double> likeness(String text, List<Slot> slots) throws IOException {
        var best = new HashMap<Integer, Double>();
        var wording = wording(analysis.words(text), analysis);
        var length = Math.sqrt(slots.stream()
                .mapToDouble(slot -> slot.weight() * slot.weight())
                .sum());
        for (var place : candidates(SlotQuery.any(slots, Map.of(STEMS, 1f)), COMPARED)) {
            var phrase = phrases.get(place);
            if (phrase.length() == 0 || length == 0) {
                continue;
            }
            var shared = 0.0;
            for (var slot : slots) {
                shared += slot.weight() * slot.weight() * slot.answeredBy(phrase.stems());
            }
            var told = Math.min(1, shared / (length * phrase.length()));
            var likeness = (1 - WORDING) * told + WORDING * alike(wording, phrase.wording());
            best.merge(phrase.owner(), phrase.worth() * likeness, Math::max);
        }
        return best;
    }

    /// The places of what is asked for by exactly these words.
    Set<Integer> whole(String text) throws IOException {
        var owners = new LinkedHashSet<Integer>();
        var query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(WHOLE, QuestionReader.whole(analysis, text))), Occur.FILTER)
                .build();
        for (var place : candidates(query, COMPARED)) {
            owners.add(phrases.get(place).owner());
        }
        return owners;
    }

    private List<Integer> candidates(Query query, int most) throws IOException {
        var places = new ArrayList<Integer>();
        var values = MultiDocValues.getNumericValues(searcher.getIndexReader(), PLACE);
        var documents = new ArrayList<Integer>();
        for (var found : searcher.search(query, most).scoreDocs) {
            documents.add(found.doc);
        }
        documents.sort(null);
        for (var document : documents) {
            if (values != null && values.advanceExact(document)) {
                places.add((int) values.longValue());
            }
        }
        return places;
    }
}
