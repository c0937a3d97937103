package dev.porteclef.help.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.help.Topic;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.testing.ViewTest;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The help center's pages in both languages.
class ArticleViewTest extends ViewTest {

    @Autowired
    private HelpCenter help;

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_article_is_drawn_whole(Language language) {
        for (var article : help.shelf().in(language)) {
            UI.getCurrent().navigate(article.address());
            assertThat(find(H1.class).single().getElement().getOuterHTML()).contains(article.titleHtml());
            assertThat(find(H2.class).all())
                    .extracting(heading -> heading.getId().orElseThrow())
                    .containsAll(article.sections().stream()
                            .map(section -> section.id())
                            .toList());
            assertThat(((Page) getCurrentView()).getPageTitle()).isEqualTo(article.title());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_entrance_leads_to_every_article(Language language) {
        UI.getCurrent().navigate(language.tag() + "/help");
        var links = find(Anchor.class).all().stream().map(Anchor::getHref).collect(Collectors.toSet());
        assertThat(links)
                .containsAll(help.shelf().in(language).stream()
                        .map(article -> article.address())
                        .toList());
        for (var topic : List.of(Topic.TROUBLE, Topic.LEAK)) {
            assertThat(links).contains(language.tag() + "/help#" + topic.word());
            assertThat(find(H2.class).withId(topic.word()).all()).hasSize(1);
        }
    }

    @Test
    void a_family_and_every_code_are_addresses_too() {
        UI.getCurrent().navigate("fr/help/bitfinex/10111");
        assertThat(path()).isEqualTo("fr/help/bitfinex/10100");
        UI.getCurrent().navigate("fr/help/bitfinex/ip-list-guide");
        assertThat(path()).isEqualTo("fr/help/bitfinex/liste-ip-pourquoi-comment");
    }

    @Test
    void the_other_language_has_its_own_address() {
        UI.getCurrent().navigate("fr/help/bitfinex/liste-ip-pourquoi-comment");
        var english = help.shelf()
                .find("ip-list-guide", Language.ENGLISH)
                .orElseThrow()
                .address();
        assertThat(((Page) getCurrentView()).addressIn(Language.ENGLISH)).isEqualTo(english);
    }

    @Test
    void an_unknown_article_is_not_found() {
        UI.getCurrent().navigate("en/help/bitfinex/19999");
        assertThat(find(H1.class).single().getText()).isEqualTo("There is nothing here");
        UI.getCurrent().navigate("en/help/10114");
        assertThat(find(H1.class).single().getText()).isEqualTo("There is nothing here");
    }

    private static String path() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }
}
