package dev.porteclef.practice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.porteclef.platform.security.Role;
import dev.porteclef.practice.Mishap;
import dev.porteclef.practice.Mishaps;
import dev.porteclef.practice.PracticeFixture;
import dev.porteclef.practice.PracticeKeyDraft;
import dev.porteclef.practice.PracticeKeyId;
import dev.porteclef.practice.PracticeKeyOutcome.Created;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.testing.ViewTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/// The switches for what goes wrong, on the page of the practice exchange.
class MishapsViewTest extends ViewTest {

    @Autowired
    private PracticeKeys keys;

    @Autowired
    private Mishaps mishaps;

    private PracticeKeyId key;

    @BeforeEach
    void open_with_one_key() {
        PracticeFixture.signIn(Role.CUSTOMER);
        var made = (Created)
                keys.create(new PracticeKeyDraft("night bot", Set.of("wallets.read"), null, true, keys.code()));
        made.secret().close();
        key = made.id();
        navigate("en/practice/bitfinex", PracticeKeysView.class);
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void nothing_is_on_at_first_and_every_mishap_is_offered() {
        assertThat(banner()).isEmpty();
        assertThat(choice("Mishap of night bot").getListDataView().getItems()).containsExactly(Mishap.values());
        assertThat(choice("Mishap of the whole exchange").getListDataView().getItems())
                .containsExactlyElementsOf(Mishap.ofTheExchange());
    }

    @Test
    void a_mishap_is_switched_on_explained_shown_above_and_switched_off() {
        choice("Mishap of night bot").setValue(Mishap.IP_NOT_LISTED);
        assertThat(mishaps.own().of(key)).isEqualTo(Mishap.IP_NOT_LISTED);
        assertThat(paragraphs())
                .anyMatch(text -> text.contains("What the real exchange answers here is not known"))
                .contains("IP address not listed: switched on.");
        assertThat(banner()).singleElement().asString().matches("night bot, ends in ....: IP address not listed");
        choice("Mishap of night bot").setValue(null);
        assertThat(mishaps.own().none()).isTrue();
        assertThat(banner()).isEmpty();
    }

    @Test
    void a_confirmation_waits_for_its_button() {
        assertThat(find(Button.class).withText("Confirm now").all()).noneMatch(Button::isVisible);
        choice("Mishap of night bot").setValue(Mishap.CONFIRMATION_PENDING);
        click("Confirm now");
        assertThat(mishaps.own().none()).isTrue();
        assertThat(paragraphs()).contains("Confirmed: the key works now.");
    }

    @Test
    void one_button_ends_everything() {
        choice("Mishap of night bot").setValue(Mishap.NONCE_RACE);
        choice("Mishap of the whole exchange").setValue(Mishap.MAINTENANCE);
        assertThat(banner()).containsExactlyInAnyOrder("the whole exchange: Maintenance", banner().getLast());
        click("Switch everything off");
        assertThat(mishaps.own().none()).isTrue();
        assertThat(banner()).isEmpty();
        assertThat(choice("Mishap of night bot").getValue()).isNull();
        assertThat(paragraphs()).contains("Everything is switched off: keys and exchange work as they should.");
    }

    @Test
    void what_is_on_is_still_on_when_the_page_is_entered_again() {
        choice("Mishap of the whole exchange").setValue(Mishap.SLOW_BODY);
        navigate("fr/practice/bitfinex", PracticeKeysView.class);
        assertThat(choice("Incident pour tout l'exchange").getValue()).isEqualTo(Mishap.SLOW_BODY);
        assertThat(banner()).containsExactly("tout l'exchange\u00a0: Lent dans la réponse");
    }

    @SuppressWarnings("unchecked")
    private Select<Mishap> choice(String label) {
        return find(Select.class)
                .withCondition(select -> label.equals(select.getLabel()))
                .single();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private List<String> banner() {
        return find(ListItem.class).all().stream()
                .filter(item -> item.getParent()
                        .filter(list -> list.getElement().getClassList().contains("mishap-list"))
                        .isPresent())
                .map(HasText::getText)
                .toList();
    }

    private List<String> paragraphs() {
        return find(Paragraph.class).all().stream().map(HasText::getText).toList();
    }
}
