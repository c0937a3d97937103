package dev.porteclef.help.search;

import dev.porteclef.platform.i18n.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/// How one language's texts become words, in three degrees: the word as written without capitals and accents, its
/// light stem (`keys` is `key`), and its root, which joins more than it should (`rotation` and `rotate`).
final class Analysis {

    private static final Pattern APOSTROPHE = Pattern.compile("['’]");

    private enum Degree {
        WORD,
        STEM,
        ROOT
    }

    private final Analyzer words;
    private final Analyzer stems;
    private final Analyzer roots;
    private final Analyzer indexed;

    /// @param stops words, as written without accents, that are not indexed
    Analysis(Language language, Set<String> stops) {
        words = new Chain(language, Degree.WORD, CharArraySet.EMPTY_SET);
        stems = new Chain(language, Degree.STEM, CharArraySet.EMPTY_SET);
        roots = new Chain(language, Degree.ROOT, CharArraySet.EMPTY_SET);
        indexed = new Chain(language, Degree.STEM, new CharArraySet(stops, false));
    }

    /// For the fields of words as written.
    Analyzer forWords() {
        return words;
    }

    /// For the fields of stems, without stop words.
    Analyzer forStems() {
        return indexed;
    }

    /// The words of `text` as written, without capitals, accents and elisions.
    List<String> words(String text) {
        return terms(words, text);
    }

    /// The light stem of a word.
    String stem(String word) {
        return single(stems, word);
    }

    /// The root of a word.
    String root(String word) {
        return single(roots, word);
    }

    private static String single(Analyzer analyzer, String word) {
        var terms = terms(analyzer, word);
        return terms.isEmpty() ? word : terms.getFirst();
    }

    private static List<String> terms(Analyzer analyzer, String text) {
        var terms = new ArrayList<String>();
        try (var stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    private static final class Chain extends Analyzer {

        private final Language language;
        private final Degree degree;
        private final CharArraySet stops;

        private Chain(Language language, Degree degree, CharArraySet stops) {
            this.language = language;
            this.degree = degree;
            this.stops = stops;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = new StandardTokenizer();
            TokenStream stream = switch (language) {
                case ENGLISH -> new EnglishPossessiveFilter(source);
                case FRENCH -> new ElisionFilter(source, FrenchAnalyzer.DEFAULT_ARTICLES);
            };
            stream = new ASCIIFoldingFilter(new LowerCaseFilter(stream));
            stream = new PatternReplaceFilter(stream, APOSTROPHE, "", true);
            stream = new StopFilter(stream, stops);
            return new TokenStreamComponents(source, stemmed(stream));
        }

        private TokenStream stemmed(TokenStream stream) {
            return switch (degree) {
                case WORD -> stream;
                case STEM ->
                    switch (language) {
                        case ENGLISH -> new KStemFilter(stream);
                        case FRENCH -> new FrenchLightStemFilter(stream);
                    };
                case ROOT -> new SnowballFilter(stream, language == Language.ENGLISH ? "English" : "French");
            };
        }
    }
}
