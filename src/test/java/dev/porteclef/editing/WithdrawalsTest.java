package dev.porteclef.editing;

import static dev.porteclef.editing.Editorial.ENGLISH;
import static dev.porteclef.editing.Editorial.FAMILY;
import static dev.porteclef.editing.Editorial.FRENCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.editing.Publication.Kind;
import dev.porteclef.editing.Withdrawals.Offer;
import dev.porteclef.help.ArticleId;
import dev.porteclef.help.HelpFixture;
import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.TestDatabase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What was published is taken from readers and given back, on both databases.
class WithdrawalsTest {

    private static final String NEW = "testnet-keys";
    private static final ArticleId NEW_ENGLISH = new ArticleId(NEW, Language.ENGLISH);
    private static final ArticleId NEW_FRENCH = new ArticleId(NEW, Language.FRENCH);
    private static final Map<Language, Integer> FIRST = Map.of(Language.ENGLISH, 1, Language.FRENCH, 1);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_article_that_came_with_no_version_is_withdrawn_and_given_back(TestDatabase database) {
        try (var editorial = withNewArticle(database)) {
            var text = editorial.live(NEW_FRENCH);
            assertThat(editorial.withdrawals.offer(NEW)).contains(Offer.WITHDRAW);
            assertThat(editorial.withdrawals.withdraw(NEW, Map.of(), ""))
                    .as("of a page that has not seen it published")
                    .isEqualTo(new WithdrawOutcome.Elsewhere());
            assertThat(editorial.withdrawals.withdraw(NEW, FIRST, "Nobody asks"))
                    .isEqualTo(new WithdrawOutcome.Done());

            assertThat(editorial.help.shelf().families()).doesNotContain(NEW);
            assertThat(editorial.help.shelf().at(Language.ENGLISH, null, NEW)).isEmpty();
            assertThat(new Editorial(editorial.database, HelpFixture::packaged)
                            .help
                            .shelf()
                            .families())
                    .as("on another node")
                    .doesNotContain(NEW);
            assertThat(editorial.desk.history(NEW_FRENCH).getFirst()).satisfies(one -> {
                assertThat(one.kind()).isEqualTo(Kind.WITHDRAWN);
                assertThat(one.text()).isEqualTo(text);
                assertThat(one.remark()).isEqualTo("Nobody asks");
            });
            assertThat(line(editorial).work()).containsExactly(Work.WITHDRAWN);
            assertThat(line(editorial).title()).isEqualTo("Clés");
            assertThat(editorial.desk.manuscript(NEW_ENGLISH).text()).contains("title: Clés");
            assertThat(editorial.export.size()).isZero();
            assertThat(editorial.withdrawals.withdraw(NEW, FIRST, "")).isEqualTo(new WithdrawOutcome.Elsewhere());

            var seen = Map.of(Language.ENGLISH, 2, Language.FRENCH, 2);
            assertThat(editorial.withdrawals.offer(NEW)).contains(Offer.RESTORE);
            assertThat(editorial.withdrawals.restore(NEW, seen, "")).isEqualTo(new WithdrawOutcome.Done());
            assertThat(editorial.live(NEW_FRENCH)).isEqualTo(text);
            assertThat(editorial.desk.history(NEW_ENGLISH))
                    .extracting(Publication::kind)
                    .containsExactly(Kind.RESTORED, Kind.WITHDRAWN, Kind.PUBLISHED);
            assertThat(editorial.acts())
                    .containsExactly("HELP_ARTICLE_BEGUN", "HELP_PUBLISHED", "HELP_WITHDRAWN", "HELP_RESTORED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void drafts_are_not_published_over_a_withdrawal_that_their_page_has_not_seen(TestDatabase database) {
        try (var editorial = withNewArticle(database)) {
            var versions = new EnumMap<Language, Long>(Language.class);
            for (var id : List.of(NEW_ENGLISH, NEW_FRENCH)) {
                var draft = editorial.save(id, editorial.live(id) + "\n1\n");
                versions.put(id.language(), draft.version());
            }
            assertThat(editorial.withdrawals.withdraw(NEW, FIRST, "")).isEqualTo(new WithdrawOutcome.Done());

            assertThat(editorial.publishing.publish(NEW, versions, FIRST, ""))
                    .isEqualTo(new PublishOutcome.Elsewhere());
            assertThat(editorial.help.shelf().families()).doesNotContain(NEW);
            var seen = editorial.revisions(NEW);
            assertThat(editorial.publishing.publish(NEW, versions, seen, ""))
                    .as("knowing of it")
                    .isInstanceOf(PublishOutcome.Published.class);
            assertThat(editorial.live(NEW_FRENCH)).endsWith("\n1\n");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nothing_is_withdrawn_that_others_lead_to(TestDatabase database) {
        try (var editorial = withNewArticle(database)) {
            var other = new Editorial(editorial.database, HelpFixture::packaged);
            assertThat(other.add(FAMILY, "\nSee [it](help:testnet-keys).\n", "\nVois [ici](help:testnet-keys).\n"))
                    .isInstanceOf(PublishOutcome.Published.class);

            assertThat(editorial.withdrawals.withdraw(NEW, FIRST, ""))
                    .isInstanceOfSatisfying(WithdrawOutcome.Refused.class, refused -> {
                        assertThat(refused.problems().keySet())
                                .as("published on another node a moment ago")
                                .containsExactlyInAnyOrder(ENGLISH, FRENCH);
                        assertThat(refused.problems().get(ENGLISH))
                                .extracting(ContentProblem::sentence)
                                .containsExactly("links to help:testnet-keys, which is nowhere");
                    });
            assertThat(editorial.live(NEW_ENGLISH)).isNotEmpty();
            assertThat(editorial.desk.history(NEW_ENGLISH)).hasSize(1);

            var seen = Map.of(Language.ENGLISH, 1, Language.FRENCH, 1);
            assertThat(editorial.withdrawals.backToPackaged(FAMILY, seen, "")).isEqualTo(new WithdrawOutcome.Done());
            assertThat(editorial.withdrawals.withdraw(NEW, FIRST, "")).isEqualTo(new WithdrawOutcome.Done());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_address_of_what_was_withdrawn_is_nobody_elses(TestDatabase database) {
        try (var editorial = withNewArticle(database)) {
            assertThat(editorial.withdrawals.withdraw(NEW, FIRST, "")).isEqualTo(new WithdrawOutcome.Done());
            assertThat(editorial.drafts.begin(NEW)).isEqualTo(Drafts.Begun.TAKEN);

            editorial.begin("other-keys");
            editorial.complete("other-keys");
            var id = new ArticleId("other-keys", Language.ENGLISH);
            var text = editorial.desk.manuscript(id).text();
            editorial.save(id, FrontMatter.with(text, "slug", NEW));
            var refused = (PublishOutcome.Refused) editorial.publish("other-keys", "");
            assertThat(refused.review().of(Language.ENGLISH))
                    .extracting(ContentProblem::sentence)
                    .containsExactly("has an address of testnet-keys, which was withdrawn");

            var moved = FrontMatter.with(editorial.desk.manuscript(NEW_ENGLISH).text(), "slug", "elsewhere");
            assertThat(editorial
                            .publishing
                            .review(NEW, Map.of(Language.ENGLISH, moved))
                            .of(Language.ENGLISH))
                    .extracting(ContentProblem::sentence)
                    .contains("has another address than before it was withdrawn, testnet-keys:"
                            + " its address is permanent");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_article_that_is_called_like_a_withdrawn_address_does_not_answer_there(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            editorial.begin(NEW);
            editorial.complete(NEW);
            for (var language : Language.values()) {
                var id = new ArticleId(NEW, language);
                editorial.save(
                        id, FrontMatter.with(editorial.desk.manuscript(id).text(), "slug", "keys-for-tests"));
            }
            assertThat(editorial.publish(NEW, "")).isInstanceOf(PublishOutcome.Published.class);
            assertThat(editorial.withdrawals.withdraw(NEW, FIRST, "")).isEqualTo(new WithdrawOutcome.Done());

            editorial.begin("keys-for-tests");
            editorial.complete("keys-for-tests");
            for (var language : Language.values()) {
                var id = new ArticleId("keys-for-tests", language);
                editorial.save(
                        id, FrontMatter.with(editorial.desk.manuscript(id).text(), "slug", "another-address"));
            }
            assertThat(editorial.publish("keys-for-tests", "")).isInstanceOf(PublishOutcome.Published.class);
            var shelf = editorial.help.shelf();
            assertThat(shelf.at(Language.ENGLISH, null, "another-address")).isPresent();
            assertThat(shelf.at(Language.ENGLISH, null, "keys-for-tests")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void edits_go_back_to_the_packaged_texts_in_both_languages_and_follow_the_next(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            assertThat(editorial.withdrawals.offer(FAMILY)).isEmpty();
            assertThat(editorial.withdrawals.backToPackaged(FAMILY, Map.of(), ""))
                    .isEqualTo(new WithdrawOutcome.Elsewhere());
            editorial.publishCorrection();
            var draft = editorial.save(ENGLISH, editorial.live(ENGLISH) + "\nMore.\n");
            assertThat(editorial.withdrawals.withdraw(FAMILY, FIRST, ""))
                    .as("what comes with the portal stays")
                    .isEqualTo(new WithdrawOutcome.Elsewhere());

            assertThat(editorial.withdrawals.offer(FAMILY)).contains(Offer.BACK_TO_PACKAGED);
            assertThat(editorial.withdrawals.backToPackaged(FAMILY, FIRST, "Wrong"))
                    .isEqualTo(new WithdrawOutcome.Done());
            var packaged = editorial.help.packaged(ENGLISH).orElseThrow();
            assertThat(editorial.live(ENGLISH)).isEqualTo(packaged);
            assertThat(editorial.live(FRENCH))
                    .isEqualTo(editorial.help.packaged(FRENCH).orElseThrow());
            assertThat(editorial.desk.manuscript(ENGLISH).draft()).isEqualTo(draft);
            assertThat(editorial.desk.history(FRENCH))
                    .extracting(Publication::kind)
                    .containsExactly(Kind.PACKAGED, Kind.PUBLISHED);
            assertThat(editorial.acts()).containsExactly("HELP_PUBLISHED", "HELP_BACK_TO_PACKAGED");
            var next = new Editorial(
                    editorial.database, edits -> HelpFixture.changed(ENGLISH, packaged + "\nAsk us.\n", edits));
            assertThat(next.live(ENGLISH)).endsWith("Ask us.\n");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void edits_stay_while_others_lead_to_what_only_they_have(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            assertThat(editorial.add(FAMILY, "\n## More {#more}\nWords.\n", "\n## Plus {#more}\nMots.\n"))
                    .isInstanceOf(PublishOutcome.Published.class);
            assertThat(editorial.add("10114", "\n[More](help:ip-list#more).\n", "\n[Plus](help:ip-list#more).\n"))
                    .isInstanceOf(PublishOutcome.Published.class);

            assertThat(editorial.withdrawals.backToPackaged(FAMILY, FIRST, ""))
                    .isInstanceOfSatisfying(
                            WithdrawOutcome.Refused.class,
                            refused -> assertThat(refused.problems().get(FRENCH))
                                    .extracting(ContentProblem::sentence)
                                    .containsExactly("has no heading #more, to which 10114 leads"));
            assertThat(editorial.live(FRENCH)).contains("## Plus {#more}");
        }
    }

    private static Editorial withNewArticle(TestDatabase database) {
        var editorial = new Editorial(database);
        editorial.begin(NEW);
        editorial.complete(NEW);
        assertThat(editorial.publish(NEW, "")).isInstanceOf(PublishOutcome.Published.class);
        return editorial;
    }

    private static EditorsDesk.Line line(Editorial editorial) {
        return editorial.desk.lines(Language.ENGLISH).stream()
                .filter(line -> line.family().equals(NEW))
                .findFirst()
                .orElseThrow();
    }
}
