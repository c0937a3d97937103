package dev.porteclef.editing;

import static dev.porteclef.editing.Editorial.ENGLISH;
import static dev.porteclef.editing.Editorial.FAMILY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.help.Article;
import dev.porteclef.help.ArticleId;
import dev.porteclef.help.Edits;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.help.HelpFixture;
import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a new version of the portal brings in articles that nobody has edited, and an edit of another one lacks.
class UpgradeUnderEditsTest {

    private static final ArticleId NONCE = new ArticleId("10114", Language.ENGLISH);

    @ParameterizedTest
    @ValueSource(strings = {"[](help:ip-list#lists)", "[Lists](<help:ip-list#lists>)"})
    void a_link_to_a_heading_that_an_edit_lacks_is_told_of_and_leads_to_the_article(String link) {
        try (var editorial = new Editorial(TestDatabase.H2)) {
            editorial.publishCorrection();
            var edit = editorial.live(ENGLISH);
            var upgraded = new Editorial(
                    editorial.database,
                    changed(
                            editorial,
                            Map.of(
                                    FAMILY,
                                    text -> text + "\n## Lists {#lists}\n[](code:10114)\n",
                                    "10114",
                                    text -> text + "\n" + link + "\n")));

            assertThat(upgraded.live(ENGLISH)).as("the edit stays").isEqualTo(edit);
            var read = upgraded.help.shelf().find("10114", Language.ENGLISH).orElseThrow();
            assertThat(read.sections().getLast().html())
                    .contains("href=\"en/help/bitfinex/our-address-is-not-listed\"")
                    .doesNotContain("#lists");
            assertThat(upgraded.help.broken().keySet())
                    .containsExactlyInAnyOrder(NONCE, new ArticleId("10114", Language.FRENCH));
            assertThat(line(upgraded, "10114").work()).containsExactly(Work.BROKEN);
            assertThat(line(upgraded, FAMILY).work()).contains(Work.BROKEN, Work.BASE_MOVED);
            assertThat(upgraded.publishing
                            .review(FAMILY, Map.of(Language.ENGLISH, edit))
                            .of(Language.ENGLISH))
                    .extracting(ContentProblem::sentence)
                    .contains("has no heading #lists, to which 10114 leads");

            var moved = upgraded.desk.manuscript(ENGLISH).moved().orElseThrow();
            assertThat(upgraded.publishing.drop(ENGLISH, moved.revision())).isTrue();
            assertThat(upgraded.help.broken().keySet()).doesNotContain(NONCE);
        }
    }

    @Test
    void an_edit_that_leaves_a_code_without_an_explanation_gives_way() {
        try (var editorial = new Editorial(TestDatabase.H2)) {
            assertThat(editorial.add("10114", "\nMore.\n", "\nEncore.\n")).isInstanceOf(PublishOutcome.Published.class);
            var upgraded = new Editorial(
                    editorial.database,
                    changed(
                            editorial,
                            Map.of("10114", text -> text.replace("codes: [10114]", "codes: [10114, 10999]"))));

            assertThat(upgraded.help.shelf().at(Language.FRENCH, "bitfinex", "10999"))
                    .map(Article::family)
                    .contains("10114");
            assertThat(upgraded.live(NONCE)).doesNotContain("More.");
            assertThat(line(upgraded, "10114").work()).contains(Work.HIDDEN, Work.BASE_MOVED);
        }
    }

    @Test
    void an_edit_at_an_address_that_now_comes_with_the_portal_gives_way() {
        try (var editorial = new Editorial(TestDatabase.H2)) {
            editorial.begin("testnet-keys");
            editorial.complete("testnet-keys");
            assertThat(editorial.publish("testnet-keys", "")).isInstanceOf(PublishOutcome.Published.class);
            var texts = new HashMap<ArticleId, String>();
            for (var language : Language.values()) {
                texts.put(
                        new ArticleId("keys-for-tests", language),
                        editorial.live(new ArticleId("testnet-keys", language)));
            }
            var upgraded = new Editorial(editorial.database, edits -> HelpFixture.changed(texts, edits));

            assertThat(upgraded.help.shelf().at(Language.ENGLISH, null, "testnet-keys"))
                    .map(Article::family)
                    .contains("keys-for-tests");
            assertThat(line(upgraded, "testnet-keys").work()).contains(Work.HIDDEN);
        }
    }

    /// The next version: packaged articles in both languages after `changes`, whose translations follow.
    private static Function<Edits, HelpCenter> changed(
            Editorial editorial, Map<String, UnaryOperator<String>> changes) {
        var texts = new HashMap<ArticleId, String>();
        changes.forEach((family, change) -> {
            for (var language : Language.values()) {
                var id = new ArticleId(family, language);
                texts.put(id, change.apply(editorial.help.packaged(id).orElseThrow()));
            }
            var french = new ArticleId(family, Language.FRENCH);
            var original = texts.getOrDefault(new ArticleId(family, Language.ENGLISH), "");
            texts.computeIfPresent(
                    french, (_, text) -> FrontMatter.with(text, FrontMatter.IN_STEP_WITH, HelpCenter.hash(original)));
        });
        return edits -> HelpFixture.changed(texts, edits);
    }

    private static EditorsDesk.Line line(Editorial editorial, String family) {
        return editorial.desk.lines(Language.ENGLISH).stream()
                .filter(line -> line.family().equals(family))
                .findFirst()
                .orElseThrow();
    }
}
