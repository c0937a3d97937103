package dev.porteclef.practice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.secret.SecretAccess;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.CopyButton;
import dev.porteclef.practice.PracticeKeyOutcome.Created;

/// Key and secret, readable until the panel leaves the page; then nothing of the portal can show them again.
final class NewKeyPanel extends Composite<Div> {

    /// Takes over the secret of `created` and wipes it.
    ///
    /// @param done called when the reader has copied both
    NewKeyPanel(Created created, Language language, Exchange exchange, Runnable done) {
        var once = new Paragraph(getTranslation("practice.new.once"));
        once.addClassName("practice-once");

        var use = new Anchor(
                Addresses.connect(language, exchange.id().value()) + "&kind=practice",
                getTranslation("practice.new.use"));
        use.addClassNames("action", "action-primary");
        // A clipboard holds one text at a time: this page must stay open for the second one.
        use.setTarget(AnchorTarget.BLANK);
        var actions = new Div(use, new Button(getTranslation("practice.new.done"), click -> done.run()));
        actions.addClassNames("cluster", "actions");

        getContent().addClassNames("form-card", "practice-dialog", "practice-new-key");
        getContent().add(new StepHeading(getTranslation("practice.new.heading")).focused(), once);
        try (var secret = created.secret()) {
            getContent()
                    .add(
                            value("practice.new.key", created.apiKey()),
                            value("practice.new.secret", secret.reveal(SecretAccess.granted())));
        }
        getContent().add(new Paragraph(getTranslation("practice.new.paste")), actions);
        addDetachListener(detached -> getContent().removeAll());
    }

    private Component value(String name, String text) {
        var label = new Span(getTranslation(name));
        label.addClassName("practice-value-name");
        var code = new Code(text);
        code.addClassName("practice-value");
        code.getElement().setAttribute("translate", "no");
        var row = new Div(label, code, new CopyButton(text, getTranslation(name)));
        row.addClassName("practice-value-row");
        return row;
    }
}
