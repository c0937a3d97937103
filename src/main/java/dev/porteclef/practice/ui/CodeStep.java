package dev.porteclef.practice.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/// The second factor: six digits, which this exchange shows beside the field, as a real one never does.
final class CodeStep extends Composite<Div> {

    /// @param code the digits to show
    /// @param wrong whether other digits were typed before
    CodeStep(String code, boolean wrong, Consumer<String> confirmed, Runnable back) {
        var shown = new Span(code.substring(0, 3) + " " + code.substring(3));
        shown.addClassName("practice-code");
        shown.getElement().setAttribute("translate", "no");
        var notice = new Div(new Span(getTranslation("practice.code.shown")), shown);
        notice.addClassName("practice-hand-out");
        var real = new Paragraph(getTranslation("practice.code.real"));
        real.addClassName("muted");

        var field = new TextField(getTranslation("practice.code.field"));
        field.setMaxLength(7);
        field.setAutocomplete(Autocomplete.OFF);
        field.setManualValidation(true);
        field.getElement().setAttribute("inputmode", "numeric");
        if (wrong) {
            field.setErrorMessage(getTranslation("practice.refused.code"));
            field.setInvalid(true);
        }

        var confirm = new Button(getTranslation("practice.code.confirm"), click -> confirmed.accept(field.getValue()));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        field.addKeyPressListener(Key.ENTER, press -> confirmed.accept(field.getValue()));
        var actions = new Div(confirm, new Button(getTranslation("practice.back"), click -> back.run()));
        actions.addClassNames("cluster", "actions");

        var heading = new StepHeading(getTranslation("practice.code.heading"));
        getContent().addClassNames("form-card", "practice-dialog");
        getContent().add(heading, notice, real, field, actions);
        if (wrong) {
            field.focus();
        } else {
            heading.focus();
        }
    }
}
