package dev.porteclef.practice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.porteclef.platform.security.Role;
import dev.porteclef.practice.PracticeFixture;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.testing.ViewTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

class PracticeKeysViewTest extends ViewTest {

    @Autowired
    private PracticeKeys keys;

    @BeforeEach
    void open_as_a_customer_without_keys() {
        PracticeFixture.signIn(Role.CUSTOMER);
        navigate("en/practice/bitfinex", PracticeKeysView.class);
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void leads_from_boxes_to_a_key_that_is_shown() {
        field("Label").setValue("night bot");
        box("orders.write").setValue(true);
        box("wallets.read").setValue(true);
        click("Continue");
        field("Six digits").setValue(shownCode());
        click("Confirm");
        click("Open the link");

        assertThat(find(Code.class).all())
                .extracting(HasText::getText)
                .satisfiesExactly(
                        key -> assertThat(key).matches("practice_[A-Za-z0-9_-]{34}"),
                        secret -> assertThat(secret).matches("[A-Za-z0-9_-]{43}"));
        assertThat(find(Anchor.class)
                        .withText("Open the form in a new tab")
                        .single()
                        .getHref())
                .isEqualTo("en/keys/new?exchange=bitfinex&kind=practice");
        assertThat(keys.own()).singleElement().satisfies(made -> {
            assertThat(made.label()).isEqualTo("night bot");
            assertThat(made.boxes()).containsExactlyInAnyOrder("orders.write", "wallets.read");
            assertThat(made.addresses()).isEmpty();
        });
        assertThat(find(H3.class).single().getText()).isEqualTo("night bot");
    }

    @Test
    void ticks_nothing_by_itself() {
        assertThat(find(Checkbox.class)
                        .withCondition(box -> box.getId().orElse("").startsWith("practice-"))
                        .all())
                .hasSizeGreaterThan(10)
                .noneMatch(Checkbox::getValue);
    }

    @Test
    void shows_a_new_key_no_more_once_the_page_is_entered_again() {
        makeKey();
        assertThat(find(Code.class).all()).hasSize(2);
        navigate("fr/practice/bitfinex", PracticeKeysView.class);
        assertThat(find(Code.class).all()).isEmpty();
        assertThat(keys.own()).hasSize(1);
    }

    @Test
    void forgets_a_key_that_the_reader_has_copied() {
        makeKey();
        click("I have both");
        assertThat(find(Code.class).all()).isEmpty();
        assertThat(field("Label").getValue()).isEmpty();
    }

    @Test
    void keeps_what_was_filled_in_when_the_language_changes() {
        field("Label").setValue("night bot");
        box("orders.read").setValue(true);
        anyAddress("Allow access from any IP").setValue(false);
        field("Only from these addresses").setValue("10.0.0.1");
        navigate("fr/practice/bitfinex", PracticeKeysView.class);
        assertThat(find(H1.class).single().getText()).startsWith("Exchange d'entraînement");
        assertThat(field("Nom de la clé").getValue()).isEqualTo("night bot");
        assertThat(box("orders.read").getValue()).isTrue();
        assertThat(field("Seulement depuis ces adresses").getValue()).isEqualTo("10.0.0.1");
    }

    @Test
    void asks_again_after_a_wrong_code() {
        field("Label").setValue("bot");
        click("Continue");
        var right = shownCode();
        field("Six digits").setValue(right.equals("000 000") ? "111111" : "000000");
        click("Confirm");
        assertThat(field("Six digits").isInvalid()).isTrue();
        assertThat(keys.own()).isEmpty();
    }

    @Test
    void goes_back_to_the_form_as_it_was() {
        field("Label").setValue("bot");
        box("orders.read").setValue(true);
        click("Continue");
        click("Back");
        assertThat(field("Label").getValue()).isEqualTo("bot");
        assertThat(box("orders.read").getValue()).isTrue();
    }

    @Test
    void says_at_the_field_what_is_wrong() {
        click("Continue");
        assertThat(field("Label").isInvalid()).isTrue();

        field("Label").setValue("bot");
        anyAddress("Allow access from any IP").setValue(false);
        field("Only from these addresses").setValue("10.0.0.0/8");
        click("Continue");
        assertThat(field("Label").isInvalid()).isFalse();
        assertThat(field("Only from these addresses").getErrorMessage()).startsWith("\"10.0.0.0/8\" is not");
    }

    @Test
    void deletes_a_key_when_that_is_confirmed() {
        makeKey();
        click("Delete");
        assertThat(keys.own()).hasSize(1);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(keys.own()).isEmpty();
        assertThat(find(H3.class).all()).isEmpty();
    }

    private void makeKey() {
        field("Label").setValue("bot");
        click("Continue");
        field("Six digits").setValue(shownCode());
        click("Confirm");
        click("Open the link");
    }

    private String shownCode() {
        return find(Span.class).withClassName("practice-code").single().getText();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private TextField field(String label) {
        return find(TextField.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }

    private Checkbox anyAddress(String label) {
        return find(Checkbox.class)
                .withCondition(box -> label.equals(box.getLabel()))
                .single();
    }

    private Checkbox box(String id) {
        return find(Checkbox.class).withId("practice-" + id.replace('.', '-')).single();
    }
}
