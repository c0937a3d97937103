package dev.porteclef.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.platform.content.ContentException;
import dev.porteclef.platform.i18n.Language;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// An article as it should be, and broken in every way that must stop a start or a publication.
class ArticleCheckTest {

    private static final String ARTICLE = """
            ---
            slug: small-article
            title: A small article
            summary: What it is about.
            tags: [trouble, ip]
            exchange: bitfinex
            codes: []
            reviewed-on: 2026-11-30
            sources: [README.md]
            owner: content
            asked-as: [small]
            ---
            Tick [](box:orders.write), see [the list](help:ip-list#do) or [below](#do).

            ## What to do {#do}
            1. Open the [form](page:connect), from [](value:outgoing-addresses).
            2. Wait after [](code:11010), for [](limit:block-seconds) seconds.
            """;

    private final HelpCenter help = HelpFixture.packaged();

    @Test
    void a_sound_article_is_let_through_and_drawn() {
        assertThat(problems(ARTICLE)).isEmpty();
        var drawn = help.preview(new ArticleId("small", Language.ENGLISH), ARTICLE);
        assertThat(drawn.lead())
                .contains("<strong>Create and cancel orders</strong>")
                .contains("<a href=\"en/help/bitfinex/small-article#do\">below</a>");
        assertThat(drawn.sections().getFirst().html()).contains("for 60 seconds");
    }

    @Test
    void what_stands_above_the_text_is_checked() {
        assertThat(problems(ARTICLE.replace("slug: small-article", "slug: small article")))
                .containsExactly("2: has a slug that is no part of an address: small article");
        assertThat(problems(ARTICLE.replace("2026-11-30", "yesterday")))
                .containsExactly("8: has a review that is no date (2026-11-30)");
        assertThat(problems(ARTICLE.replace("[trouble, ip]", "[trouble, misc]")))
                .containsExactly("5: has an unknown tag \"misc\"");
        assertThat(problems(ARTICLE.replace("[README.md]", "[]"))).containsExactly("9: names no source");
        assertThat(problems(ARTICLE.replace("owner: content\n", ""))).containsExactly("1: has no \"owner\"");
        assertThat(problems(ARTICLE.replace("exchange: bitfinex", "exchange: nowhere")))
                .contains("6: is about an exchange that nobody knows: nowhere");
    }

    @Test
    void a_link_that_arrives_nowhere_is_told() {
        for (var name : List.of(
                "help:gone", "help:ip-list#gone", "guide:gone", "page:gone", "box:gone", "code:19999", "limit:gone")) {
            assertThat(problems(ARTICLE.replace("page:connect", name)))
                    .as(name)
                    .containsExactly("16: links to " + name + ", which is nowhere");
        }
        assertThat(problems(ARTICLE.replace("(#do)", "(#gone)")))
                .containsExactly("13: links to #gone, which is nowhere");
        assertThat(problems(ARTICLE.replace("page:connect", "http://plain.example")))
                .containsExactly("16: links to http://plain.example, which is nowhere");
    }

    @Test
    void a_link_is_checked_however_it_is_written() {
        for (var link : List.of(
                "[form](%s \"a title\")",
                "[form](<%s>)",
                "[form]( %s )",
                "[the [big] form](%s 'a title')",
                "[the \\] form](%s)",
                "<%s>",
                "[*form*][y]",
                "[y][]",
                "[y]")) {
            var definition = link.contains("[y]") ? "\n[y]: %s (a title)\n" : "";
            assertThat(problems(form(link.formatted("page:gone"), definition.formatted("page:gone"))))
                    .as(link)
                    .containsExactly("16: links to page:gone, which is nowhere");
            assertThat(problems(form(link.formatted("page:connect"), definition.formatted("page:connect"))))
                    .as(link)
                    .isEmpty();
        }
        assertThat(problems(form("<http://plain.example>", "")))
                .containsExactly("16: links to http://plain.example, which is nowhere");
        assertThat(problems(ARTICLE.replace("A small", "A [small](help:gone 'x')")))
                .containsExactly("3: links to help:gone, which is nowhere");
    }

    @Test
    void what_a_page_would_show_as_it_is_written_is_told() {
        assertThat(problems(form("[form][y]", "").replace("Tick", "[y]: page:connect\n\nTick")))
                .as("a definition in another part")
                .containsExactly("18: has a link that leads nowhere: [form][y]");
        assertThat(problems(form("[form](page connect)", "")))
                .containsExactly("16: has a link that leads nowhere: [form](page connect)");
        assertThat(problems(form("![form](page:connect)", "")))
                .containsExactly("16: has an image, which no page shows: page:connect");
        assertThat(problems(form("<b>form", ""))).containsExactly("16: has HTML, which is shown as it is written: <b>");
    }

