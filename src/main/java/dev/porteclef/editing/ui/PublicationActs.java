package dev.porteclef.editing.ui;

import static dev.porteclef.editing.ui.EditorPage.text;

import com.vaadin.flow.component.html.Paragraph;
import dev.porteclef.editing.PublishOutcome;
import dev.porteclef.editing.Publishing;
import dev.porteclef.editing.WithdrawOutcome;
import dev.porteclef.editing.Withdrawals;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Notice;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// Gives readers what an editor has written, takes it from them again, and says what became of that.
final class PublicationActs {

    private final Publishing publishing;
    private final Withdrawals withdrawals;
    private final EditorPage page;

    PublicationActs(Publishing publishing, Withdrawals withdrawals, EditorPage page) {
        this.publishing = publishing;
        this.withdrawals = withdrawals;
        this.page = page;
    }

    void publish(String family, PublishPanel panel) {
        var columns = page.columns();
        var chosen = panel.chosen();
        var loss = columns.loss().or(() -> Optional.of("editing.publish.choose").filter(_ -> chosen.isEmpty()));
        if (loss.isPresent()) {
            panel.tell(new Notice(Notice.Kind.WARNING, text(loss.get())));
            return;
        }
        var versions = new EnumMap<Language, Long>(Language.class);
        chosen.forEach(one -> versions.put(one, columns.of(one).seen()));
        switch (publishing.publish(family, versions, columns.revisions(), panel.remark())) {
            case PublishOutcome.Published(var languages, var behind) -> published(languages.size() > 1, behind);
            case PublishOutcome.Refused(var review) -> {
                var count =
                        review.problems().values().stream().mapToInt(List::size).sum();
                panel.tell(new Notice(
                        Notice.Kind.DANGER,
                        text("editing.publish.refused", count),
                        new Paragraph(text("editing.publish.refused.text"))));
                page.judge();
            }
            case PublishOutcome.Elsewhere() -> {
                panel.tell(new Notice(Notice.Kind.WARNING, text("editing.publish.elsewhere")));
                chosen.forEach(one -> columns.meet(columns.of(one)));
                page.judge();
            }
        }
    }

    private void published(boolean both, boolean behind) {
        page.redraw(new Notice(
                Notice.Kind.SUCCESS,
                text(both ? "editing.published.both" : "editing.published.one"),
                new Paragraph(text(behind ? "editing.published.behind" : "editing.published.text"))));
    }

    /// Does what was offered, in both languages as the page knows them.
    void act(String family, WithdrawPanel panel, Withdrawals.Offer offer, String remark) {
        var seen = page.columns().revisions();
        var outcome = switch (offer) {
            case BACK_TO_PACKAGED -> withdrawals.backToPackaged(family, seen, remark);
            case WITHDRAW -> withdrawals.withdraw(family, seen, remark);
            case RESTORE -> withdrawals.restore(family, seen, remark);
        };
        switch (outcome) {
            case WithdrawOutcome.Done() ->
                page.redraw(new Notice(Notice.Kind.SUCCESS, text(offer.translationKey() + ".done")));
            case WithdrawOutcome.Refused(var problems) -> panel.refuse(problems);
            case WithdrawOutcome.Elsewhere() -> page.redraw(new Notice(Notice.Kind.WARNING, text("editing.base.late")));
        }
    }
}
