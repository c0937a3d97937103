package dev.porteclef.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.help.search.HelpSearch;
import dev.porteclef.help.search.SearchAnswer;
import dev.porteclef.help.search.SearchFilter;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.ViewTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/// What an editor publishes is found at once, and no longer what it replaced.
class SearchFollowsTest extends ViewTest {

    @Autowired
    private HelpCenter help;

    @Autowired
    private HelpSearch search;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void an_edit_is_found_as_soon_as_it_is_told() {
        var before = help.shelf();
        var fees = before.find("fees", Language.ENGLISH).orElseThrow();
        var edited = help.preview(
                new ArticleId("fees", Language.ENGLISH), fees.markdown().replace(fees.title(), "The xylophone fee"));
        assertThat(found("xylophone")).isEmpty();
        try {
            events.publishEvent(new HelpChanged(with(before, edited)));
            assertThat(found("xylophone")).containsExactly("fees");
            assertThat(search.suggestions(Language.ENGLISH, "the xyl"))
                    .extracting(suggestion -> suggestion.title())
                    .containsExactly("The xylophone fee");
        } finally {
            events.publishEvent(new HelpChanged(before));
        }
        assertThat(found("xylophone")).isEmpty();
    }

    private static Shelf with(Shelf shelf, Article edited) {
        var articles = new ArrayList<Article>();
        for (var language : Language.values()) {
            shelf.in(language).stream()
                    .filter(article ->
                            language != edited.language() || !article.family().equals(edited.family()))
                    .forEach(articles::add);
        }
        articles.add(edited);
        return new Shelf(articles);
    }

    private List<String> found(String question) {
        return switch (search.answer(Language.ENGLISH, question, SearchFilter.NONE)) {
            case SearchAnswer.Found(var hits, var all) ->
                hits.stream().map(hit -> hit.found().id()).toList();
            case SearchAnswer.Nothing nothing -> List.of();
            case SearchAnswer.Credential() -> List.of();
        };
    }
}
