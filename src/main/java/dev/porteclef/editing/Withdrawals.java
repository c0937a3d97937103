package dev.porteclef.editing;

import dev.porteclef.audit.Act;
import dev.porteclef.editing.Press.Sheet;
import dev.porteclef.editing.Publication.Kind;
import dev.porteclef.help.ArticleId;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/// Takes from readers what was published, in both languages at once, and gives it back. Whoever acts names the
/// publications that they have seen. Drafts stay as they are.
@Service
@PreAuthorize("hasRole('" + Role.Names.EDITOR + "')")
public class Withdrawals {

    private final EditorsDesk desk;
    private final Publishing publishing;
    private final Press press;
    private final HelpCenter help;

    Withdrawals(EditorsDesk desk, Publishing publishing, Press press, HelpCenter help) {
        this.desk = desk;
        this.publishing = publishing;
        this.press = press;
        this.help = help;
    }

    /// What of this kind there is to do with an article.
    public enum Offer {
        /// Its edits can give way to the texts that come with the portal.
        BACK_TO_PACKAGED,
        /// It came with no version of the portal and can be withdrawn.
        WITHDRAW,
        /// It was withdrawn and can be had back.
        RESTORE;

        /// The beginning of the keys of its texts.
        public String translationKey() {
            return "editing.withdraw." + name();
        }
    }

    /// What can be done with `family` now, nothing where it is as it came with the portal.
    public Optional<Offer> offer(String family) {
        var all = manuscripts(family);
        if (all.values().stream().anyMatch(Manuscript::isWithdrawn)) {
            return Optional.of(Offer.RESTORE);
        }
        if (all.values().stream().anyMatch(Withdrawals::isOnlyEdit)) {
            return Optional.of(Offer.WITHDRAW);
        }
        return Optional.of(Offer.BACK_TO_PACKAGED)
                .filter(_ -> all.values().stream().anyMatch(Withdrawals::isEditOfPackaged));
    }

    /// Has readers see the packaged texts of `family` again, whose edits end with that: the next version's texts are
    /// followed as well.
    ///
    /// @param revisions the publications that were seen, 0 where there was none
    public WithdrawOutcome backToPackaged(String family, Map<Language, Integer> revisions, String remark) {
        return act(family, revisions, Withdrawals::isEditOfPackaged, all -> {
            var texts = texts(all, one -> Objects.requireNonNull(one.packaged()));
            var review = review(family, texts);
            return review.isEmpty()
                    ? done(
                            family,
                            sheets(all, texts, Manuscript::packaged),
                            Kind.PACKAGED,
                            Act.HELP_BACK_TO_PACKAGED,
                            remark)
                    : new WithdrawOutcome.Refused(review);
        });
    }

    /// Withdraws an article that came with no version of the portal: readers who open its address are told that there
    /// is no such page, and no other article ever gets that address. Refused while other articles lead to it.
    ///
    /// @param revisions the publications that were seen, 0 where there was none
    public WithdrawOutcome withdraw(String family, Map<Language, Integer> revisions, String remark) {
        // What was published a moment ago on another node may lead here.
        press.refresh();
        return act(family, revisions, Withdrawals::isOnlyEdit, all -> {
            var missing = help.missing(family);
            return missing.isEmpty()
                    ? done(
                            family,
                            sheets(all, texts(all, Withdrawals::lastText), _ -> null),
                            Kind.WITHDRAWN,
                            Act.HELP_WITHDRAWN,
                            remark)
                    : new WithdrawOutcome.Refused(missing);
        });
    }

    /// Gives readers back what was withdrawn, as it was, unless something stands against it by now.
    ///
    /// @param revisions the publications that were seen, 0 where there was none
    public WithdrawOutcome restore(String family, Map<Language, Integer> revisions, String remark) {
        return act(family, revisions, Manuscript::isWithdrawn, all -> {
            var texts = texts(all, Withdrawals::lastText);
            var review = review(family, texts);
            return review.isEmpty()
                    ? done(family, sheets(all, texts, _ -> null), Kind.RESTORED, Act.HELP_RESTORED, remark)
                    : new WithdrawOutcome.Refused(review);
        });
    }

    private WithdrawOutcome act(
            String family,
            Map<Language, Integer> revisions,
            Predicate<Manuscript> concerned,
            Function<List<Manuscript>, WithdrawOutcome> act) {
        var all = manuscripts(family);
        var seen = all.entrySet().stream()
                .allMatch(one -> one.getValue().revision() == revisions.getOrDefault(one.getKey(), 0));
        var wanted = all.values().stream().filter(concerned).toList();
        return seen && !wanted.isEmpty() ? act.apply(wanted) : new WithdrawOutcome.Elsewhere();
    }

    private WithdrawOutcome done(String family, List<Sheet> sheets, Kind kind, Act act, String remark) {
        var why = Press.tidyRemark(remark);
        var details = Map.of("article", family, "remark", why);
        return press.print(sheets, kind, why, act, details, _ -> true)
                ? new WithdrawOutcome.Done()
                : new WithdrawOutcome.Elsewhere();
    }

    private Map<ArticleId, List<ContentProblem>> review(String family, Map<Language, String> texts) {
        var problems = new LinkedHashMap<ArticleId, List<ContentProblem>>();
        publishing
                .review(family, texts)
                .problems()
                .forEach((language, all) -> problems.put(new ArticleId(family, language), all));
        return problems;
    }

    private static Map<Language, String> texts(List<Manuscript> all, Function<Manuscript, String> text) {
        var texts = new EnumMap<Language, String>(Language.class);
        all.forEach(one -> texts.put(one.id().language(), text.apply(one)));
        return texts;
    }

    private static List<Sheet> sheets(
            List<Manuscript> all, Map<Language, String> texts, Function<Manuscript, @Nullable String> base) {
        return all.stream()
                .map(one -> new Sheet(one, texts.getOrDefault(one.id().language(), ""), base.apply(one)))
                .toList();
    }

    private Map<Language, Manuscript> manuscripts(String family) {
        var all = new EnumMap<Language, Manuscript>(Language.class);
        Stream.of(Language.values()).forEach(one -> all.put(one, desk.manuscript(new ArticleId(family, one))));
        return all;
    }

    private static boolean isEditOfPackaged(Manuscript one) {
        return one.packaged() != null && one.edit().isPresent();
    }

    private static boolean isOnlyEdit(Manuscript one) {
        return one.packaged() == null && one.edit().isPresent();
    }

    private static String lastText(Manuscript one) {
        return Objects.requireNonNull(one.published()).text();
    }
}
