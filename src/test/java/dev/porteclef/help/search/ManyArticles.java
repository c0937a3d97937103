package dev.porteclef.help.search;

import dev.porteclef.help.search.Findable.Kind;
import dev.porteclef.platform.i18n.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;

/// A help center of many made-up articles, searched by the portal or by Lucene alone. Words are as unevenly frequent as
/// in real texts; the same seed makes the same articles.
public final class ManyArticles {

    private static final int VOCABULARY = 20_000;
    private static final String TEXT = "text";
    private static final int SHOWN = HelpSearch.SHOWN;

    private final Language language;
    private final List<String> words;
    private final List<Findable> findables;
    private final Random random;

    public ManyArticles(Language language, int articles, long seed) {
        this.language = language;
        this.random = new Random(seed);
        this.words = IntStream.range(0, VOCABULARY).mapToObj(rank -> word()).toList();
        this.findables = IntStream.range(0, articles).mapToObj(this::article).toList();
    }

    /// Something that searches and says how much it found.
    public interface Searching {
        int found(String question) throws IOException;
    }

    private String word() {
        var syllables = 2 + random.nextInt(3);
        return IntStream.range(0, syllables)
                .mapToObj(
                        syllable -> "" + "bcdfglmnprstv".charAt(random.nextInt(13)) + "aeiou".charAt(random.nextInt(5)))
                .collect(Collectors.joining());
    }

    /// The frequency of a word falls with its rank.
    private String text(int length) {
        return IntStream.range(0, length)
                .mapToObj(place -> words.get((int) (Math.pow(VOCABULARY, random.nextDouble()) - 1)))
                .collect(Collectors.joining(" "));
    }

    private Findable article(int number) {
        return new Findable(
                Kind.ARTICLE,
                "article-" + number,
                text(6),
                text(20),
                List.of("connect"),
                "bitfinex",
                List.of(Integer.toString(20_000 + number)),
                IntStream.range(0, 8).mapToObj(asked -> text(5)).toList(),
                IntStream.range(0, 4).mapToObj(heading -> text(3)).toList(),
                text(300),
                "en/help/article-" + number);
    }

    /// What readers ask: a few words of what some article is asked by, every fifth with a mistake in one.
    public List<String> questions(int count) {
        return IntStream.range(0, count).mapToObj(this::question).toList();
    }

    private String question(int number) {
        var asked = findables.get(random.nextInt(findables.size())).askedAs();
        var typed =
                new ArrayList<>(List.of(asked.get(random.nextInt(asked.size())).split(" ", -1)));
        if (number % 5 == 0) {
            typed.replaceAll(word -> word.length() > 5 ? word.substring(0, 3) + "x" + word.substring(4) : word);
        }
        return String.join(" ", typed.subList(0, 2 + random.nextInt(typed.size() - 1)));
    }

    /// The portal's own search; building it is what takes the time.
    public Searching portal() {
        var index = SearchIndex.of(findables, Thesaurus.of(language));
        return question -> index.search(question, SearchFilter.NONE, SHOWN).size();
    }

    /// Everything in one field, any word of the question, ranked as Lucene does by itself.
    public Searching bareLucene() throws IOException {
        var analysis = Thesaurus.of(language).analysis();
        var directory = MemoryIndex.write(analysis, writer -> {
            for (var findable : findables) {
                var document = new Document();
                var all = String.join(
                        " ",
                        findable.title(),
                        findable.summary(),
                        String.join(" ", findable.askedAs()),
                        findable.body());
                document.add(new TextField(TEXT, all, Field.Store.NO));
                writer.addDocument(document);
            }
        });
        var searcher = new IndexSearcher(DirectoryReader.open(directory));
        return question -> {
            var slots = analysis.words(question).stream()
                    .map(word -> new Slot(word, 1, 1, Map.of(analysis.stem(word), 1.0), Map.of(), true))
                    .toList();
            return searcher.search(SlotQuery.any(slots, Map.of(TEXT, 1f)), SHOWN).scoreDocs.length;
        };
    }
}
