package dev.porteclef.shell.first;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/// A portal that has declared its address says that one, whichever it is asked by.
@TestPropertySource(
        properties = {
            "porteclef.mail.portal=" + DeclaredAddressHttpTest.PORTAL,
            "spring.datasource.url=jdbc:h2:mem:declared;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                    + "DEFAULT_NULL_ORDERING=HIGH"
        })
class DeclaredAddressHttpTest extends Readers {

    static final String PORTAL = "https://portal.example";

    @Test
    void pages_tell_where_they_are() {
        var head = page("/fr/guides/bitfinex").head();
        assertThat(head.select("link[rel=canonical]").attr("href")).isEqualTo(PORTAL + "/fr/guides/bitfinex");
        assertThat(head.select("link[hreflang]").eachAttr("href"))
                .containsExactly(
                        PORTAL + "/en/guides/bitfinex", PORTAL + "/fr/guides/bitfinex", PORTAL + "/en/guides/bitfinex");
        assertThat(head.select("meta[property=og:url]").attr("content")).isEqualTo(PORTAL + "/fr/guides/bitfinex");
        assertThat(head.html()).contains("\"item\":\"" + PORTAL + "/fr/guides/bitfinex\"");
    }

    @Test
    void so_do_the_lists_and_whoever_passes_them_on_may_keep_them() {
        assertThat(get("/sitemap.xml").body()).contains("<loc>" + PORTAL + "/en</loc>");
        assertThat(get("/robots.txt").body()).contains("Sitemap: " + PORTAL + "/sitemap.xml");
        assertThat(get("/sitemap.xml").headers().firstValue("Cache-Control")).contains("max-age=3600, public");
        assertThat(get("/robots.txt").headers().firstValue("Cache-Control")).contains("max-age=3600, public");
        assertThat(get("/en/changes.atom").headers().firstValue("Cache-Control"))
                .contains("no-cache, public");
    }

    @Test
    void a_forged_name_is_nowhere() {
        for (var path : new String[] {"/en", "/sitemap.xml", "/robots.txt", "/en/changes.atom"}) {
            assertThat(forged(path, "forged.example")).contains(" 200").doesNotContain("forged.example");
        }
    }
}
