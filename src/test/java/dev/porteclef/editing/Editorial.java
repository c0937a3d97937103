package dev.porteclef.editing;

import dev.porteclef.account.Addressees;
import dev.porteclef.audit.AuditLogs;
import dev.porteclef.help.ArticleId;
import dev.porteclef.help.Edits;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.help.HelpFixture;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TestDatabase.Fresh;
import dev.porteclef.testing.TurnableClock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// The real services on a database, around the packaged articles, with an editor signed in.
final class Editorial implements AutoCloseable {

    static final String FAMILY = "ip-list";
    static final ArticleId ENGLISH = new ArticleId(FAMILY, Language.ENGLISH);
    static final ArticleId FRENCH = new ArticleId(FAMILY, Language.FRENCH);

    final Fresh database;
    final TurnableClock clock = new TurnableClock(Instant.parse("2026-12-01T09:00:00Z"));
    final HelpCenter help;
    final EditorsDesk desk;
    final Drafts drafts;
    final Publishing publishing;
    final Withdrawals withdrawals;
    final Export export;
    private final SignedIn session;

    Editorial(TestDatabase database) {
        this(database.fresh(), HelpFixture::packaged);
    }

    /// Another node, or a later version of the portal, on the same database.
    Editorial(Fresh database, Function<Edits, HelpCenter> packaged) {
        this.database = database;
        var jdbi = database.jdbi();
        var edits = new PublishedEdits(jdbi);
        var currentUser = new CurrentUser();
        var audit = AuditLogs.on(jdbi, clock);
        help = packaged.apply(edits);
        help.refresh();
        desk = new EditorsDesk(jdbi, help, new Addressees(jdbi), clock);
        drafts = new Drafts(jdbi, desk, audit, currentUser, clock);
        var press = new Press(jdbi, help, audit, currentUser, database.transactions(), clock);
        publishing = new Publishing(jdbi, desk, help, press);
        withdrawals = new Withdrawals(desk, publishing, press, help);
        export = new Export(edits, help);
        session = SignedIn.as(editor());
    }

    static SignedInUser editor() {
        var id = new UserId(UUID.randomUUID());
        return new SignedInUser(id, id + "@example.org", "", Set.of(Role.EDITOR), Language.ENGLISH, true);
    }

    String live(ArticleId id) {
        return help.shelf().find(id.family(), id.language()).orElseThrow().markdown();
    }

    /// The texts of the article with one sentence corrected in both languages, in step.
    Map<Language, String> corrected() {
        var english =
                live(ENGLISH).replace("although key and secret are right", "even though key and secret are right");
        var french = FrontMatter.with(
                live(FRENCH).replace("même si la clé et le secret sont bons", "même si ta clé et ton secret sont bons"),
                FrontMatter.IN_STEP_WITH,
                HelpCenter.hash(english));
        return Map.of(Language.ENGLISH, english, Language.FRENCH, french);
    }

    Draft save(ArticleId id, String text) {
        var seen = desk.manuscript(id);
        return ((SaveOutcome.Saved)
                        database.transactions().execute(_ -> drafts.save(id, seen.version(), seen.revision(), text)))
                .draft();
    }

    /// Publishes every draft there is of the article.
    PublishOutcome publish(String remark) {
        return publish(FAMILY, remark);
    }

    PublishOutcome publish(String family, String remark) {
        var versions = new EnumMap<Language, Long>(Language.class);
        for (var language : Language.values()) {
            var draft = desk.manuscript(new ArticleId(family, language)).draft();
            if (draft != null) {
                versions.put(language, draft.version());
            }
        }
        return publishing.publish(family, versions, revisions(family), remark);
    }

    /// The last publications of the article.
    Map<Language, Integer> revisions(String family) {
        var revisions = new EnumMap<Language, Integer>(Language.class);
        for (var language : Language.values()) {
            revisions.put(
                    language, desk.manuscript(new ArticleId(family, language)).revision());
        }
        return revisions;
    }

    Drafts.Begun begin(String family) {
        return database.transactions().execute(_ -> drafts.begin(family));
    }

    /// Says in the drafts of a new article what every article has to say.
    void complete(String family) {
        var original = complete(new ArticleId(family, Language.ENGLISH), "");
        complete(new ArticleId(family, Language.FRENCH), HelpCenter.hash(original));
    }

    private String complete(ArticleId id, String inStepWith) {
        var text = desk.manuscript(id).text();
        for (var said : Map.of("title", "Clés", "summary", "Words.", "sources", "[README.md]", "asked-as", "[keys]")
                .entrySet()) {
            text = FrontMatter.with(text, said.getKey(), said.getValue());
        }
        if (!inStepWith.isEmpty()) {
            text = FrontMatter.with(text, FrontMatter.IN_STEP_WITH, inStepWith);
        }
        return save(id, text).text();
    }

    /// Adds `english` and `french` to what readers see of `family`, and publishes both in step.
    PublishOutcome add(String family, String english, String french) {
        var original = live(new ArticleId(family, Language.ENGLISH)) + english;
        save(new ArticleId(family, Language.ENGLISH), original);
        save(
                new ArticleId(family, Language.FRENCH),
                FrontMatter.with(
                        live(new ArticleId(family, Language.FRENCH)) + french,
                        FrontMatter.IN_STEP_WITH,
                        HelpCenter.hash(original)));
        return publish(family, "");
    }

    /// What stands in the record, in the order in which it happened.
    List<String> acts() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select act from audit_event order by number")
                        .mapTo(String.class)
                        .list());
    }

    void publishCorrection() {
        corrected().forEach((language, text) -> save(new ArticleId(FAMILY, language), text));
        var _ = publish("A better sentence");
    }

    @Override
    public void close() {
        session.close();
    }
}
