package dev.porteclef.key.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import dev.porteclef.exchange.CredentialField;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.verification.CredentialFormat;
import dev.porteclef.verification.FormatFinding;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields of an exchange's credentials, as many as its content names. Nothing in them is translated by the browser,
/// filled in or corrected; what copying added around a value is removed, and said.
final class CredentialFields extends Composite<Div> {

    private static final int MAX_LINE = 500;
    private static final int MAX_PEM = 10_000;

    private final Exchange exchange;
    private final Map<String, TextFieldBase<?, String>> fields = new LinkedHashMap<>();

    CredentialFields(Exchange exchange, Language language) {
        this.exchange = exchange;
        getContent().addClassNames("stack");
        for (var field : exchange.credentials()) {
            var input = input(field);
            input.setLabel(field.label().in(language));
            input.setHelperText(field.hint().in(language));
            input.addClassName("credential-field");
            input.addValueChangeListener(change -> clean(field, input, change));
            fields.put(field.name(), input);
            getContent().add((Component) input);
        }
    }

    /// What is typed, as secrets; the caller closes them. The fields keep their values until [#clear()].
    Credentials read() {
        var secrets = new HashMap<String, Secret>();
        fields.forEach((name, input) -> secrets.put(name, Secret.of(input.getValue())));
        return new Credentials(secrets);
    }

    /// What is typed, as secrets that the caller closes, with the fields emptied; or nothing where a field cannot be
    /// what it should be, which it then says.
    Optional<Credentials> take() {
        var credentials = read();
        var findings = CredentialFormat.examine(exchange, credentials);
        if (findings.stream().anyMatch(FormatFinding::blocks)) {
            credentials.close();
            show(findings);
            return Optional.empty();
        }
        clear();
        return Optional.of(credentials);
    }

    /// Empties every field, also on the server, where a value would otherwise stay as long as the page.
    void clear() {
        fields.values().forEach(input -> {
            input.clear();
            input.setInvalid(false);
        });
    }

    /// Shows what is wrong with the fields and puts the cursor into the first of them.
    void show(List<FormatFinding> findings) {
        for (var finding : findings) {
            var input = fields.get(finding.field());
            if (finding.blocks() && input != null) {
                input.setErrorMessage(getTranslation(finding.kind().translationKey()));
                input.setInvalid(true);
            }
        }
        findings.stream()
                .filter(FormatFinding::blocks)
                .findFirst()
                .map(finding -> fields.get(finding.field()))
                .ifPresent(Focusable::focus);
    }

    /// Puts the cursor into the first field.
    void focus() {
        fields.values().stream().findFirst().ifPresent(Focusable::focus);
    }

    void setEnabled(boolean enabled) {
        fields.values().forEach(input -> input.setEnabled(enabled));
    }

    /// Takes over what is typed into the fields of `other`, when the page is drawn anew in another language.
    void takeFrom(CredentialFields other) {
        other.fields.forEach((name, input) -> {
            var mine = fields.get(name);
            if (mine != null) {
                mine.setValue(input.getValue());
            }
        });
    }

    private void clean(
            CredentialField field,
            TextFieldBase<?, String> input,
            AbstractField.ComponentValueChangeEvent<?, String> change) {
        input.setInvalid(false);
        if (field.kind() == CredentialField.Kind.PASSPHRASE
                || !((HasValue.ValueChangeEvent<String>) change).isFromClient()) {
            return;
        }
        var pasted = PastedText.clean(change.getValue());
        if (pasted.changed()) {
            input.setValue(pasted.text());
            input.setHelperText(getTranslation("key.connect.cleaned"));
        }
    }

    private TextFieldBase<?, String> input(CredentialField field) {
        TextFieldBase<?, String> input = switch (field.kind()) {
            case KEY -> {
                var text = new TextField();
                text.setMaxLength(MAX_LINE);
                text.setAutocomplete(Autocomplete.OFF);
                yield text;
            }
            case SECRET, PASSPHRASE -> {
                var password = new PasswordField();
                password.setMaxLength(MAX_LINE);
                password.setAutocomplete(Autocomplete.NEW_PASSWORD);
                password.getElement().setPropertyMap("i18n", Map.of("reveal", getTranslation("key.connect.reveal")));
                yield password;
            }
            case PEM -> {
                var area = new TextArea();
                area.setMaxLength(MAX_PEM);
                area.setAutocomplete(Autocomplete.OFF);
                yield area;
            }
        };
        input.setAutocapitalize(Autocapitalize.NONE);
        input.setAutocorrect(false);
        input.setWidthFull();
        input.setRequiredIndicatorVisible(true);
        input.setId("credential-" + field.name());
        input.getElement().setAttribute("translate", "no");
        input.getElement().setAttribute("spellcheck", "false");
        // The common password managers' own words for "leave this alone".
        input.getElement().setAttribute("data-1p-ignore", true);
        input.getElement().setAttribute("data-lpignore", "true");
        input.getElement().setAttribute("data-bwignore", true);
        return input;
    }
}
