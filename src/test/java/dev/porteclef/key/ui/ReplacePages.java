package dev.porteclef.key.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.i18n.Language;

/// What a customer does on the page that replaces a key.
abstract class ReplacePages extends PracticedPages {

    final void open(ExchangeKey key) {
        open(ReplaceView.address(Language.ENGLISH, key.id()));
        assertThat(getCurrentView()).isInstanceOf(ReplaceView.class);
    }

    /// Opens the page and replaces the key by a new one with all boxes of a spot bot.
    final void replace(ExchangeKey old) {
        open(old);
        var fresh = pair();
        paste(fresh.key(), fresh.secret());
        click("Check and replace");
    }

    final TextField name() {
        return find(TextField.class).withId("key-label").single();
    }

    final String secretFields() {
        return find(TextField.class).withId("credential-apiKey").single().getValue()
                + find(PasswordField.class)
                        .withId("credential-apiSecret")
                        .single()
                        .getValue();
    }
}
