package dev.porteclef.console.ui;

import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.porteclef.console.Unsent;
import java.util.Objects;

/// Keeps what is typed into one field until it is sent.
///
/// @param place of the field among all of the console
record UnsentText(Unsent unsent, String place) {

    /// Puts back what was typed before, and keeps what is typed from here on; the field says so where it cannot.
    <F extends TextFieldBase<?, String> & HasValidationProperties> UnsentText follow(F field) {
        unsent.find(place).ifPresent(field::setValue);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> {
            if (unsent.keep(place, Objects.requireNonNullElse(change.getValue(), ""))) {
                field.setErrorMessage(field.getTranslation("console.note.secret"));
                field.setInvalid(true);
            }
        });
        return this;
    }

    /// It is sent, or not wanted any more.
    void forget() {
        unsent.keep(place, "");
    }
}
