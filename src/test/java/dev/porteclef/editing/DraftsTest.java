package dev.porteclef.editing;

import static dev.porteclef.editing.Editorial.ENGLISH;
import static dev.porteclef.editing.Editorial.FAMILY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.help.ArticleId;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.help.HelpFixture;
import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Drafts that several editors share, on both databases.
class DraftsTest {

    private static final ArticleId NEW_ENGLISH = new ArticleId("testnet-keys", Language.ENGLISH);
    private static final ArticleId NEW_FRENCH = new ArticleId("testnet-keys", Language.FRENCH);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nobody_writes_over_what_they_have_not_seen(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            var live = editorial.live(ENGLISH);
            assertThat(editorial.drafts.save(ENGLISH, 0, 0, live))
                    .isEqualTo(new SaveOutcome.Unchanged(editorial.desk.manuscript(ENGLISH)));
            var first = (SaveOutcome.Saved) editorial.drafts.save(ENGLISH, 0, 0, live + "\nOne.\n");

            assertThat(editorial.drafts.save(ENGLISH, 0, 0, live + "\nTwo.\n"))
                    .isEqualTo(new SaveOutcome.Elsewhere(first.draft()));
            var third = (SaveOutcome.Saved)
                    editorial.drafts.save(ENGLISH, first.draft().version(), 0, live + "\r\nThree.\0\r\n");
            var now = Objects.requireNonNull(editorial.desk.manuscript(ENGLISH).draft());
            assertThat(now).isEqualTo(third.draft());
            assertThat(now.text()).endsWith("\nThree.\n").doesNotContain("One.");
            assertThat(editorial.drafts.save(ENGLISH, now.version(), 0, "x".repeat(Drafts.MAX_TEXT + 1)))
                    .isEqualTo(new SaveOutcome.TooLong());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_draft_that_was_published_meanwhile_is_not_begun_anew_unseen(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            var draft = editorial.save(ENGLISH, editorial.corrected().getOrDefault(Language.ENGLISH, ""));
            assertThat(editorial.publish("")).isInstanceOf(PublishOutcome.Published.class);
            var mine = editorial.live(ENGLISH) + "\nMine.\n";
            assertThat(editorial.drafts.save(ENGLISH, draft.version(), 0, mine))
                    .isEqualTo(new SaveOutcome.Elsewhere(null));
            assertThat(editorial.drafts.save(ENGLISH, 0, 0, mine))
                    .as("begun over the text before the publication")
                    .isEqualTo(new SaveOutcome.Elsewhere(null));
            assertThat(editorial.desk.manuscript(ENGLISH).draft()).isNull();
            assertThat(editorial.drafts.save(ENGLISH, 0, 1, mine)).isInstanceOf(SaveOutcome.Saved.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void another_draft_is_never_taken_for_the_one_that_was_seen(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            var live = editorial.live(ENGLISH);
            var seen = editorial.save(ENGLISH, live + "\nOne.\n");
            var _ = editorial.database.transactions().execute(_ -> editorial.drafts.discard(ENGLISH, seen.version()));
            var other = editorial.save(ENGLISH, live + "\nTwo.\n");
            assertThat(editorial.drafts.save(ENGLISH, seen.version(), 0, live + "\nThree.\n"))
                    .isEqualTo(new SaveOutcome.Elsewhere(other));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_was_discarded_can_be_put_back(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            var draft = editorial.save(ENGLISH, editorial.live(ENGLISH) + "\nOne.\n");
            assertThat(editorial.drafts.discard(ENGLISH, draft.version() + 1)).isEmpty();

            var discarded = editorial
                    .database
                    .transactions()
                    .execute(_ ->
                            editorial.drafts.discard(ENGLISH, draft.version()).orElseThrow());
            assertThat(editorial.desk.manuscript(ENGLISH).draft()).isNull();
            assertThat(editorial.drafts.putBack(discarded)).isPresent();
            assertThat(editorial.desk.manuscript(ENGLISH).text()).endsWith("One.\n");
            assertThat(editorial.drafts.putBack(discarded)).as("there is one").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_new_article_begins_in_both_languages_and_is_published_in_both(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            assertThat(editorial.drafts.begin("Testnet keys")).isEqualTo(Drafts.Begun.NO_NAME);
            assertThat(editorial.drafts.begin(FAMILY)).isEqualTo(Drafts.Begun.TAKEN);
            assertThat(editorial.begin("testnet-keys")).isEqualTo(Drafts.Begun.BEGUN);
            assertThat(editorial.drafts.begin("testnet-keys")).isEqualTo(Drafts.Begun.TAKEN);
            assertThat(editorial.acts()).containsExactly("HELP_ARTICLE_BEGUN");
            assertThat(editorial.desk.lines(Language.FRENCH).getFirst().family())
                    .isEqualTo("testnet-keys");

            var both = Map.of(
                    Language.ENGLISH, version(editorial, NEW_ENGLISH), Language.FRENCH, version(editorial, NEW_FRENCH));
            var refused = (PublishOutcome.Refused) editorial.publishing.publish("testnet-keys", both, Map.of(), "");
            assertThat(refused.review().of(Language.FRENCH))
                    .extracting(ContentProblem::sentence)
                    .contains("has no \"title\"");

            editorial.complete("testnet-keys");
            var alone = (PublishOutcome.Refused) editorial.publishing.publish(
                    "testnet-keys", Map.of(Language.ENGLISH, version(editorial, NEW_ENGLISH)), Map.of(), "");
            assertThat(alone.review().of(Language.FRENCH)).hasSize(1);
            assertThat(editorial.publishing.publish(
                            "testnet-keys",
                            Map.of(
                                    Language.ENGLISH, version(editorial, NEW_ENGLISH),
                                    Language.FRENCH, version(editorial, NEW_FRENCH)),
                            Map.of(),
                            ""))
                    .isEqualTo(new PublishOutcome.Published(both.keySet(), false));
            assertThat(editorial.live(NEW_FRENCH)).contains("title: Clés");

            var led = editorial.live(ENGLISH) + "\nSee [here](help:testnet-keys).\n";
            editorial.save(ENGLISH, led);
            editorial.save(
                    Editorial.FRENCH,
                    FrontMatter.with(
                            editorial.live(Editorial.FRENCH) + "\nVoir [ici](help:testnet-keys).\n",
                            FrontMatter.IN_STEP_WITH,
                            HelpCenter.hash(led)));
            assertThat(editorial.publish("")).isInstanceOf(PublishOutcome.Published.class);
            assertThat(new Editorial(editorial.database, HelpFixture::packaged).live(ENGLISH))
                    .as("one edit may lead to another")
                    .isEqualTo(led);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nothing_is_left_of_an_article_that_somebody_began_in_between(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            var theirs =
                    new Draft(NEW_FRENCH, 1, "Theirs.", null, Editorial.editor().id(), editorial.clock.instant());
            var once = new AtomicBoolean();
            var jdbi = editorial.database.jdbi();
            jdbi.setSqlLogger(new SqlLogger() {
                @Override
                public void logBeforeExecution(StatementContext context) {
                    if (context.getRawSql().contains("insert into help_draft") && !once.getAndSet(true)) {
                        // In a transaction of its own, which has ended by then.
                        CompletableFuture.runAsync(() -> new JdbiDrafts(jdbi).insert(theirs))
                                .join();
                    }
                }
            });

            assertThat(editorial.begin("testnet-keys")).isEqualTo(Drafts.Begun.TAKEN);
            assertThat(once).isTrue();
            assertThat(editorial.desk.manuscript(NEW_ENGLISH).exists()).isFalse();
            assertThat(editorial.desk.manuscript(NEW_FRENCH).text()).isEqualTo("Theirs.");
            assertThat(editorial.acts()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_contradicts_this_version_gives_way_and_takes_along_what_led_to_it(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            var at = editorial.clock.instant();
            var author = Editorial.editor().id();
            var store = new JdbiPublications(editorial.database.jdbi());
            var packaged = editorial.live(ENGLISH);
            var whole = packaged.replace("slug: our-address-is-not-listed", "slug: other");
            store.insert(new Publication(
                    ENGLISH,
                    1,
                    Publication.Kind.PUBLISHED,
                    packaged + "\n[Here](help:zz).\n",
                    packaged,
                    "",
                    author,
                    at));
            store.insert(new Publication(
                    new ArticleId("zz", Language.ENGLISH),
                    1,
                    Publication.Kind.PUBLISHED,
                    whole + "\nThe code 10999.\n",
                    null,
                    "",
                    author,
                    at));

            var node = new Editorial(editorial.database, HelpFixture::packaged);
            assertThat(node.live(ENGLISH)).isEqualTo(packaged);
            assertThat(node.help.shelf().find("zz", Language.ENGLISH)).isEmpty();
            assertThat(node.desk.manuscript(ENGLISH).isHidden()).isTrue();
            assertThat(node.desk.lines(Language.ENGLISH).getFirst().work()).contains(Work.HIDDEN);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_list_tells_how_long_ago_somebody_looked(TestDatabase database) {
        try (var editorial = new Editorial(database)) {
            assertThat(editorial.desk.lines(Language.ENGLISH))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.work()).isEmpty());
            editorial.save(ENGLISH, editorial.live(ENGLISH) + "\nOne.\n");
            editorial.clock.turnBy(Duration.ofDays(200));
            assertThat(editorial.desk.lines(Language.ENGLISH).getFirst()).satisfies(line -> {
                assertThat(line.family()).isEqualTo(FAMILY);
                assertThat(line.work()).containsExactly(Work.DRAFT, Work.STALE);
                assertThat(line.days()).isEqualTo(201);
            });
        }
    }

    private static long version(Editorial editorial, ArticleId id) {
        return editorial.desk.manuscript(id).version();
    }
}
