package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.porteclef.console.LookOutcome;
import dev.porteclef.console.Looks;
import dev.porteclef.console.Unsent;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;

/// Asks why, before an agent looks at a key as its owner does.
final class LookDialog extends Dialog {

    private final Component page;
    private final TextField reason = new TextField();
    private final UnsentText unsent;

    /// @param page whose locale the texts take
    LookDialog(Component page, Language language, Looks looks, KeyId key, Unsent unsent) {
        this.page = page;
        this.unsent = new UnsentText(unsent, Unsent.place("look", key));
        addClassName("console-dialog");
        setHeaderTitle(text("console.as"));
        reason.setId("look-reason");
        reason.setLabel(text("console.as.why"));
        reason.setHelperText(text("console.as.why.hint"));
        reason.setMaxLength(Looks.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setWidthFull();
        reason.setAutofocus(true);
        reason.addValueChangeListener(_ -> reason.setInvalid(false));
        this.unsent.follow(reason);
        var begin = new Button(text("console.as.begin"), _ -> begin(language, looks, key));
        begin.setId("look-begin");
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        begin.addClickShortcut(Key.ENTER).listenOn(reason);
        var cancel = new Button(text("key.dialog.cancel"), _ -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(new Paragraph(text("console.as.text")), reason);
        getFooter().add(cancel, begin);
    }

    private void begin(Language language, Looks looks, KeyId key) {
        switch (looks.begin(key, reason.getValue())) {
            case LookOutcome.Begun(var look) -> {
                unsent.forget();
                close();
                UI.getCurrentOrThrow()
                        .navigate(Addresses.consoleLook(language, look.id().toString(), key.toString()));
            }
            case LookOutcome.NoReason() -> refuse("console.as.why.empty");
            case LookOutcome.HoldsSecret() -> refuse("console.note.secret");
            case LookOutcome.NoSuchKey() -> refuse("console.file.gone");
        }
    }

    private void refuse(String why) {
        reason.setErrorMessage(text(why));
        reason.setInvalid(true);
        reason.focus();
    }

    private String text(String key) {
        return page.getTranslation(key);
    }
}
