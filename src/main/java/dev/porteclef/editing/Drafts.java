package dev.porteclef.editing;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.help.ArticleId;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The drafts that all editors share. Whoever writes names the version they have seen, so that nobody's words are
/// written over unseen.
@Service
@PreAuthorize("hasRole('" + Role.Names.EDITOR + "')")
@Transactional
public class Drafts {

    /// The longest text of an article, in characters.
    public static final int MAX_TEXT = 60_000;

    private static final Pattern FAMILY = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int LONGEST_FAMILY = 80;
    /// What no article needs and PostgreSQL would refuse in part.
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    private final JdbiDrafts store;
    private final EditorsDesk desk;
    private final AuditLog audit;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final AtomicLong version = new AtomicLong();

    Drafts(Jdbi jdbi, EditorsDesk desk, AuditLog audit, CurrentUser currentUser, Clock clock) {
        this.store = new JdbiDrafts(jdbi);
        this.desk = desk;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /// Saves `text` over the draft of version `seen`, 0 where none was seen.
    ///
    /// @param revision the publication that was seen, 0 where there was none
    public SaveOutcome save(ArticleId id, long seen, int revision, String text) {
        var manuscript = desk.manuscript(id);
        return save(manuscript, seen, revision, text, manuscript.base());
    }

    /// The same for a text that has the packaged one of now worked in.
    public SaveOutcome saveOverNewBase(ArticleId id, long seen, int revision, String text) {
        var manuscript = desk.manuscript(id);
        return save(manuscript, seen, revision, text, manuscript.packaged());
    }

    private SaveOutcome save(Manuscript manuscript, long seen, int revision, String text, @Nullable String base) {
        if (text.length() > MAX_TEXT) {
            return new SaveOutcome.TooLong();
        }
        var plain = plain(text);
        var before = manuscript.draft();
        // A draft is gone with its publication; without one, only the revision tells that somebody has published.
        if (manuscript.version() != seen || (seen == 0 && manuscript.revision() != revision)) {
            return new SaveOutcome.Elsewhere(before);
        }
        if (before == null && plain.equals(manuscript.text())) {
            return new SaveOutcome.Unchanged(manuscript);
        }
        var draft = new Draft(manuscript.id(), after(seen), plain, base, currentUser.id(), now());
        if (before == null ? store.insert(draft) : store.update(draft, seen)) {
            return new SaveOutcome.Saved(draft);
        }
        return new SaveOutcome.Elsewhere(store.find(manuscript.id()).orElse(null));
    }

    /// Throws the draft of version `seen` away and returns it; nothing where it has changed since.
    public Optional<Draft> discard(ArticleId id, long seen) {
        var draft = store.find(id).filter(one -> one.version() == seen);
        if (draft.isEmpty() || !store.delete(id, seen)) {
            return Optional.empty();
        }
        audit.record(Act.HELP_DRAFT_DISCARDED, currentUser.id(), null, null, Map.of("article", id.toString()));
        return draft;
    }

    /// Puts a discarded draft back; nothing where somebody has begun another one meanwhile.
    public Optional<Draft> putBack(Draft discarded) {
        var draft = new Draft(
                discarded.id(),
                after(discarded.version()),
                discarded.text(),
                discarded.base(),
                currentUser.id(),
                now());
        return store.insert(draft) ? Optional.of(draft) : Optional.empty();
    }

    /// What became of an attempt to begin an article.
    public enum Begun {
        BEGUN,
        /// Not small letters, digits and single hyphens.
        NO_NAME,
        TAKEN
    }

    /// Begins a new article in both languages from a skeleton.
    ///
    /// @param family the name of its files in every language
    public Begun begin(String family) {
        if (family.length() > LONGEST_FAMILY || !FAMILY.matcher(family).matches()) {
            return Begun.NO_NAME;
        }
        var original = skeleton(family, Language.ENGLISH);
        var translation = FrontMatter.with(
                skeleton(family, Language.FRENCH), FrontMatter.IN_STEP_WITH, HelpCenter.hash(original));
        for (var language : Language.values()) {
            var id = new ArticleId(family, language);
            if (desk.manuscript(id).exists()) {
                return Begun.TAKEN;
            }
        }
        var both = Map.of(Language.ENGLISH, original, Language.FRENCH, translation);
        var written = new ArrayList<Draft>();
        for (var language : Language.values()) {
            var text = both.getOrDefault(language, "");
            var draft = new Draft(new ArticleId(family, language), after(0), text, null, currentUser.id(), now());
            if (!store.insert(draft)) {
                // Somebody was faster in this language; half an article must not be left in the other.
                written.forEach(one -> store.delete(one.id(), one.version()));
                return Begun.TAKEN;
            }
            written.add(draft);
        }
        audit.record(Act.HELP_ARTICLE_BEGUN, currentUser.id(), null, null, Map.of("article", family));
        return Begun.BEGUN;
    }

    private String skeleton(String family, Language language) {
        var headings = switch (language) {
            case ENGLISH -> "## What it means {#meaning}\n\n\n## What to do {#do}\n";
            case FRENCH -> "## Ce que cela veut dire {#meaning}\n\n\n## Que faire {#do}\n";
        };
        return """
                ---
                slug: %s
                title:
                summary:
                tags: [trouble]
                codes: []
                reviewed-on: %s
                sources: []
                owner: content
                asked-as: []
                ---

                """.formatted(family, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)) + headings;
    }

    /// `text` as it is kept: lines end in one way, and no control characters but tabs.
    public static String plain(String text) {
        return CONTROLS.matcher(text.replace("\r\n", "\n")).replaceAll("");
    }

    /// A version that no draft had before, also where the clock stands still.
    private long after(long seen) {
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return version.updateAndGet(last -> Math.max(Math.max(last, seen) + 1, micros));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
