package dev.porteclef.help.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;

/// Marks the words of a question in what was found. Where each word stands is in the index, so that no text is read
/// again for it.
final class Marker {

    private static final int LONGEST_TEXT = 100_000;
    /// Words that say less than this are not marked, where others are.
    private static final double TELLING = 0.4;

    private final Highlighter words;
    private final Highlighter expressions;

    /// @param byDocument what a document of the index was made of
    Marker(IndexSearcher searcher, Analysis analysis, Function<Integer, Findable> byDocument) {
        words = new Highlighter(searcher, analysis.forStems(), byDocument, false);
        expressions = new Highlighter(searcher, analysis.forStems(), byDocument, true);
    }

    /// Something to be shown.
    record Found(Findable findable, int document, double score) {}

    /// `found` in the same order, with the words of the question marked: in the summary, else in the passage of the
    /// text that has most of them.
    List<Hit> hits(List<Found> found, List<Slot> question) throws IOException {
        var slots = telling(question);
        var highlighter = slots.stream().allMatch(slot -> slot.expressions().isEmpty()) ? words : expressions;
        var titles = highlighter.excerpts(SearchFields.TITLE, found, slots);
        var summaries = highlighter.excerpts(SearchFields.SUMMARY, found, slots);
        var unmarked = found.stream()
                .filter(one -> !summaries.containsKey(one.document()))
                .toList();
        var passages = highlighter.excerpts(SearchFields.BODY, unmarked, slots);
        return found.stream()
                .map(one -> new Hit(
                        one.findable(),
                        titles.getOrDefault(
                                one.document(), Excerpt.plain(one.findable().title())),
                        summaries.getOrDefault(
                                one.document(),
                                passages.getOrDefault(
                                        one.document(),
                                        Excerpt.plain(one.findable().summary()))),
                        one.score()))
                .toList();
    }

    /// A mark on every `not` would point at nothing.
    private static List<Slot> telling(List<Slot> slots) {
        var telling = slots.stream().filter(slot -> slot.share() >= TELLING).toList();
        return telling.isEmpty() ? slots : telling;
    }

    /// Takes offsets from the index and the texts from where they are anyway: the index holds no copy of them.
    private static final class Highlighter extends UnifiedHighlighter {

        private final Function<Integer, Findable> byDocument;

        /// @param together whether the words of an expression count only where all of them are. It takes longer, and
        /// Lucene does it only with all three flags.
        private Highlighter(
                IndexSearcher searcher, Analyzer analyzer, Function<Integer, Findable> byDocument, boolean together) {
            super(UnifiedHighlighter.builder(searcher, analyzer)
                    .withFormatter(new Formatter())
                    .withMaxLength(LONGEST_TEXT)
                    .withWeightMatches(together)
                    .withHighlightPhrasesStrictly(together)
                    .withHandleMultiTermQuery(together)
                    .withMaxNoHighlightPassages(0));
            this.byDocument = byDocument;
        }

        /// By document; nothing for one that has no word of the question in this field.
        Map<Integer, Excerpt> excerpts(String field, List<Marker.Found> found, List<Slot> slots) throws IOException {
            if (found.isEmpty()) {
                return Map.of();
            }
            var documents = found.stream().mapToInt(Marker.Found::document).toArray();
            var query = SlotQuery.any(slots, Map.of(field, 1f));
            var marked = highlightFieldsAsObjects(new String[] {field}, query, documents, new int[] {1});
            var excerpts = new HashMap<Integer, Excerpt>();
            var ofField = marked.getOrDefault(field, new Object[documents.length]);
            for (var i = 0; i < documents.length; i++) {
                if (ofField[i] instanceof Excerpt excerpt) {
                    excerpts.put(documents[i], excerpt);
                }
            }
            return excerpts;
        }

        @Override
        protected OffsetSource getOffsetSource(String field) {
            return OffsetSource.POSTINGS;
        }

        @Override
        protected BreakIterator getBreakIterator(String field) {
            return field.equals(SearchFields.BODY)
                    ? BreakIterator.getSentenceInstance(Locale.ROOT)
                    : new WholeBreakIterator();
        }

        @Override
        protected List<CharSequence[]> loadFieldValues(
                String[] fields, DocIdSetIterator documents, int cacheCharsThreshold) throws IOException {
            var texts = new ArrayList<CharSequence[]>();
            for (var document = documents.nextDoc();
                    document != DocIdSetIterator.NO_MORE_DOCS;
                    document = documents.nextDoc()) {
                var findable = byDocument.apply(document);
                texts.add(Arrays.stream(fields)
                        .map(field -> text(findable, field))
                        .toArray(CharSequence[]::new));
            }
            return texts;
        }

        private static String text(Findable findable, String field) {
            return switch (field) {
                case SearchFields.TITLE -> findable.title();
                case SearchFields.SUMMARY -> findable.summary();
                case SearchFields.BODY -> findable.body();
                default -> throw new IllegalArgumentException(field);
            };
        }
    }

    /// Cuts the text of a passage where a mark begins or ends.
    private static final class Formatter extends PassageFormatter {

        @Override
        public @Nullable Object format(Passage[] passages, String content) {
            var parts = new ArrayList<Excerpt.Part>();
            var marked = false;
            for (var passage : passages) {
                var at = passage.getStartOffset();
                for (var i = 0; i < passage.getNumMatches(); i++) {
                    var start = Math.max(at, passage.getMatchStarts()[i]);
                    var end = passage.getMatchEnds()[i];
                    if (end > start) {
                        add(parts, content.substring(at, start), false);
                        add(parts, content.substring(start, end), true);
                        marked = true;
                        at = end;
                    }
                }
                add(parts, content.substring(at, passage.getEndOffset()).stripTrailing(), false);
            }
            return marked ? new Excerpt(parts) : null;
        }

        private static void add(List<Excerpt.Part> parts, String text, boolean marked) {
            if (!text.isEmpty()) {
                parts.add(new Excerpt.Part(text, marked));
            }
        }
    }
}
