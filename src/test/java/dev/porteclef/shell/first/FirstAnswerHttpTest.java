package dev.porteclef.shell.first;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.guide.Guides;
import dev.porteclef.live.Bulletin;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import java.util.List;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a reader without scripts gets: all of a page, and nothing that stays behind.
class FirstAnswerHttpTest extends Readers {

    @Autowired
    private Texts texts;

    @Autowired
    private Guides guides;

    @Autowired
    private Bulletin bulletin;

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_whole_front_page_is_in_it(Language language) {
        var page = page("/" + language.tag());
        assertThat(page.select("html").attr("lang")).isEqualTo(language.tag());
        var text = page.select("#first").text();
        assertThat(text)
                .contains(texts.get(language, "shell.home.headline"))
                .contains(texts.get(language, "shell.home.way.green.text"))
                .contains(texts.get(language, "shell.home.promise.outage.text"))
                .contains(texts.get(language, "shell.sign-in"));
        assertThat(page.select("#first h2")).hasSizeGreaterThan(1);
        assertThat(page.select("#first a[href='" + language.tag() + "/guides/bitfinex']"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_whole_guide_is_in_it(Language language) {
        var guide = guides.find(new ExchangeId("bitfinex"), language).orElseThrow();
        var page = page("/" + language.tag() + "/guides/bitfinex");
        var text = page.select("#first").text();
        assertThat(text).contains(plain(guide.lead()));
        assertThat(guide.steps())
                .isNotEmpty()
                .allSatisfy(step -> assertThat(text).contains(plain(step.heading()), plain(step.html())));
        assertThat(guide.sections())
                .allSatisfy(section ->
                        assertThat(page.select("#first #" + section.id())).hasSize(1));
        assertThat(page.select("#first input[type=radio][checked]")).hasSize(1);
        assertThat(page.select("#first a[href^='#']")).isEmpty();
    }

    @Test
    void the_choice_in_the_address_is_made() {
        var page = page("/en/guides/bitfinex?strategy=margin&utm=1");
        assertThat(page.select("#first input[type=radio][checked]").attr("value"))
                .isEqualTo("margin");
        assertThat(page.select("#first .language-switch").attr("href")).isEqualTo("fr/guides/bitfinex?strategy=margin");
    }

    @Test
    void the_head_tells_where_the_page_is_and_what_it_is() {
        // From the root: nobody has declared under which name this portal is known.
        var page = page("/fr/guides/bitfinex?strategy=margin");
        var guide = guides.find(new ExchangeId("bitfinex"), Language.FRENCH).orElseThrow();
        assertThat(only(page, "title").wholeText()).isEqualTo(guide.title());
        assertThat(meta(page, "name=description")).isEqualTo(guide.description());
        assertThat(link(page, "rel=canonical")).isEqualTo("/fr/guides/bitfinex");
        assertThat(link(page, "hreflang=en")).isEqualTo("/en/guides/bitfinex");
        assertThat(link(page, "hreflang=fr")).isEqualTo("/fr/guides/bitfinex");
        assertThat(link(page, "hreflang=x-default")).isEqualTo("/en/guides/bitfinex");
        assertThat(link(page("/fr"), "hreflang=x-default")).isEqualTo("/");
        assertThat(meta(page, "property=og:title")).isEqualTo(guide.title());
        assertThat(page.select("meta[property=og:url]")).isEmpty();
        assertThat(meta(page, "property=og:locale")).isEqualTo("fr_FR");
        assertThat(meta(page, "property=og:locale:alternate")).isEqualTo("en_GB");
        assertThat(meta(page, "property=og:site_name")).isEqualTo("Noon & </script> Barbari");
        assertThat(page.select("meta[name=robots]")).isEmpty();
    }

    @Test
    void descriptions_for_search_engines_are_json_whatever_is_in_them() {
        assertThat(described(page("/en")))
                .singleElement()
                .satisfies(site -> assertThat(site.path("name").asString()).isEqualTo("Noon & </script> Barbari"));
        var guide = described(page("/en/guides/bitfinex"));
        assertThat(guide)
                .extracting(node -> node.path("@type").asString())
                .containsExactly("BreadcrumbList", "TechArticle", "FAQPage");
        assertThat(guide.getFirst().path("itemListElement").path(1).path("item").asString())
                .isEqualTo("/en/guides/bitfinex");
        assertThat(guide.getLast().path("mainEntity").size())
                .isEqualTo((int) guides.find(new ExchangeId("bitfinex"), Language.ENGLISH)
                        .flatMap(document -> document.section("questions"))
                        .orElseThrow()
                        .subSections()
                        .count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/nowhere", "/fr/guides/nowhere", "/en/unsubscribe/unknown/more"})
    void what_is_not_there_is_said_to_be_missing_on_the_portals_own_page(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        var page = Jsoup.parse(answer.body());
        assertThat(page.select("#first .error-page h1")).hasSize(1);
        assertThat(page.select("#first .site-header")).hasSize(1);
        assertThat(meta(page, "name=robots")).isEqualTo("noindex");
    }

    @Test
    void the_whole_article_is_in_it() {
        var page = page("/en/help/bitfinex/10114");
        assertThat(page.select("#first article h1").text()).contains("10114");
        assertThat(page.select("#first article h2")).isNotEmpty();
        assertThat(described(page)).hasSize(2);
        assertThat(link(page, "hreflang=fr")).startsWith("/fr/help/bitfinex/");
    }

    @Test
    void an_address_with_a_slash_too_many_leads_to_the_page() {
        var answer = get("/en/guides/bitfinex/");
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).contains("/en/guides/bitfinex");
        assertThat(get("/en/help/?q=trop%20petit").headers().firstValue("Location"))
                .contains("/en/help?q=trop%20petit");
        assertThat(get("/en/%E2%82%AC/").headers().firstValue("Location")).contains("/en/%E2%82%AC");
    }

    @Test
    void pages_for_signed_in_people_ask_for_a_sign_in_and_come_back_to_it() {
        var answer = get("/en/keys");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/en/sign-in");
        assertThat(answer.headers().firstValue("Set-Cookie")).isPresent();
        assertThat(page("/en/sign-in").select("#first")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en",
                "/fr/guides/bitfinex",
                "/en/sign-in",
                "/fr/sign-up",
                "/en/help/bitfinex/10114",
                "/en/nowhere"
            })
    void reading_leaves_nothing_behind(String path) {
        var sessions = sessions();
        var followers = bulletin.followers();
        var answer = get(path + "?fresh=" + System.nanoTime());
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("id=\"outlet\"");
        assertThat(Jsoup.parse(answer.body()).select("meta[name^=_csrf]")).isEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(sessions()).isEqualTo(sessions));
        assertThat(bulletin.followers()).isEqualTo(followers);
    }

    private static List<JsonNode> described(Document page) {
        return page.select("script[type='application/ld+json']").stream()
                .map(script -> JsonMapper.shared().readTree(script.data()))
                .toList();
    }

    private static String meta(Document page, String which) {
        return only(page, "meta[" + which.replace("=", "='") + "']").attr("content");
    }

    private static String link(Document page, String which) {
        return only(page, "link[" + which + "]").attr("href");
    }

    private static Element only(Document page, String selector) {
        var found = page.head().select(selector);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String plain(String html) {
        return Jsoup.parse(html).text();
    }
}
