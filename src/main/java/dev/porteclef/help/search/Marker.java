package dev.porteclef.help.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;

/// Marks the words of a question in what was found.
final class Marker {

    private static final String FIELD = SearchFields.BODY;
    private static final int LONGEST_TEXT = 100_000;

    private final UnifiedHighlighter whole;
    private final UnifiedHighlighter sentences;

    Marker(Analysis analysis) {
        whole = highlighter(analysis, WholeBreakIterator::new);
        sentences = highlighter(analysis, () -> BreakIterator.getSentenceInstance(Locale.ROOT));
    }

    private static UnifiedHighlighter highlighter(Analysis analysis, Supplier<BreakIterator> breaks) {
        return UnifiedHighlighter.builderWithoutSearcher(analysis.forStems())
                .withBreakIterator(breaks)
                .withFormatter(new Formatter())
                .withMaxLength(LONGEST_TEXT)
                .withMaxNoHighlightPassages(0)
                .build();
    }

    /// `found` with the words of the question marked: in the summary, else in the passage of the text that has most of
    /// them.
    Hit hit(Findable found, List<Slot> slots, double score) throws IOException {
        var query = SlotQuery.any(slots, Map.of(FIELD, 1f));
        var title = excerpt(whole, found.title(), query);
        var summary = excerpt(whole, found.summary(), query);
        var passage = summary == null ? excerpt(sentences, found.body(), query) : summary;
        return new Hit(
                found,
                title == null ? Excerpt.plain(found.title()) : title,
                passage == null ? Excerpt.plain(found.summary()) : passage,
                score);
    }

    private static @Nullable Excerpt excerpt(UnifiedHighlighter highlighter, String text, Query query)
            throws IOException {
        return text.isEmpty() ? null : (Excerpt) highlighter.highlightWithoutSearcher(FIELD, query, text, 1);
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
