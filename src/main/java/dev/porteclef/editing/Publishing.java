package dev.porteclef.editing;

import dev.porteclef.audit.Act;
import dev.porteclef.editing.Press.Sheet;
import dev.porteclef.editing.Publication.Kind;
import dev.porteclef.help.ArticleId;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.help.Shelf;
import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/// Makes drafts what readers see, at once and on every node. Nothing is published that would stop a start: what is
/// incomplete, contradicts the catalogue, or says something else than its translation.
@Service
@PreAuthorize("hasRole('" + Role.Names.EDITOR + "')")
public class Publishing {

    /// The longest remark, in characters.
    public static final int MAX_REMARK = 300;

    private final JdbiDrafts drafts;
    private final EditorsDesk desk;
    private final HelpCenter help;
    private final Press press;

    Publishing(Jdbi jdbi, EditorsDesk desk, HelpCenter help, Press press) {
        this.drafts = new JdbiDrafts(jdbi);
        this.desk = desk;
        this.help = help;
        this.press = press;
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

    /// Publishes the drafts of `family` in one act, as they were in these versions. A draft outlives what else becomes
    /// of its article (given up, withdrawn): nothing is published over what was not seen of that either.
    ///
    /// @param revisions the publications that were seen, 0 where there was none
    /// @param remark why; cut at [#MAX_REMARK]
    public PublishOutcome publish(
            String family, Map<Language, Long> versions, Map<Language, Integer> revisions, String remark) {
        var texts = new EnumMap<Language, String>(Language.class);
        var seen = new EnumMap<Language, Manuscript>(Language.class);
        for (var language : versions.keySet()) {
            var manuscript = desk.manuscript(new ArticleId(family, language));
            var draft = manuscript.draft();
            if (draft == null
                    || !versions.get(language).equals(draft.version())
                    || manuscript.revision() != revisions.getOrDefault(language, 0)) {
                return new PublishOutcome.Elsewhere();
            }
            texts.put(language, tidy(draft.text()));
            seen.put(language, manuscript);
        }
        var review = review(family, texts);
        if (!review.isClean() || texts.isEmpty()) {
            return new PublishOutcome.Refused(review);
        }
        var why = Press.tidyRemark(remark);
        var sheets = seen.values().stream()
                .map(one -> new Sheet(one, texts.getOrDefault(one.id().language(), ""), one.base()))
                .toList();
        var languages = seen.keySet().stream().map(Language::tag).collect(Collectors.joining(" "));
        var done = press.print(
                sheets,
                Kind.PUBLISHED,
                why,
                Act.HELP_PUBLISHED,
                Map.of("article", family, "languages", languages, "remark", why),
                sheet -> drafts.delete(sheet.seen().id(), sheet.seen().version()));
        return done ? new PublishOutcome.Published(seen.keySet(), review.behind()) : new PublishOutcome.Elsewhere();
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
        return press.print(
                List.of(new Sheet(manuscript, text, moved.after())),
                kind,
                "",
                act,
                Map.of("article", id.toString()),
                _ -> true);
    }

    /// As files end.
    private static String tidy(String text) {
        return text.stripTrailing() + "\n";
    }
}
