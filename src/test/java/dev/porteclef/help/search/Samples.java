package dev.porteclef.help.search;

import dev.porteclef.help.search.Findable.Kind;
import dev.porteclef.platform.i18n.Language;
import java.util.List;
import java.util.stream.Stream;

/// A handful of things that can be found.
final class Samples {

    private Samples() {}

    static Findable article(String id, String title, String summary, String body, String... askedAs) {
        return new Findable(
                Kind.ARTICLE,
                id,
                title,
                summary,
                List.of("trouble"),
                "bitfinex",
                List.of(),
                List.of(askedAs),
                List.of(),
                body,
                "en/help/bitfinex/" + id);
    }

    static Findable withCodes(Findable article, String... codes) {
        return new Findable(
                article.kind(),
                article.id(),
                article.title(),
                article.summary(),
                List.of("errors"),
                article.exchange(),
                List.of(codes),
                article.askedAs(),
                article.headings(),
                article.body(),
                article.address());
    }

    static Findable of(Kind kind, String id, String title, String body, String topic, String exchange) {
        return new Findable(
                kind, id, title, "", List.of(topic), exchange, List.of(), List.of(), List.of(), body, "en/" + id);
    }

    static Thesaurus thesaurus(Language language, String synonyms, String fillers) {
        return new Thesaurus(language, synonyms.lines(), fillers.lines());
    }

    static SearchIndex index(Language language, Findable... findables) {
        return SearchIndex.of(List.of(findables), Thesaurus.of(language));
    }

    static List<String> found(SearchIndex index, String question) {
        return ids(index.search(question, SearchFilter.NONE, 10).stream());
    }

    static List<String> ids(Stream<Hit> hits) {
        return hits.map(hit -> hit.found().id()).toList();
    }

    static String marked(Excerpt excerpt) {
        var text = new StringBuilder();
        excerpt.parts().forEach(part -> text.append(part.marked() ? "[" + part.text() + "]" : part.text()));
        return text.toString();
    }
}
