package dev.porteclef.platform.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;

/// Copies a text to the reader's clipboard and says so on the button itself, aloud for screen readers too.
public final class CopyButton extends Composite<Button> {

    /// @param what the name of what is copied, already in the page's language, for the accessible name
    public CopyButton(String text, String what) {
        var button = getContent();
        button.addClassName("copy-button");
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setIcon(Glyph.COPY.draw());
        button.setText(getTranslation("ui.copy"));
        button.setAriaLabel(getTranslation("ui.copy.what", what));
        button.getElement().setAttribute("aria-live", "polite");
        Clipboard.onClick(button).writeText(text, written -> copied(), error -> failed());
    }

    private void copied() {
        getContent().setIcon(Glyph.CHECK.draw());
        getContent().setText(getTranslation("ui.copied"));
        getContent().setAriaLabel(getTranslation("ui.copied"));
    }

    private void failed() {
        getContent().setText(getTranslation("ui.copy.failed"));
        getContent().setAriaLabel(getTranslation("ui.copy.failed"));
    }
}
