package dev.porteclef.help.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.testing.ViewTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The search as a page: the form, what it lists while one types, results and their filters.
class SearchViewTest extends ViewTest {

    /// The shape of a secret of Bitfinex, and nobody's.
    private static final String SECRET = "Zq3vX8mB1nL7kT5wR9yP2cD6fH0jS4gA8eU1iO5xQ7z";

    @Autowired
    private HelpCenter help;

    private void ask(String question) {
        ask(Language.ENGLISH, Map.of("q", question));
    }

    private void ask(Language language, Map<String, String> query) {
        UI.getCurrent().navigate(language.tag() + "/help", QueryParameters.simple(query));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_form_needs_no_script(Language language) {
        UI.getCurrent().navigate(language.tag() + "/help");
        var form = find(SearchForm.class).single().getElement();
        assertThat(form.getTag()).isEqualTo("form");
        assertThat(form.getAttribute("method")).isEqualTo("get");
        assertThat(form.getAttribute("action")).isEqualTo(language.tag() + "/help");
        assertThat(input().getElement().getAttribute("name")).isEqualTo("q");
        assertThat(input().getType()).isEqualTo("search");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_code_in_the_address_gives_its_article_first(Language language) {
        ask(language, Map.of("q", "10114"));
        assertThat(results().getFirst())
                .isEqualTo(help.shelf().find("10114", language).orElseThrow().address());
        assertThat(input().getValue()).isEqualTo("10114");
        assertThat(page().getPageTitle()).contains("10114");
        assertThat(page().addressIn(language.other()))
                .isEqualTo(language.other().tag() + "/help?q=10114");
    }

    @Test
    void words_of_the_question_are_marked_and_nothing_is_read_as_markup() {
        ask("<b>nonce</b>");
        var html = find(SearchResults.class).single().getElement().getOuterHTML();
        assertThat(html).contains("<mark>nonce</mark>").contains("“&lt;b&gt;nonce&lt;/b&gt;”");
    }

    @Test
    void filters_are_links_that_narrow_and_lead_back() {
        ask("nonce");
        assertThat(filter("Glossary")).isEqualTo("en/help?q=nonce&kind=glossary");
        ask(Language.ENGLISH, Map.of("q", "nonce", "kind", "glossary"));
        assertThat(results())
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address).contains("#"));
        assertThat(filter("Glossary")).isEqualTo("en/help?q=nonce");
        ask(Language.ENGLISH, Map.of("q", "nonce", "topic", "errors", "exchange", "bitfinex"));
        assertThat(results())
                .isNotEmpty()
                .allSatisfy(address -> assertThat(help.shelf().in(Language.ENGLISH))
                        .anySatisfy(article -> {
                            assertThat(article.address()).isEqualTo(address);
                            assertThat(article.topics())
                                    .anyMatch(topic -> topic.word().equals("errors"));
                        }));
    }

    @Test
    void an_unknown_filter_leaves_nothing_and_says_so() {
        ask(Language.ENGLISH, Map.of("q", "nonce", "topic", "no-such"));
        assertThat(find(SearchResults.class).single().getElement().getTextRecursively())
                .contains("Nothing is left");
    }

    @Test
    void where_nothing_is_found_there_are_ways_on() {
        ask("xylophone");
        assertThat(find(H2.class, find(SearchResults.class).single()).single().getText())
                .contains("xylophone");
        assertThat(links(find(SearchResults.class).single())).contains("en/help#trouble", "en/keys");
    }

    @Test
    void a_pasted_secret_is_neither_searched_nor_shown_nor_left_in_the_address() {
        ask("help " + SECRET);
        assertThat(input().getValue()).isEmpty();
        assertThat(find(OrderedList.class).all()).isEmpty();
        assertThat(page().addressIn(Language.FRENCH)).isEqualTo("fr/help?pasted=secret");
        assertThat(page().getPageTitle()).doesNotContain(SECRET);
        assertThat(UI.getCurrent().getElement().getOuterHTML()).doesNotContain(SECRET);
        assertThat(links(find(Notice.class).single()))
                .containsExactly(help.shelf()
                        .find("leak-drill", Language.ENGLISH)
                        .orElseThrow()
                        .address());
    }

    @Test
    void what_is_typed_is_completed_and_counted_aloud() {
        UI.getCurrent().navigate("en/help");
        type("nonce");
        assertThat(options()).isNotEmpty().hasSizeLessThanOrEqualTo(7);
        assertThat(input().getElement().getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(status())
                .startsWith(
                        options().size() == 1
                                ? "One"
                                : Integer.toString(options().size()));
        type("xylophone");
        assertThat(options()).isEmpty();
        assertThat(input().getElement().getAttribute("aria-expanded")).isEqualTo("false");
        assertThat(status()).isEqualTo("No suggestions");
        type(SECRET);
        assertThat(options()).isEmpty();
    }

    @Test
    void arrows_choose_escape_closes_and_enter_opens() {
        UI.getCurrent().navigate("en/help");
        type("10114");
        key("event.key === 'ArrowDown'");
        assertThat(input().getElement().getAttribute("aria-activedescendant")).isEqualTo("help-suggestion-0");
        assertThat(options().getFirst().getElement().getAttribute("aria-selected"))
                .isEqualTo("true");
        key("event.key === 'ArrowUp'");
        assertThat(input().getElement().hasAttribute("aria-activedescendant")).isFalse();
        key(SearchForm.CLOSING);
        assertThat(options()).isEmpty();
        key("event.key === 'ArrowDown'");
        key(SearchForm.CHOSEN);
        assertThat(page().addressIn(Language.ENGLISH)).isEqualTo("en/help/bitfinex/10114");
    }

    private Page page() {
        return (Page) getCurrentView();
    }

    private Input input() {
        return find(Input.class, find(SearchForm.class).single()).single();
    }

    private List<ListItem> options() {
        return find(ListItem.class, find(SuggestionList.class).single()).all();
    }

    private String status() {
        return find(Span.class, find(SearchForm.class).single()).all().stream()
                .filter(part -> "status".equals(part.getElement().getAttribute("role")))
                .map(Span::getText)
                .findFirst()
                .orElseThrow();
    }

    private List<String> results() {
        return find(Anchor.class, find(OrderedList.class).single()).all().stream()
                .map(Anchor::getHref)
                .toList();
    }

    private String filter(String name) {
        return find(Anchor.class, find(SearchFilters.class).single()).all().stream()
                .filter(link -> link.getText().equals(name))
                .map(Anchor::getHref)
                .findFirst()
                .orElseThrow();
    }

    private List<String> links(com.vaadin.flow.component.Component part) {
        return find(Anchor.class, part).all().stream().map(Anchor::getHref).toList();
    }

    /// What a browser does once somebody has paused.
    private void type(String text) {
        test(input()).setValue(text);
    }

    /// Presses the key that an expression of the form tells.
    private void key(String expression) {
        fire(input().getElement(), expression);
    }

    private static void fire(Element element, String expression) {
        var data = JacksonUtils.createObjectNode();
        data.put(expression, true);
        element.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(element, "keydown", data));
    }
}
