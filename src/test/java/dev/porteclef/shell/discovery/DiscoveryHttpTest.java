package dev.porteclef.shell.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.shell.first.Readers;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What search engines and readers of feeds find, and that it is there.
class DiscoveryHttpTest extends Readers {

    @Test
    void the_sitemap_names_every_public_page_in_both_languages() {
        var urls = xml("/sitemap.xml").select("urlset > url");
        assertThat(urls.select("> loc").eachText())
                .contains(root() + "/en/help", root() + "/en/help/bitfinex/10114")
                .contains(root() + "/en", root() + "/fr", root() + "/en/guides/bitfinex")
                .contains(root() + "/fr/guides/bitfinex")
                .doesNotHaveDuplicates()
                .allSatisfy(address -> assertThat(fetch(address).statusCode()).isEqualTo(200));
        assertThat(urls).allSatisfy(url -> {
            assertThat(url.select("xhtml|link[rel=alternate]").eachAttr("hreflang"))
                    .containsExactly("en", "fr", "x-default");
            assertThat(url.select("lastmod").text()).matches("\\d{4}-\\d\\d-\\d\\d");
        });
    }

    @Test
    void robots_are_told_where_the_sitemap_is_and_what_is_none_of_their_business() {
        assertThat(get("/robots.txt").body())
                .contains("User-agent: *", "Disallow: /en/keys\n", "Disallow: /fr/journal\n")
                .contains("Sitemap: " + root() + "/sitemap.xml")
                .doesNotContain("Disallow: /\n", "Disallow: /en\n", "guides");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_feed_tells_what_changed_the_newest_first(Language language) {
        var feed = xml("/" + language.tag() + "/changes.atom");
        assertThat(feed.select("feed > link[rel=self]").attr("href"))
                .isEqualTo(root() + "/" + language.tag() + "/changes.atom");
        var entries = feed.select("feed > entry");
        assertThat(entries.select("> id").eachText())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).startsWith(root() + "/" + language.tag()));
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.select("title").text()).isNotEmpty();
            assertThat(entry.select("summary").text()).isNotEmpty();
        });
        assertThat(entries.select("> updated").eachText().stream().map(Instant::parse))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sitemap.xml", "/robots.txt", "/en/changes.atom", "/fr/changes.atom"})
    void who_has_it_already_is_told_so(String path) {
        var answer = get(path);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache, private");
        var tag = answer.headers().firstValue("ETag").orElseThrow();
        var again = get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(get(path, "If-None-Match", "W/\"other\"").body()).isEqualTo(answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sitemap.xml", "/robots.txt", "/en/changes.atom"})
    void nothing_stays_behind(String path) {
        var sessions = sessions();
        assertThat(get(path).headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(sessions()).isEqualTo(sessions);
        assertThat(head(path).statusCode()).isEqualTo(200);
        assertThat(head(path).headers().firstValue("Set-Cookie")).isEmpty();
    }

    private Document xml(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("xml");
        return Jsoup.parse(answer.body(), Parser.xmlParser());
    }
}
