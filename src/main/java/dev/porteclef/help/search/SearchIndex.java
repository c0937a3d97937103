package dev.porteclef.help.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/// Everything of one language that can be found, indexed in memory. It never changes: an edit builds another one.
///
/// Lucene ranks by words (fields weighed, rare words first); [Phrases] adds how much the question as a whole is like
/// one that somebody has asked; [Codes] puts first what explains a code that was named. See decision 0023.
final class SearchIndex {

    private static final int RANKED = 60;
    /// How many of the likeliest by all words are weighed exactly: more than there are real articles, so that only a
    /// very large help center is searched less than completely.
    private static final int LIKELY = 300;
    /// What scores less than this part of the best is noise.
    private static final double NOISE = 0.22;
    /// Where less of the question than this is known, nothing is an answer.
    private static final double LEAST_KNOWN = 0.12;

    private static final double PHRASE = 2;
    private static final double WHOLE = 1.5;

    private final List<Findable> findables;
    private final IndexSearcher searcher;
    private final QuestionReader reader;
    private final Vocabulary vocabulary;
    private final Phrases phrases;
    private final Suggestions suggestions;
    private final Analysis analysis;
    private final Codes codes;
    private final Marker marker;
    private final int[] places;
    private final int[] documents;

    private SearchIndex(
            List<Findable> findables,
            Thesaurus thesaurus,
            IndexSearcher searcher,
            Vocabulary vocabulary,
            Phrases phrases,
            Suggestions suggestions)
            throws IOException {
        this.suggestions = suggestions;
        this.analysis = thesaurus.analysis();
        this.findables = findables;
        this.searcher = searcher;
        this.vocabulary = vocabulary;
        this.phrases = phrases;
        this.reader = new QuestionReader(thesaurus, vocabulary);
        this.codes = Codes.of(findables);
        this.places = places(searcher.getIndexReader());
        this.documents = new int[places.length];
        for (var document = 0; document < places.length; document++) {
            documents[places[document]] = document;
        }
        this.marker = new Marker(searcher, analysis, document -> findables.get(places[document]));
    }

