package dev.porteclef.key.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.KeyDraft;
import dev.porteclef.verification.CredentialFormat;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks for another name. What cannot be a name, or could not be kept, stays in the field, which says why.
final class RenameDialog extends Dialog {

    private final TextField field = new TextField();
    private final KeyWords words;
    private final Exchange exchange;
    private final Consumer<String> chosen;

    /// @param chosen gets a label that a key can have; the dialog stays open where it throws
    RenameDialog(ExchangeKey key, KeyWords words, Exchange exchange, Consumer<String> chosen) {
        this.words = words;
        this.exchange = exchange;
        this.chosen = chosen;
        addClassName("key-dialog");
        setHeaderTitle(words.text("key.rename.title", key.label()));
        field.setLabel(words.text("key.connect.label"));
        field.setHelperText(words.text("key.rename.hint"));
        field.setValue(key.label());
        field.setAutocomplete(Autocomplete.OFF);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.setAutofocus(true);
        field.setAutoselect(true);
        field.setId("key-new-label");
        field.addValueChangeListener(_ -> field.setInvalid(false));
        field.addKeyPressListener(Key.ENTER, _ -> save());
        add(field);
        var save = new Button(words.text("key.rename.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var cancel = new Button(words.text("key.dialog.cancel"), _ -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, save);
    }

    private void save() {
        var label = field.getValue().strip();
        var fault = fault(label);
        if (fault.isPresent()) {
            fail(fault.get());
            return;
        }
        try {
            chosen.accept(label);
        } catch (RuntimeException e) {
            // What was typed is not lost by a refused save.
            fail(words.text("key.dialog.failed"));
            throw e;
        }
        close();
    }

    private void fail(String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }

    private Optional<String> fault(String label) {
        if (label.isEmpty()) {
            return Optional.of(words.text("key.connect.label.missing"));
        }
        if (label.length() > KeyDraft.MAX_LABEL) {
            return Optional.of(words.text("key.rename.long", KeyDraft.MAX_LABEL, label.length()));
        }
        return CredentialFormat.looksLikeCredential(exchange, label)
                ? Optional.of(words.text("key.connect.label.secret"))
                : Optional.empty();
    }
}
