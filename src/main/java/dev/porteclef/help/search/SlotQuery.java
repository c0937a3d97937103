package dev.porteclef.help.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/// Lucene's form of a question.
final class SlotQuery {

    /// How much the other fields add to the best one.
    private static final float OTHERS = 0.25f;

    private static final float PRESENCE = 0.5f;

    private SlotQuery() {}

    /// What has any of the words, best where it has most of them.
    static Query any(List<Slot> slots, Map<String, Float> fields) {
        var query = new BooleanQuery.Builder();
        for (var slot : slots) {
            var alternatives = new ArrayList<Query>();
            fields.forEach((field, weight) -> alternatives.addAll(alternatives(slot, field, weight)));
            if (!alternatives.isEmpty()) {
                query.add(new DisjunctionMaxQuery(alternatives, OTHERS), Occur.SHOULD);
            }
        }
        return query.build();
    }

    /// The same, and more for each word that a text has anywhere, however often and however long it is: many of the
    /// words once say more than one of them many times.
    static Query most(List<Slot> slots, Map<String, Float> fields) {
        var query = new BooleanQuery.Builder().add(any(slots, fields), Occur.MUST);
        for (var slot : slots) {
            var alternatives = alternatives(slot, SearchFields.ALL, 1);
            if (!alternatives.isEmpty()) {
                var present = new ConstantScoreQuery(new DisjunctionMaxQuery(alternatives, 0));
                query.add(boosted(present, (float) (PRESENCE * slot.weight())), Occur.SHOULD);
            }
        }
        return query.build();
    }

    private static List<Query> alternatives(Slot slot, String field, float weight) {
        var queries = new ArrayList<Query>();
        if (!slot.stems().isEmpty()) {
            var synonyms = new SynonymQuery.Builder(field);
            slot.stems().forEach((stem, likeness) -> synonyms.addTerm(new Term(field, stem), likeness.floatValue()));
            queries.add(boosted(synonyms.build(), weight * filler(slot)));
        }
        slot.expressions().forEach((stems, likeness) -> {
            var together = new BooleanQuery.Builder();
            stems.forEach(stem -> together.add(new TermQuery(new Term(field, stem)), Occur.MUST));
            queries.add(boosted(together.build(), weight * filler(slot) * likeness.floatValue() / stems.size()));
        });
        return queries;
    }

    private static Query boosted(Query query, float weight) {
        return new BoostQuery(query, weight);
    }

    private static float filler(Slot slot) {
        return (float) slot.share();
    }
}
