package dev.porteclef.key.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.Location;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.security.Role;
import dev.porteclef.practice.PracticeFixture;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.testing.ViewTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/// The pages of a new customer's own keys, each key made at the practice exchange.
abstract class OwnKeysViewTest extends ViewTest {

    @Autowired
    ExchangeKeys keys;

    @Autowired
    KeyUpkeep upkeep;

    @Autowired
    PracticeKeys practice;

    @Autowired
    Texts texts;

    @Autowired
    Jdbi jdbi;

    PracticedKeys made;

    @BeforeEach
    void sign_in() {
        PracticeFixture.signIn(Role.CUSTOMER);
        made = new PracticedKeys(keys, practice);
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    /// Opens the list.
    void open(String address) {
        var location = new Location(address);
        UI.getCurrentOrThrow().navigate(location.getPath(), location.getQueryParameters());
        assertThat(getCurrentView()).isInstanceOf(KeysView.class);
    }

    /// What the page says, from top to bottom.
    String page() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    KeyCard card(String label) {
        return find(KeyCard.class)
                .withCondition(card -> find(H3.class, card)
                        .single()
                        .getElement()
                        .getTextRecursively()
                        .equals(label))
                .single();
    }

    /// What the card of a key says.
    String said(String label) {
        return card(label).getElement().getTextRecursively();
    }

    /// By the words on the button.
    void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    /// By the name that a button has for a screen reader.
    void clickNamed(String name) {
        test(find(Button.class)
                        .withCondition(button ->
                                button.getAriaLabel().filter(name::equals).isPresent())
                        .single())
                .click();
    }

    String text(Language language, String key, Object... arguments) {
        return texts.get(language, key, arguments);
    }
}
