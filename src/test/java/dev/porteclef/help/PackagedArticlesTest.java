package dev.porteclef.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.i18n.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The articles that come with the portal. That each is whole, contradicts nothing and has the bones of its translation
/// is checked by making the help center: the start fails otherwise.
class PackagedArticlesTest {

    private static final Shelf SHELF = HelpFixture.packaged().shelf();

    @Test
    void every_translation_follows_its_original() {
        assertThat(SHELF.families())
                .hasSizeGreaterThan(80)
                .allSatisfy(family -> assertThat(SHELF.standing(family, Language.FRENCH))
                        .as(family + ": in-step-with should be "
                                + SHELF.find(family, Shelf.ORIGINAL)
                                        .map(Article::hash)
                                        .orElse("missing") + " once the translation says the same")
                        .isEqualTo(Standing.UP_TO_DATE));
    }

    @Test
    void a_translation_that_was_read_again_is_noted(@TempDir Path content) throws IOException {
        Files.createDirectories(content.resolve("en"));
        Files.createDirectories(content.resolve("fr"));
        var english = SHELF.find("10114", Language.ENGLISH).orElseThrow().markdown();
        var french = SHELF.find("10114", Language.FRENCH).orElseThrow().markdown();
        Files.writeString(content.resolve("en/10114.md"), english.replace("never forgets it", "keeps it"));
        Files.writeString(content.resolve("fr/10114.md"), french);
        assertThat(InStep.note(content, "10114")).isTrue();
        assertThat(Files.readString(content.resolve("fr/10114.md")).lines().filter(line -> !french.contains(line)))
                .singleElement()
                .asString()
                .startsWith("in-step-with: ");
        assertThat(InStep.note(content, "10114")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_code_has_its_permanent_address(Language language) {
        var exchanges = HelpFixture.catalogue().all();
        assertThat(exchanges).isNotEmpty();
        for (var exchange : exchanges) {
            for (var error : exchange.errors()) {
                assertThat(SHELF.at(language, exchange.id().value(), error.code()))
                        .hasValueSatisfying(
                                article -> assertThat(article.codes()).contains(error.code()));
            }
        }
        assertThat(SHELF.at(language, "bitfinex", "10114").orElseThrow().address())
                .isEqualTo(language.tag() + "/help/bitfinex/10114");
    }

    @Test
    void names_stand_for_what_the_catalogue_says() {
        var codes = SHELF.find("error-codes", Language.FRENCH).orElseThrow();
        assertThat(codes.sections().getFirst().html())
                .contains("<a href=\"fr/help/bitfinex/10114\"><code>10114</code></a>")
                .doesNotContain("code:");
        var boxes = SHELF.find("missing-boxes", Language.ENGLISH).orElseThrow();
        assertThat(boxes.lead()).contains("<strong>Create and cancel orders</strong>");
        var list = SHELF.find("ip-list-guide", Language.FRENCH).orElseThrow();
        assertThat(list.lead()).contains("<code>51.38.112.198</code>").contains("Noon &amp; Barbari");
        assertThat(list.words()).contains("jusqu'à 20 adresses").doesNotContain("<", "limit:");
    }

    @Test
    void an_article_does_not_link_to_itself_and_leads_on() {
        var nonce = SHELF.find("10114", Language.ENGLISH).orElseThrow();
        assertThat(nonce.lead() + nonce.sections()).doesNotContain("href=\"en/help/bitfinex/10114\"");
        assertThat(SHELF.related(nonce, 3))
                .extracting(Article::family)
                .containsExactly("two-programs", "one-key-per-program", "microseconds");
    }

    @Test
    void french_gets_its_spaces_but_not_in_code() {
        var nonce = SHELF.find("10114", Language.FRENCH).orElseThrow();
        assertThat(nonce.title()).isEqualTo("10114 nonce: small\u00a0: la clé a déjà vu un nombre plus grand");
        assertThat(nonce.titleHtml()).contains("<code>nonce: small</code>&nbsp;: la");
    }
}
