package dev.porteclef.editing;

import dev.porteclef.account.Addressees;
import dev.porteclef.help.Article;
import dev.porteclef.help.ArticleId;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.help.Shelf;
import dev.porteclef.help.Standing;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.UserId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/// What editors read: which article wants them, its texts, and its past.
@Service
@PreAuthorize("hasRole('" + Role.Names.EDITOR + "')")
public class EditorsDesk {

    /// After so many days an article is held against its sources again.
    public static final int STALE_AFTER_DAYS = 180;

    private final JdbiDrafts drafts;
    private final JdbiPublications publications;
    private final HelpCenter help;
    private final Addressees people;
    private final Clock clock;

    EditorsDesk(Jdbi jdbi, HelpCenter help, Addressees people, Clock clock) {
        this.drafts = new JdbiDrafts(jdbi);
        this.publications = new JdbiPublications(jdbi);
        this.help = help;
        this.people = people;
        this.clock = clock;
    }

    /// One article as the list of all shows it.
    ///
    /// @param days since the language that was reviewed first was, `null` for an article that nobody reads yet
    /// @param work what it wants, the most urgent first
    public record Line(
            String family,
            String title,
            Map<Language, Standing> standings,
            @Nullable Long days,
            Set<Work> work) {

        private int urgency() {
            return work.stream().mapToInt(Enum::ordinal).min().orElse(Work.values().length);
        }
    }

    /// Every article, what needs work first.
    ///
    /// @param language of the titles, where there are some in it
    public List<Line> lines(Language language) {
        var shelf = help.shelf();
        var waiting = byId(drafts.all(), Draft::id);
        var published = byId(publications.latest(), Publication::id);
        var families = new LinkedHashSet<>(shelf.families());
        Stream.concat(waiting.keySet().stream(), published.keySet().stream())
                .map(ArticleId::family)
                .forEach(families::add);
        return families.stream()
                .map(family -> line(shelf, family, language, waiting, published))
                .sorted(Comparator.comparingInt(Line::urgency)
                        .thenComparing(line -> Objects.requireNonNullElse(line.days(), 0L), Comparator.reverseOrder())
                        .thenComparing(Line::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private Line line(
            Shelf shelf,
            String family,
            Language language,
            Map<ArticleId, Draft> waiting,
            Map<ArticleId, Publication> published) {
        var standings = new EnumMap<Language, Standing>(Language.class);
        var work = EnumSet.noneOf(Work.class);
        var manuscripts = new ArrayList<Manuscript>();
        for (var one : Language.values()) {
            var id = new ArticleId(family, one);
            var manuscript = manuscript(shelf, id, published.get(id), waiting.get(id));
            manuscripts.add(manuscript);
            var standing = shelf.standing(family, one);
            standings.put(one, standing);
            note(work, Work.WITHDRAWN, manuscript.isWithdrawn());
            note(work, Work.MISSING, standing == Standing.MISSING && !manuscript.isWithdrawn());
            note(work, Work.BROKEN, isBroken(shelf, manuscript));
            note(work, Work.BEHIND, standing == Standing.BEHIND);
            note(work, Work.HIDDEN, manuscript.isHidden());
            note(work, Work.BASE_MOVED, manuscript.moved().isPresent());
            note(work, Work.DRAFT, manuscript.draft() != null);
        }
        var days = days(shelf, family);
        note(work, Work.STALE, days != null && days > STALE_AFTER_DAYS);
        return new Line(family, title(shelf, family, language, manuscripts), standings, days, work);
    }

    /// What an article is called, in `language` where it is; the name of its files where it has no title yet.
    public String title(String family, Language language) {
        var manuscripts = Stream.of(language, language.other())
                .map(one -> manuscript(new ArticleId(family, one)))
                .toList();
        return title(help.shelf(), family, language, manuscripts);
    }

    private static String title(Shelf shelf, String family, Language language, List<Manuscript> manuscripts) {
        var read = Stream.of(language, language.other())
                .flatMap(one -> shelf.find(family, one).stream())
                .map(Article::title);
        var written = manuscripts.stream()
                .sorted(Comparator.comparing(one -> one.id().language() != language))
                .map(one -> FrontMatter.value(one.text(), "title"))
                .filter(title -> !title.isBlank());
        return Stream.concat(read, written).findFirst().orElse(family);
    }

    private boolean isBroken(Shelf shelf, Manuscript manuscript) {
        var live = manuscript.live();
        return help.broken().containsKey(manuscript.id())
                || (live != null
                        && manuscript.edit().isPresent()
                        && !Incoming.check(shelf, manuscript.id(), live).isEmpty());
    }

    private static void note(Set<Work> work, Work one, boolean wanted) {
        if (wanted) {
            work.add(one);
        }
    }

    private @Nullable Long days(Shelf shelf, String family) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Stream.of(Language.values())
                .flatMap(one -> shelf.find(family, one).stream())
                .map(article -> ChronoUnit.DAYS.between(article.reviewedOn(), today))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /// Every text of one article in one language.
    public Manuscript manuscript(ArticleId id) {
        return manuscript(
                help.shelf(),
                id,
                publications.latest(id).orElse(null),
                drafts.find(id).orElse(null));
    }

    private Manuscript manuscript(Shelf shelf, ArticleId id, @Nullable Publication published, @Nullable Draft draft) {
        return new Manuscript(
                id,
                help.packaged(id).orElse(null),
                shelf.find(id.family(), id.language()).map(Article::markdown).orElse(null),
                published,
                draft);
    }

    /// Every publication of one article in one language, the newest first.
    public List<Publication> history(ArticleId id) {
        return publications.of(id);
    }

    /// The original as it was when it bore `hash`, where that text is still known.
    public Optional<String> originalOf(String family, String hash) {
        var id = new ArticleId(family, Shelf.ORIGINAL);
        var now = manuscript(id);
        return Stream.concat(
                        Stream.of(now.text(), now.live(), now.packaged()),
                        publications.of(id).stream().flatMap(one -> Stream.of(one.text(), one.base())))
                .filter(Objects::nonNull)
                .filter(text -> HelpCenter.hash(text).equals(hash))
                .findFirst();
    }

    /// What the others call an editor, nothing where the account is gone.
    public Optional<String> nameOf(UserId editor) {
        return people.find(editor).map(one -> one.email().value());
    }

    private static <T> Map<ArticleId, T> byId(List<T> all, Function<T, ArticleId> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