    @Test
    void what_an_article_leads_to_is_found_however_it_is_written() {
        var titled = ARTICLE.replace("[the list](help:ip-list#do)", "[the list][y]")
                .replace("[below](#do).", "[below](#do).\n\n[y]: help:ip-list#do \"a title\"");
        assertThat(help.preview(new ArticleId("small", Language.ENGLISH), titled)
                        .links())
                .containsExactly("ip-list");
    }

    private static String form(String link, String definition) {
        return ARTICLE.replace("[form](page:connect)", link) + definition;
    }

    @Test
    void what_an_author_writes_above_the_text_never_becomes_markup() {
        var id = new ArticleId("small", Language.ENGLISH);
        var drawn = help.preview(id, ARTICLE.replace("slug: small-article", "slug: \"><img src=x onerror=alert(1)>"));
        assertThat(Jsoup.parse(drawn.lead()).select("img")).isEmpty();
        assertThat(help.preview(id, ARTICLE.replace("exchange: bitfinex", "exchange: B x"))
                        .lead())
                .contains("Create and cancel orders");
    }

    @Test
    void an_id_of_the_page_itself_is_refused() {
        assertThat(problems(ARTICLE.replace("#do", "#main")))
                .contains("15: uses the id \"main\", which the page has itself");
    }

    @Test
    void a_claim_that_is_no_reference_is_told() {
        assertThat(problems(ARTICLE.replace("[](code:11010)", "11010")))
                .containsExactly("17: names the code 11010: write [](code:11010)");
        assertThat(problems(ARTICLE.replace("[](code:11010)", "`11099`")))
                .containsExactly("17: names the code 11099, which no article explains");
        assertThat(problems(ARTICLE.replace("[](box:orders.write)", "**Create and cancel orders**")))
                .containsExactly("13: names the box \"Create and cancel orders\": write its name like"
                        + " [](box:orders.write)");
        assertThat(problems(ARTICLE.replace("[](box:orders.write)", "__Create and cancel orders__")))
                .hasSize(1);
        assertThat(problems(ARTICLE + "\nA key takes up to\n**25** addresses.\n"))
                .hasSize(1);
        assertThat(problems(ARTICLE + "\nA key takes up to 25 addresses.\n"))
                .containsExactly("19: says how many addresses a list takes: write [](limit:listed-addresses)");
    }

    @Test
    void an_address_that_another_article_has_is_told() {
        assertThat(problems(ARTICLE.replace("small-article", "10114")))
                .singleElement()
                .asString()
                .contains("has an address of 10114");
    }

    @Test
    void a_start_with_a_broken_article_ends() {
        var files = new ArrayList<>(Packaged.read(HelpFixture.catalogue()));
        files.add(HelpFixture.file("small", Language.ENGLISH, ARTICLE.replace("page:connect", "page:gone")));
        assertThatThrownBy(() -> HelpFixture.center(files))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("en/small.md:16: links to page:gone, which is nowhere")
                .hasMessageContaining("en/small.md:1: is missing in fr");
        files.removeLast();
        files.removeIf(file -> file.codes().contains("10114"));
        assertThatThrownBy(() -> HelpFixture.center(files))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("exchange.yaml:1: has the code 10114, which no article explains");
    }

    @Test
    void a_translation_must_share_its_bones() {
        var id = new ArticleId("small", Language.FRENCH);
        assertThat(help.compare(id, ARTICLE, ARTICLE.replace("A small", "Un petit")))
                .isEmpty();
        differs(id, "for [](limit:block-seconds)", "for 60", "figures", "links");
        differs(id, "2. Wait after", "Wait after", "steps");
        differs(id, "{#do}\n1", "{#act}\n1", "headings");
        differs(id, "[](box:orders.write)", "[](box:orders.read)", "links");
        differs(id, "see [the", "`see` [the", "words");
        differs(id, "[form](page:connect)", "[form](page:keys 'a title')", "links");
        differs(id, "[form](page:connect)", "<page:keys>", "links");
        var titled = ARTICLE.replace("[form](page:connect)", "[form](page:connect 'un titre')");
        assertThat(help.compare(id, ARTICLE, titled)).isEmpty();
        differs(id, "codes: []", "codes: [10100]", "codes");
    }

    private void differs(ArticleId id, String from, String to, String... kinds) {
        assertThat(ARTICLE).contains(from);
        assertThat(help.compare(id, ARTICLE, ARTICLE.replace(from, to)))
                .as(to)
                .extracting(problem -> problem.sentence().replaceFirst("has other (.*?) (?:in|than) .*", "$1"))
                .containsExactlyInAnyOrder(kinds);
    }

    private List<String> problems(String text) {
        return help.check(new ArticleId("small", Language.ENGLISH), text).stream()
                .map(problem -> problem.line() + ": " + problem.sentence())
                .toList();
    }
}
