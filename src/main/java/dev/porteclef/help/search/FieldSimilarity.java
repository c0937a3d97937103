package dev.porteclef.help.search;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/// How Lucene weighs a word that a field has often. What readers ask is a list of phrases, not a text: a long list
/// says no less of each, and a word that many of them have says more than one of a few.
final class FieldSimilarity extends PerFieldSimilarityWrapper {

    private static final Similarity TEXT = new BM25Similarity();
    private static final Similarity LIST = new BM25Similarity(2.5f, 0.2f);

    @Override
    public Similarity get(String field) {
        return field.equals(SearchFields.ASKED) ? LIST : TEXT;
    }
}
