package dev.porteclef.editing;

import static dev.porteclef.editing.Editorial.ENGLISH;
import static dev.porteclef.editing.Editorial.FAMILY;
import static dev.porteclef.editing.Editorial.FRENCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.help.ArticleId;
import dev.porteclef.help.Edits;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.help.HelpFixture;
import dev.porteclef.help.Standing;
import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of drafts, on both databases.
class PublishingTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_correction_of_both_languages_is_read_at_once_on_every_node(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            var other = new Editorial(editorial.database, HelpFixture::packaged);
            var corrected = editorial.corrected();
            corrected.forEach((language, text) -> editorial.save(new ArticleId(FAMILY, language), text));
            assertThat(editorial.live(ENGLISH)).as("a draft is not read").contains("although key");

            assertThat(editorial.publish("A better\0 sentence"))
                    .isEqualTo(new PublishOutcome.Published(Set.of(Language.ENGLISH, Language.FRENCH), false));
            assertThat(editorial.live(ENGLISH)).isEqualTo(corrected.get(Language.ENGLISH));
            assertThat(editorial.live(FRENCH)).isEqualTo(corrected.get(Language.FRENCH));
            assertThat(editorial.help.shelf().standing(FAMILY, Language.FRENCH)).isEqualTo(Standing.UP_TO_DATE);
            assertThat(editorial.desk.manuscript(ENGLISH).draft()).isNull();
            assertThat(editorial.desk.history(ENGLISH)).singleElement().satisfies(one -> {
                assertThat(one.revision()).isEqualTo(1);
                assertThat(one.remark()).isEqualTo("A better sentence");
                assertThat(one.base())
                        .isEqualTo(editorial.help.packaged(ENGLISH).orElseThrow());
            });
            other.help.refresh();
            assertThat(other.live(FRENCH)).isEqualTo(corrected.get(Language.FRENCH));
            assertThat(editorial.acts()).containsExactly("HELP_PUBLISHED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_contradicts_the_catalogue_is_refused_and_stays_a_draft(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            var before = editorial.live(ENGLISH);
            editorial.save(ENGLISH, before + "\nA list takes up to 20 addresses, see 10114.\n");

            var refused = (PublishOutcome.Refused) editorial.publish("");
            assertThat(refused.review().of(Language.ENGLISH))
                    .extracting(ContentProblem::sentence)
                    .contains(
                            "says how many addresses a list takes: write [](limit:listed-addresses)",
                            "names the code 10114: write [](code:10114)");
            assertThat(refused.review().of(Language.FRENCH))
                    .extracting(ContentProblem::sentence)
                    .anyMatch(sentence -> sentence.startsWith("has other figures"));
            assertThat(editorial.live(ENGLISH)).isEqualTo(before);
            assertThat(editorial.desk.manuscript(ENGLISH).draft()).isNotNull();
            assertThat(editorial.acts()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void one_language_alone_leaves_the_other_behind(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            editorial.save(ENGLISH, editorial.corrected().getOrDefault(Language.ENGLISH, ""));

            assertThat(editorial.publish("")).isEqualTo(new PublishOutcome.Published(Set.of(Language.ENGLISH), true));
            assertThat(editorial.help.shelf().standing(FAMILY, Language.FRENCH)).isEqualTo(Standing.BEHIND);
            var french = FrontMatter.value(editorial.live(FRENCH), FrontMatter.IN_STEP_WITH);
            assertThat(editorial.desk.originalOf(FAMILY, french)).isEqualTo(editorial.help.packaged(ENGLISH));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_draft_that_somebody_else_changed_is_not_published(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            var seen = editorial.save(ENGLISH, editorial.live(ENGLISH) + "\nOne.\n");
            editorial.save(ENGLISH, editorial.live(ENGLISH) + "\nTwo.\n");

            assertThat(editorial.publishing.publish(FAMILY, Map.of(Language.ENGLISH, seen.version()), Map.of(), ""))
                    .isEqualTo(new PublishOutcome.Elsewhere());
            assertThat(editorial.desk.history(ENGLISH)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_was_published_earlier_can_be_published_again(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            editorial.publishCorrection();
            var first = editorial.live(ENGLISH);
            editorial.save(ENGLISH, first.replace("even though", "although"));
            assertThat(editorial.publish("")).isInstanceOf(PublishOutcome.Published.class);

            var history = editorial.desk.history(ENGLISH);
            assertThat(history).extracting(Publication::revision).containsExactly(2, 1);
            editorial.save(ENGLISH, history.getLast().text());
            assertThat(editorial.publish("Back"))
                    .isEqualTo(new PublishOutcome.Published(Set.of(Language.ENGLISH), false));
            assertThat(editorial.live(ENGLISH)).isEqualTo(first);
            assertThat(editorial.desk.history(ENGLISH)).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_upgrade_under_an_edit_is_told_until_an_editor_keeps_it(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            editorial.publishCorrection();
            var upgraded = upgraded(editorial);
            var moved = upgraded.desk.manuscript(ENGLISH).moved().orElseThrow();
            assertThat(moved.before())
                    .isEqualTo(editorial.help.packaged(ENGLISH).orElseThrow());
            assertThat(moved.after()).contains("Is there no list whatsoever");
            assertThat(moved.published()).isEqualTo(editorial.live(ENGLISH));
            assertThat(line(upgraded).work()).contains(Work.BASE_MOVED);

            assertThat(upgraded.publishing.keep(ENGLISH, moved.revision() - 1)).isFalse();
            assertThat(upgraded.publishing.keep(ENGLISH, moved.revision())).isTrue();
            assertThat(upgraded.desk.manuscript(ENGLISH).moved()).isEmpty();
            assertThat(upgraded.live(ENGLISH)).isEqualTo(moved.published());
            assertThat(upgraded.publishing.keep(ENGLISH, moved.revision())).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_edit_gives_way_to_an_upgrade_and_follows_the_next_one(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            editorial.publishCorrection();
            var upgraded = upgraded(editorial);
            var moved = upgraded.desk.manuscript(ENGLISH).moved().orElseThrow();

            assertThat(upgraded.publishing.drop(ENGLISH, moved.revision())).isTrue();
            assertThat(upgraded.live(ENGLISH)).isEqualTo(moved.after());
            var next = new Editorial(
                    editorial.database, edits -> HelpFixture.changed(ENGLISH, moved.after() + "\nAsk us.\n", edits));
            assertThat(next.live(ENGLISH)).endsWith("Ask us.\n");
            assertThat(next.desk.manuscript(ENGLISH).moved()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_edit_and_an_upgrade_are_brought_together(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            editorial.publishCorrection();
            var upgraded = upgraded(editorial);
            var moved = upgraded.desk.manuscript(ENGLISH).moved().orElseThrow();
            var merged = Merge.of(moved.before(), moved.published(), moved.after());
            assertThat(merged.conflicts()).isZero();

            assertThat(upgraded.drafts.saveOverNewBase(ENGLISH, 0, 1, merged.text()))
                    .isInstanceOf(SaveOutcome.Saved.class);
            assertThat(upgraded.publish("")).isInstanceOf(PublishOutcome.Published.class);
            assertThat(upgraded.live(ENGLISH)).contains("even though key", "no list whatsoever");
            assertThat(upgraded.desk.manuscript(ENGLISH).moved()).isEmpty();
        }
    }

    @Test
    void nothing_stands_against_what_came_with_the_portal() {
        try (var editorial = new Editorial(TestDatabase.H2)) {
            for (var family : editorial.help.shelf().families()) {
                var review = editorial.publishing.review(
                        family,
                        Map.of(
                                Language.ENGLISH, editorial.live(new ArticleId(family, Language.ENGLISH)),
                                Language.FRENCH, editorial.live(new ArticleId(family, Language.FRENCH))));
                assertThat(review.problems()).as(family).isEmpty();
                assertThat(review.behind()).as(family).isFalse();
            }
        }
    }

    @Test
    void the_addresses_that_readers_know_stay_and_are_no_others() {
        try (var editorial = new Editorial(TestDatabase.H2)) {
            assertThat(sentences(editorial, "ip-list", "slug: our-address-is-not-listed", "slug: other"))
                    .containsExactly("has another address than en/help/bitfinex/our-address-is-not-listed:"
                            + " its address is permanent");
            assertThat(sentences(editorial, "ip-list", "exchange: bitfinex", "exchange: testbourse"))
                    .anyMatch(sentence -> sentence.endsWith("its address is permanent"));
            assertThat(sentences(editorial, "10114", "codes: [10114]", "codes: []"))
                    .contains("no longer explains the code 10114, which no other article does");
            assertThat(sentences(editorial, "ip-list", "slug: our-address-is-not-listed", "slug: 10114"))
                    .as("whichever file comes first")
                    .contains("has an address of 10114");
            assertThat(sentences(editorial, "10114", "slug: .*", "slug: our-address-is-not-listed"))
                    .contains("has an address of ip-list");
        }
    }

    private static List<String> sentences(Editorial editorial, String family, String before, String after) {
        var text = editorial.live(new ArticleId(family, Language.ENGLISH));
        var other = text.replaceFirst("(?m)^" + before.replace("[", "\\[") + "$", after);
        assertThat(other).isNotEqualTo(text);
        return editorial.publishing.review(family, Map.of(Language.ENGLISH, other)).of(Language.ENGLISH).stream()
                .map(ContentProblem::sentence)
                .toList();
    }

    @Test
    void what_this_node_cannot_read_yet_is_published_all_the_same() {
        var broken = new AtomicBoolean();
        Function<Edits, HelpCenter> center = edits -> HelpFixture.packaged(() -> {
            if (broken.get()) {
                throw new IllegalStateException("the database is away");
            }
            return edits.published();
        });
        try (var editorial = new Editorial(TestDatabase.H2.fresh(), center)) {
            editorial.save(ENGLISH, editorial.corrected().getOrDefault(Language.ENGLISH, ""));
            broken.set(true);
            assertThat(editorial.publish("")).isInstanceOf(PublishOutcome.Published.class);
            assertThat(editorial.desk.history(ENGLISH)).hasSize(1);
        }
    }

    @Test
    void a_heading_that_others_lead_to_stays() {
        try (var editorial = new Editorial(TestDatabase.H2)) {
            var text = editorial.live(new ArticleId("leak-drill", Language.ENGLISH));
            var review = editorial.publishing.review(
                    "leak-drill", Map.of(Language.ENGLISH, text.replace("{#steps}", "{#way}")));
            assertThat(review.of(Language.ENGLISH))
                    .extracting(ContentProblem::sentence)
                    .anyMatch(sentence -> sentence.startsWith("has no heading #steps, to which "));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[More](help:ip-list#more 'a title')",
                "[More](<help:ip-list#more>)",
                "[More][y]\n\n[y]: help:ip-list#more"
            })
    void a_heading_stays_however_a_link_to_it_is_written(String link) {
        try (var editorial = new Editorial(TestDatabase.H2)) {
            var without = editorial.live(ENGLISH);
            assertThat(editorial.add(FAMILY, "\n## More {#more}\nWords.\n", "\n## Plus {#more}\nMots.\n"))
                    .isInstanceOf(PublishOutcome.Published.class);
            assertThat(editorial.add("10114", "\n" + link + "\n", "\n" + link + "\n"))
                    .isInstanceOf(PublishOutcome.Published.class);

            var review = editorial.publishing.review(FAMILY, Map.of(Language.ENGLISH, without));
            assertThat(review.of(Language.ENGLISH))
                    .extracting(ContentProblem::sentence)
                    .contains("has no heading #more, to which 10114 leads");
        }
    }

    private static Editorial upgraded(Editorial editorial) {
        var text = editorial
                .help
                .packaged(ENGLISH)
                .orElseThrow()
                .replace("Is there no list at all", "Is there no list whatsoever");
        return new Editorial(editorial.database, edits -> HelpFixture.changed(ENGLISH, text, edits));
    }

    private static EditorsDesk.Line line(Editorial editorial) {
        return editorial.desk.lines(Language.ENGLISH).stream()
                .filter(line -> line.family().equals(FAMILY))
                .findFirst()
                .orElseThrow();
    }
}
