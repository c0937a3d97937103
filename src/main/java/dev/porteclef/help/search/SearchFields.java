package dev.porteclef.help.search;

import java.util.Map;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;

/// The fields of the index, and how much a word weighs in each.
final class SearchFields {

    /// The place in the list of what can be found.
    static final String PLACE = "place";

    static final String TITLE = "title";
    static final String SUMMARY = "summary";
    static final String ASKED = "asked";
    static final String HEADINGS = "headings";
    static final String BODY = "body";
    /// Everything, as stems and as words.
    static final String ALL = "all";

    static final String WORDS = "words";

    static final Map<String, Float> WEIGHTS =
            Map.of(TITLE, 2.2f, ASKED, 2.8f, SUMMARY, 1.8f, HEADINGS, 0.8f, BODY, 1.4f);

    static final Map<String, Float> EVERYWHERE = Map.of(ALL, 1f);

    /// A field whose words can be marked: the index knows where each stands.
    static final FieldType MARKED = marked();

    private SearchFields() {}

    private static FieldType marked() {
        var type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }
}
