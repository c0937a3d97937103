package dev.porteclef.practice.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/// The link in the e-mail: no mail is sent, a button stands for it.
final class MailStep extends Composite<Div> {

    MailStep(Runnable opened, Runnable back) {
        var real = new Paragraph(getTranslation("practice.mail.real"));
        real.addClassName("muted");
        var open = new Button(getTranslation("practice.mail.open"), click -> opened.run());
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        open.setDisableOnClick(true);
        var actions = new Div(open, new Button(getTranslation("practice.back"), click -> back.run()));
        actions.addClassNames("cluster", "actions");
        getContent().addClassNames("form-card", "practice-dialog");
        getContent()
                .add(
                        new StepHeading(getTranslation("practice.mail.heading")).focused(),
                        new Paragraph(getTranslation("practice.mail.text")),
                        real,
                        actions);
    }
}
