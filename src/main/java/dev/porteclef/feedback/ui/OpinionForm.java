package dev.porteclef.feedback.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.VaadinRequest;
import dev.porteclef.feedback.Opinion;
import dev.porteclef.feedback.Opinion.Reason;
import dev.porteclef.feedback.Opinions;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.ui.ArticlePart.Shown;
import dev.porteclef.platform.ui.TypingBegins;
import org.jspecify.annotations.Nullable;

/// *Did this help?*: one click says yes, another asks why not, with nothing that must be filled in.
final class OpinionForm extends Composite<Section> {

    private final transient Texts texts;
    private final transient Opinions opinions;
    private final transient Shown shown;
    private final Div body = new Div();
    private final Paragraph status = new Paragraph();

    OpinionForm(Texts texts, Opinions opinions, Shown shown) {
        this.texts = texts;
        this.opinions = opinions;
        this.shown = shown;
        var heading = new H2(text("feedback.question"));
        heading.setId("helpful");
        body.addClassName("opinion-body");
        status.addClassName("opinion-status");
        status.getElement().setAttribute("role", "status");
        getContent().addClassNames("opinion", "needs-scripts");
        getContent().getElement().setAttribute("aria-labelledby", "helpful");
        getContent().add(heading, body, status);
        ask();
    }

    private void ask() {
        // Native ones, since they stand in the first HTML, which must not move when the scripts come.
        var yes = new NativeButton(text("feedback.yes"), click -> give(true, null, ""));
        var no = new NativeButton(text("feedback.no"), click -> askWhy());
        yes.addClassNames("action", "action-plain");
        no.addClassNames("action", "action-plain");
        body.add(yes, no);
    }

    private void askWhy() {
        var reasons = new RadioButtonGroup<Reason>(text("feedback.why"));
        reasons.setItems(Reason.values());
        reasons.setItemLabelGenerator(reason -> text(reason.translationKey()));
        reasons.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        var comment = new TextArea(text("feedback.comment"));
        comment.setMaxLength(Opinion.MAX_COMMENT);
        comment.setHelperText(text("feedback.comment.help"));
        comment.setWidthFull();
        var send = new Button(text("feedback.send"), click -> give(false, reasons.getValue(), comment.getValue()));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        body.removeAll();
        body.addClassName("opinion-why");
        body.add(reasons, comment, send);
        reasons.getElement().callJsFunction("focus");
        getUI().ifPresent(TypingBegins::on);
    }

    private void give(boolean helpful, @Nullable Reason reason, String comment) {
        var kept = comment.length() > Opinion.MAX_COMMENT ? comment.substring(0, Opinion.MAX_COMMENT) : comment;
        var opinion = new Opinion(shown.family(), shown.language(), helpful, reason, kept);
        var from = ClientAddress.of(VaadinRequest.getCurrent().getRemoteAddr());
        switch (opinions.give(opinion, from)) {
            case HOLDS_SECRET -> status.setText(text("feedback.secret"));
            case KEPT, TOO_MANY -> {
                // Whoever sends a hundred need not know that we stopped counting.
                body.removeAll();
                status.setText(text(helpful ? "feedback.thanks.yes" : "feedback.thanks.no"));
                status.getElement().setAttribute("tabindex", "-1").callJsFunction("focus");
            }
        }
    }

    private String text(String key) {
        return texts.get(shown.language(), key);
    }
}
