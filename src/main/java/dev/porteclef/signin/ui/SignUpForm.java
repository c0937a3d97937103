package dev.porteclef.signin.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.porteclef.account.PasswordRules;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import java.util.Map;

/// E-mail and password of a new account. The password is taken out of its field before it is used, so that it does
/// not stay in the server's memory with the page; what else was typed stays.
final class SignUpForm extends Composite<Div> {

    /// Receives what was submitted; `password` is wiped afterwards.
    interface Submission {
        void submit(SignUpForm form, String email, Secret password);
    }

    /// Keeps the place of one line: the button below must not move away from under a finger.
    private static final String STRENGTH = "place-kept";

    private final PasswordRules rules;
    private final Language language;
    private final Submission submission;
    private final Div refusal = new Div();
    private final EmailField email = new EmailField();
    private final PasswordField password = new PasswordField();
    private final Span strength = new Span();

    SignUpForm(PasswordRules rules, Language language, String typedEmail, Submission submission) {
        this.rules = rules;
        this.language = language;
        this.submission = submission;

        refusal.getElement().setAttribute("role", "alert");
        email.setId("sign-up-email");
        email.setLabel(text("signin.email"));
        email.setAutocomplete(Autocomplete.USERNAME);
        email.setRequiredIndicatorVisible(true);
        // The service decides what an address is, and the message is ours.
        email.setManualValidation(true);
        email.setValue(typedEmail);
        email.setAutofocus(true);
        email.addValueChangeListener(_ -> email.setInvalid(false));

        password.setId("sign-up-password");
        password.setLabel(text("signin.password"));
        password.setHelperText(text("signin.sign-up.rule", PasswordRules.SHORTEST));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.getElement().setPropertyMap("i18n", Map.of("reveal", text("signin.password.reveal")));
        password.setRequiredIndicatorVisible(true);
        password.setManualValidation(true);
        password.setValueChangeMode(ValueChangeMode.LAZY);
        password.addValueChangeListener(change -> judge(change.getValue()));

        strength.setId("sign-up-strength");
        strength.setClassName(STRENGTH);
        strength.getElement().setAttribute("role", "status");
        var submit = new Button(text("signin.sign-up.submit"), _ -> submit());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        submit.setDisableOnClick(true);
        submit.addClickListener(_ -> submit.setEnabled(true));
        var actions = new Div(submit);
        actions.addClassName("form-actions");

        getContent().addClassName("form-card");
        var choice = new Div(password, strength);
        choice.addClassNames("stack", "tight");
        refusal.setVisible(false);
        getContent().add(refusal, email, choice, actions);
    }

    void refuse(String sentence) {
        refusal.setVisible(true);
        refusal.add(new Notice(Notice.Kind.DANGER, sentence));
    }

    void refuseEmail(String sentence) {
        email.setErrorMessage(sentence);
        email.setInvalid(true);
        email.focus();
    }

    void refusePassword(String sentence) {
        password.setErrorMessage(sentence);
        password.setInvalid(true);
        password.focus();
    }

    private void submit() {
        refusal.removeAll();
        refusal.setVisible(false);
        email.setInvalid(false);
        password.setInvalid(false);
        try (var typed = Secret.of(password.getValue())) {
            password.clear();
            submission.submit(this, email.getValue(), typed);
        }
    }

    private void judge(String typed) {
        strength.removeAll();
        strength.setClassName(STRENGTH);
        if (typed.isEmpty()) {
            return;
        }
        password.setInvalid(false);
        var fault = rules.fault(typed, email.getValue());
        var good = fault.isEmpty();
        strength.addClassNames("badge", good ? "state-green" : "state-amber");
        strength.add((good ? Glyph.CHECK : Glyph.WARNING).draw());
        strength.add(fault.map(reason -> text(reason.translationKey()))
                .orElseGet(() -> text("signin.sign-up.good-password")));
    }

    private String text(String key, Object... arguments) {
        return getTranslation(language.locale(), key, arguments);
    }
}
