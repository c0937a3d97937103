package dev.porteclef.editing;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.editing.Publication.Kind;
import dev.porteclef.help.ArticleId;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.help.Shelf;
import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Makes drafts what readers see, at once and on every node. Nothing is published that would stop a start: what is
/// incomplete, contradicts the catalogue, or says something else than its translation.
@Service
@PreAuthorize("hasRole('" + Role.Names.EDITOR + "')")
public class Publishing {

    /// The longest remark, in characters.
    public static final int MAX_REMARK = 300;

    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

    private final JdbiDrafts drafts;
    private final JdbiPublications publications;
    private final EditorsDesk desk;
    private final HelpCenter help;
    private final AuditLog audit;
    private final CurrentUser currentUser;
    private final TransactionOperations transactions;
    private final Clock clock;

    Publishing(
            Jdbi jdbi,
            EditorsDesk desk,
            HelpCenter help,
            AuditLog audit,
            CurrentUser currentUser,
            TransactionOperations transactions,
            Clock clock) {
        this.drafts = new JdbiDrafts(jdbi);
        this.publications = new JdbiPublications(jdbi);
        this.desk = desk;
        this.help = help;
        this.audit = audit;
        this.currentUser = currentUser;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What would stand against publishing `texts` together, beside what readers see in the other language.
    public Review review(String family, Map<Language, String> texts) {
        var problems = new EnumMap<Language, List<ContentProblem>>(Language.class);
        var all = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            var id = new ArticleId(family, language);
            var text = texts.get(language);
            if (text != null) {
                all.put(language, text);
                add(problems, language, help.check(id, text));
                add(problems, language, Incoming.check(help.shelf(), id, text));
                add(problems, language, undecided(id, text));
            } else {
                help.shelf().find(family, language).ifPresent(read -> all.put(language, read.markdown()));
            }
        }
        var translation = Shelf.ORIGINAL.other();
        var original = all.get(Shelf.ORIGINAL);
        var translated = all.get(translation);
        if (original == null || translated == null) {
            var missing = original == null ? Shelf.ORIGINAL : translation;
            var id = new ArticleId(family, missing);
            add(
                    problems,
                    missing,
                    List.of(new ContentProblem(
                            id.toString(), 1, "is missing: an article is published in both languages at once")));
            return new Review(problems, false);
        }
        add(problems, translation, help.compare(new ArticleId(family, translation), original, translated));
        return new Review(
                problems, !HelpCenter.hash(original).equals(FrontMatter.value(translated, FrontMatter.IN_STEP_WITH)));
    }

    private static void add(
            Map<Language, List<ContentProblem>> problems, Language language, List<ContentProblem> more) {
        if (!more.isEmpty()) {
            problems.computeIfAbsent(language, _ -> new ArrayList<>()).addAll(more);
        }
    }

    private static List<ContentProblem> undecided(ArticleId id, String text) {
        var found = new ArrayList<ContentProblem>();
        var number = 1;
        for (var line : text.split("\n", -1)) {
            if (Merge.MARK.matcher(line).matches()) {
                found.add(new ContentProblem(id.toString(), number, "has a passage of a merge that is not decided"));
            }
            number++;
        }
        return found;
    }

    /// Publishes the drafts of `family` in one act, as they were in these versions.
    ///
    /// @param remark why; cut at [#MAX_REMARK]
    public PublishOutcome publish(String family, Map<Language, Long> versions, String remark) {
        var texts = new EnumMap<Language, String>(Language.class);
        var seen = new EnumMap<Language, Manuscript>(Language.class);
        for (var language : versions.keySet()) {
            var manuscript = desk.manuscript(new ArticleId(family, language));
            var draft = manuscript.draft();
            if (draft == null || !versions.get(language).equals(draft.version())) {
                return new PublishOutcome.Elsewhere();
            }
            texts.put(language, tidy(draft.text()));
            seen.put(language, manuscript);
        }
        var review = review(family, texts);
        if (!review.isClean() || texts.isEmpty()) {
            return new PublishOutcome.Refused(review);
        }
        var why = tidyRemark(remark);
        var done = transactions.execute(status -> {
            for (var manuscript : seen.values()) {
                var id = manuscript.id();
                var text = texts.getOrDefault(id.language(), "");
                if (!drafts.delete(id, manuscript.version())
                        || !insert(manuscript, Kind.PUBLISHED, text, manuscript.base(), why)) {
                    status.setRollbackOnly();
                    return false;
                }
            }
            var languages = seen.keySet().stream().map(Language::tag).collect(Collectors.joining(" "));
            audit.record(
                    Act.HELP_PUBLISHED,
                    currentUser.id(),
                    null,
                    null,
                    Map.of("article", family, "languages", languages, "remark", why));
            return true;
        });
        if (!Boolean.TRUE.equals(done)) {
            return new PublishOutcome.Elsewhere();
        }
        refresh();
        return new PublishOutcome.Published(seen.keySet(), review.behind());
    }

    /// Leaves an edit as it is although the packaged text has changed; from now on it stands over the new one.
    ///
    /// @param revision the publication that was seen
    /// @return whether that was still the last one, and its base had moved
    public boolean keep(ArticleId id, int revision) {
        return decide(id, revision, Kind.KEPT, Act.HELP_EDIT_KEPT);
    }

    /// Gives an edit up for the packaged text of now, which readers see from then on, also when it changes again.
    ///
    /// @param revision the publication that was seen
    /// @return whether that was still the last one, and its base had moved
    public boolean drop(ArticleId id, int revision) {
        return decide(id, revision, Kind.DROPPED, Act.HELP_EDIT_DROPPED);
    }

    private boolean decide(ArticleId id, int revision, Kind kind, Act act) {
        var manuscript = desk.manuscript(id);
        var moved = manuscript.moved().orElse(null);
        if (moved == null || moved.revision() != revision) {
            return false;
        }
        var text = kind == Kind.KEPT ? moved.published() : moved.after();
        var done = transactions.execute(_ -> {
            if (!insert(manuscript, kind, text, moved.after(), "")) {
                return false;
            }
            audit.record(act, currentUser.id(), null, null, Map.of("article", id.toString()));
            return true;
        });
        refresh();
        return Boolean.TRUE.equals(done);
    }

    private boolean insert(Manuscript manuscript, Kind kind, String text, @Nullable String base, String remark) {
        return publications.insert(new Publication(
                manuscript.id(),
                manuscript.revision() + 1,
                kind,
                text,
                base,
                remark,
                currentUser.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /// The other nodes hear of it; whoever published here sees it with the answer.
    private void refresh() {
        try {
            help.refresh();
        } catch (RuntimeException e) {
            // It is published all the same: this node hears of it like the others, and tries until it succeeds.
            LOG.warn("What was published is not read on this node yet", e);
        }
    }

    private static String tidyRemark(String remark) {
        var plain = Drafts.plain(remark).strip();
        return plain.length() > MAX_REMARK ? plain.substring(0, MAX_REMARK) : plain;
    }

    /// As files end.
    private static String tidy(String text) {
        return text.stripTrailing() + "\n";
    }
}