    static SearchIndex of(List<Findable> findables, Thesaurus thesaurus) {
        try {
            var analysis = thesaurus.analysis();
            var directory = MemoryIndex.write(analysis, writer -> {
                for (var place = 0; place < findables.size(); place++) {
                    writer.addDocument(document(findables.get(place), place));
                }
            });
            var index = DirectoryReader.open(directory);
            var vocabulary = new Vocabulary(analysis, index, SearchFields.WORDS, SearchFields.ALL);
            return new SearchIndex(
                    List.copyOf(findables),
                    thesaurus,
                    searcher(index),
                    vocabulary,
                    Phrases.of(findables, thesaurus, vocabulary),
                    Suggestions.of(findables, analysis));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IndexSearcher searcher(DirectoryReader index) {
        var searcher = new IndexSearcher(index);
        searcher.setSimilarity(new FieldSimilarity());
        return searcher;
    }

    private static Document document(Findable findable, int place) {
        var document = new Document();
        document.add(new NumericDocValuesField(SearchFields.PLACE, place));
        add(document, SearchFields.TITLE, findable.title(), SearchFields.MARKED);
        add(document, SearchFields.SUMMARY, findable.summary(), SearchFields.MARKED);
        findable.askedAs().forEach(asked -> add(document, SearchFields.ASKED, asked, TextField.TYPE_NOT_STORED));
        findable.headings()
                .forEach(heading -> add(document, SearchFields.HEADINGS, heading, TextField.TYPE_NOT_STORED));
        add(document, SearchFields.BODY, findable.body(), SearchFields.MARKED);
        return document;
    }

    private static void add(Document document, String field, String text, FieldType type) {
        document.add(new Field(field, text, type));
        document.add(new TextField(SearchFields.ALL, text, Field.Store.NO));
        document.add(new TextField(SearchFields.WORDS, text, Field.Store.NO));
    }

    /// The place of what each document of the index was made of.
    private static int[] places(IndexReader index) throws IOException {
        var places = new int[index.maxDoc()];
        var values = MultiDocValues.getNumericValues(index, SearchFields.PLACE);
        for (var document = 0; document < places.length; document++) {
            if (values == null || !values.advanceExact(document)) {
                throw new IllegalStateException("Document without a place");
            }
            places[document] = (int) values.longValue();
        }
        return places;
    }

    /// What answers `text`, best first, at most `most`.
    List<Hit> search(String text, SearchFilter filter, int most) {
        try {
            var slots = reader.read(text);
            var first = codes.named(text);
            if (first.isEmpty() && !isKnown(slots) && phrases.whole(text).isEmpty()) {
                return List.of();
            }
            var scores = scores(text, slots, filter);
            first.forEach(place -> scores.putIfAbsent(place, 0.0));
            var ranked = scores.entrySet().stream()
                    .filter(scored -> filter.admits(findables.get(scored.getKey())))
                    .sorted(Comparator.comparing(
                                    (Map.Entry<Integer, Double> scored) -> !first.contains(scored.getKey()))
                            .thenComparing(Map.Entry.<Integer, Double>comparingByValue()
                                    .reversed())
                            .thenComparing(Map.Entry::getKey))
                    .toList();
            var least = NOISE
                    * ranked.stream().mapToDouble(Map.Entry::getValue).max().orElse(0);
            var shown = ranked.stream()
                    .filter(scored -> scored.getValue() >= least || first.contains(scored.getKey()))
                    .limit(most)
                    .map(scored -> new Marker.Found(
                            findables.get(scored.getKey()), documents[scored.getKey()], scored.getValue()))
                    .toList();
            return marker.hits(shown, slots);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isKnown(List<Slot> slots) {
        var all = slots.stream().mapToDouble(Slot::weight).sum();
        var known = slots.stream()
                .filter(slot -> !slot.hopeless())
                .mapToDouble(Slot::weight)
                .sum();
        return known > LEAST_KNOWN * all;
    }

    private Map<Integer, Double> scores(String text, List<Slot> slots, SearchFilter filter) throws IOException {
        var scores = new HashMap<Integer, Double>();
        for (var document : ranked(slots, filter).scoreDocs) {
            // Nothing for what has the words of an expression apart from each other, one in its title, one in its text.
            if (document.score > 0) {
                scores.put(places[document.doc], (double) document.score);
            }
        }
        var scale = slots.stream().mapToDouble(Slot::weight).sum();
        phrases.likeness(text, slots)
                .forEach((place, likeness) -> scores.merge(place, PHRASE * scale * likeness * likeness, Double::sum));
        phrases.whole(text).forEach(place -> scores.merge(place, WHOLE * Math.max(1, scale), Double::sum));
        scores.replaceAll((place, score) -> score * worth(findables.get(place).kind()));
        return scores;
    }

    private TopDocs ranked(List<Slot> slots, SearchFilter filter) throws IOException {
        var likely = new BooleanQuery.Builder().add(SlotQuery.any(slots, SearchFields.EVERYWHERE), Occur.MUST);
        if (!filter.equals(SearchFilter.NONE)) {
            likely.add(NumericDocValuesField.newSlowSetQuery(SearchFields.PLACE, admitted(filter)), Occur.FILTER);
        }
        var found = searcher.search(likely.build(), new TopScoreDocCollectorManager(LIKELY, LIKELY));
        return new QueryRescorer(SlotQuery.most(slots, SearchFields.WEIGHTS)) {
            @Override
            protected float combine(float likeliness, boolean matches, float exactly) {
                return exactly;
            }
        }.rescore(searcher, found, RANKED);
    }

    private long[] admitted(SearchFilter filter) {
        return IntStream.range(0, findables.size())
                .filter(place -> filter.admits(findables.get(place)))
                .asLongStream()
                .toArray();
    }

    /// Articles are written to answer; a section of a guide belongs to a longer way.
    private static double worth(Findable.Kind kind) {
        return switch (kind) {
            case ARTICLE -> 1;
            case GLOSSARY -> 0.65;
            case GUIDE -> 0.4;
        };
    }

    /// Words of the content that may have been meant where `text` has unknown ones, likeliest first.
    List<String> nearWords(String text) {
        try {
            var near = new ArrayList<String>();
            for (var slot : reader.read(text)) {
                if (!slot.known()) {
                    vocabulary.misspelt(slot.word()).stream().limit(2).forEach(word -> near.add(word.word()));
                    if (near.isEmpty()) {
                        vocabulary.alike(slot.word()).stream().limit(2).forEach(word -> near.add(word.word()));
                    }
                }
            }
            return near.stream().distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The word of the content that `word` is, or that it is likeliest a misspelling of; empty where it is neither. A
    /// number is one only as a code.
    String known(String word) {
        if (word.chars().allMatch(Character::isDigit)) {
            return codes.has(word) ? word : "";
        }
        if (vocabulary.hasWord(word) || codes.has(word)) {
            return word;
        }
        try {
            return vocabulary.misspelt(word).stream()
                    .findFirst()
                    .map(Vocabulary.Near::word)
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Cuts `text` as the content is cut.
    List<String> words(String text) {
        return analysis.words(text);
    }

    /// What `typed` may become, likeliest first.
    List<Findable> complete(String typed, int most) {
        try {
            return suggestions.complete(typed, most).stream()
                    .map(findables::get)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
