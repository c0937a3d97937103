package dev.porteclef.help.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Completes a question while it is typed: what begins with it, then what has its words anywhere, the last one begun.
/// A mistake is forgiven as in a search. Titles and what readers ask are looked at; a thing is suggested once.
final class Suggestions {

    private static final int LOOKED_AT = 100;
    private static final int ONE_MISTAKE = 5;
    private static final int TWO_MISTAKES = 9;

    private final Analysis analysis;
    private final IndexSearcher searcher;
    private final List<Line> lines;

    /// @param owner the place of what it belongs to
    /// @param words as written, separated by spaces
    private record Line(int owner, String words) {}

    private record Candidate(Line line, boolean begins, float score) {}

    private Suggestions(Analysis analysis, IndexSearcher searcher, List<Line> lines) {
        this.analysis = analysis;
        this.searcher = searcher;
        this.lines = lines;
    }

    static Suggestions of(List<Findable> findables, Analysis analysis) throws IOException {
        var lines = new ArrayList<Line>();
        var directory = MemoryIndex.write(analysis, writer -> {
            for (var owner = 0; owner < findables.size(); owner++) {
                var texts = new ArrayList<>(findables.get(owner).askedAs());
                texts.add(findables.get(owner).title());
                for (var text : texts) {
                    var document = new Document();
                    document.add(new NumericDocValuesField(SearchFields.PLACE, lines.size()));
                    document.add(new TextField(SearchFields.WORDS, text, Field.Store.NO));
                    writer.addDocument(document);
                    lines.add(new Line(owner, String.join(" ", analysis.words(text))));
                }
            }
        });
        return new Suggestions(analysis, new IndexSearcher(DirectoryReader.open(directory)), lines);
    }

    /// The places of what `typed` may become, likeliest first, at most `most`.
    List<Integer> complete(String typed, int most) throws IOException {
        var words = analysis.words(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        var whole = String.join(" ", words);
        var best = new LinkedHashMap<Integer, Candidate>();
        for (var candidate : candidates(query(words), whole)) {
            best.putIfAbsent(candidate.line().owner(), candidate);
        }
        return best.keySet().stream().limit(most).toList();
    }

    private static Query query(List<String> words) {
        var query = new BooleanQuery.Builder();
        for (var i = 0; i < words.size(); i++) {
            query.add(word(words.get(i), i == words.size() - 1), Occur.MUST);
        }
        return query.build();
    }

    private static Query word(String word, boolean begun) {
        var term = new Term(SearchFields.WORDS, word);
        var query = new BooleanQuery.Builder().add(new TermQuery(term), Occur.SHOULD);
        if (begun) {
            query.add(new BoostQuery(new PrefixQuery(term), 0.8f), Occur.SHOULD);
        }
        if (word.length() >= ONE_MISTAKE && word.chars().noneMatch(Character::isDigit)) {
            var mistakes = word.length() < TWO_MISTAKES ? 1 : 2;
            query.add(new BoostQuery(new FuzzyQuery(term, mistakes, 1), 0.4f), Occur.SHOULD);
        }
        return query.build();
    }

    private List<Candidate> candidates(Query query, String whole) throws IOException {
        var candidates = new ArrayList<Candidate>();
        var found = searcher.search(query, LOOKED_AT).scoreDocs;
        Arrays.sort(found, Comparator.comparingInt(document -> document.doc));
        var places = MultiDocValues.getNumericValues(searcher.getIndexReader(), SearchFields.PLACE);
        for (var document : found) {
            if (places != null && places.advanceExact(document.doc)) {
                var line = lines.get((int) places.longValue());
                candidates.add(new Candidate(line, line.words().startsWith(whole), document.score));
            }
        }
        candidates.sort(Comparator.comparing((Candidate candidate) -> !candidate.begins())
                .thenComparing(Comparator.comparingDouble(Candidate::score).reversed())
                .thenComparingInt(candidate -> candidate.line().words().length()));
        return candidates;
    }
}
