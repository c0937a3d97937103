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
        publishing = new Publishing(jdbi, desk, help, audit, currentUser, database.transactions(), clock);
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
        var versions = new java.util.EnumMap<Language, Long>(Language.class);
        for (var id : Set.of(ENGLISH, FRENCH)) {
            var draft = desk.manuscript(id).draft();
            if (draft != null) {
                versions.put(id.language(), draft.version());
            }
        }
        return publishing.publish(FAMILY, versions, remark);
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
