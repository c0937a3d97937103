package dev.porteclef.editing.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import dev.porteclef.editing.Publishing;
import dev.porteclef.editing.Withdrawals.Offer;
import dev.porteclef.help.ArticleId;
import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Notice;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where what was published is taken from readers, or given back to them: what would come of it, why, and a question
/// before it is done.
final class WithdrawPanel extends Composite<Section> {

    private final Language language;
    private final Host host;
    private final H2 heading = new H2();
    private final Div answer = new Div();
    private final Paragraph what = new Paragraph();
    private final TextField remark = new TextField();
    private final Button act = new Button();
    private @Nullable Offer offer;

    /// Who does what an editor wants.
    @FunctionalInterface
    interface Host {

        void act(Offer offer, String remark);
    }

    /// @param language of the page
    WithdrawPanel(Language language, Host host) {
        this.language = language;
        this.host = host;
        heading.setId("withdrawing");
        remark.setLabel(getTranslation("editing.publish.remark"));
        remark.setHelperText(getTranslation("editing.publish.remark.hint"));
        remark.setMaxLength(Publishing.MAX_REMARK);
        remark.setWidthFull();
        remark.setId("withdraw-remark");
        act.setId("withdraw");
        act.addClickListener(_ -> ask());
        getContent().addClassNames("card", "stack");
        getContent().getElement().setAttribute("aria-labelledby", "withdrawing");
        getContent().add(heading, answer, what, remark, new Div(act));
    }

    /// Offers what there is to do; shows nothing where that is nothing.
    void offer(Optional<Offer> now) {
        setVisible(now.isPresent());
        if (now.equals(Optional.ofNullable(offer))) {
            return;
        }
        offer = now.orElse(null);
        answer.removeAll();
        now.ifPresent(one -> {
            heading.setText(getTranslation(one.translationKey()));
            what.setText(getTranslation(one.translationKey() + ".text"));
            act.setText(getTranslation(one.translationKey() + ".act"));
        });
    }

    /// Says what stands against it, with a way to each article that it is about.
    void refuse(Map<ArticleId, List<ContentProblem>> problems) {
        var list = new UnorderedList();
        problems.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(ArticleId::family).thenComparing(ArticleId::language)))
                .forEach(one -> one.getValue().forEach(problem -> list.add(line(one.getKey(), problem))));
        answer.removeAll();
        var title = getTranslation(Objects.requireNonNull(offer).translationKey() + ".refused");
        answer.add(new Notice(Notice.Kind.DANGER, title, list).announced());
    }

    private ListItem line(ArticleId id, ContentProblem problem) {
        var link = new Anchor(Addresses.editing(language, id.family()), id.toString());
        return new ListItem(link, new Span(" "), ProblemList.where(problem), new Span(" "), ProblemList.what(problem));
    }

    private void ask() {
        var wanted = Objects.requireNonNull(offer);
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation(wanted.translationKey() + ".ask"));
        dialog.setText(getTranslation(wanted.translationKey() + ".text"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("editing.cancel"));
        dialog.setConfirmText(getTranslation(wanted.translationKey() + ".act"));
        dialog.addConfirmListener(_ -> host.act(wanted, remark.getValue()));
        dialog.open();
    }
}
