package dev.porteclef.key.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import dev.porteclef.key.Life;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Notice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is done to keys from the list.
class KeyDeedsTest extends OwnKeysViewTest {

    @Test
    void a_check_from_the_list_ends_in_place() {
        var key = made.connected("Spot bot");
        open("en/keys");
        clickNamed("Check again: Spot bot");
        await().pollInSameThread().until(() -> {
            roundTrip();
            return !find(Notice.class).all().isEmpty();
        });
        assertThat(said("Spot bot")).contains("Checked on").contains(": Accepted");
        assertThat(upkeep.history(key.id())).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_name_that_cannot_be_one_stays_and_is_told_why(Language language) {
        made.connected("Spot bot");
        open(language.tag() + "/keys");
        clickNamed(text(language, "key.action.of", text(language, "key.action.rename"), "Spot bot"));
        var field = find(TextField.class).withId("key-new-label").single();
        assertThat(field.getValue()).isEqualTo("Spot bot");

        for (var wrong : List.of(" ", "x".repeat(61), "sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI")) {
            field.setValue(wrong);
            save(language);
            assertThat(field.isInvalid()).as(wrong).isTrue();
            assertThat(field.getValue()).isEqualTo(wrong);
        }
        field.setValue("x".repeat(61));
        save(language);
        assertThat(field.getErrorMessage())
                .isEqualTo(
                        language == Language.FRENCH
                                ? "60 caractères au plus, celui-ci en a 61"
                                : "At most 60 characters, this has 61");
        assertThat(keys.own().getFirst().label()).isEqualTo("Spot bot");

        field.setValue(" Night bot ");
        save(language);
        assertThat(keys.own().getFirst().label()).isEqualTo("Night bot");
        assertThat(said("Night bot")).contains(text(language, "key.done.renamed", "Night bot"));
    }

    @Test
    void a_pause_moves_the_key_and_can_be_undone() {
        made.connected("Spot bot");
        open("en/keys");
        clickNamed("Pause: Spot bot");
        assertThat(keys.own().getFirst().life()).isEqualTo(Life.PAUSED);
        assertThat(find(H2.class).single().getText()).isEqualTo("Paused (1)");
        test(find(Button.class).withText("Undo").single()).click();
        assertThat(keys.own().getFirst().life()).isEqualTo(Life.ACTIVE);
        assertThat(said("Spot bot")).contains("is in use again");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_deletion_names_the_key_and_what_remains(Language language) {
        made.connected("Spot bot");
        open(language.tag() + "/keys");
        clickNamed(text(language, "key.action.of", text(language, "key.action.delete"), "Spot bot"));
        var dialog = find(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getProperty("header")).contains("Spot bot");
        assertThat(dialog.getElement().getProperty("message")).contains("Bitfinex");
        test(dialog).cancel();
        assertThat(keys.own()).hasSize(1);

        clickNamed(text(language, "key.action.of", text(language, "key.action.delete"), "Spot bot"));
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(keys.own()).isEmpty();
        assertThat(find(Notice.class).single().getElement().getTextRecursively())
                .contains("Spot bot");
        assertThat(find(H2.class).single().getText()).isEqualTo(text(language, "key.list.empty.title"));
    }

    @Test
    void what_another_window_did_is_shown_and_not_undone() {
        var key = made.connected("Spot bot");
        open("en/keys");
        upkeep.reportLeak(key.id());
        clickNamed("Pause: Spot bot");
        assertThat(said("Spot bot")).contains("Meanwhile the key has changed");
        keys.delete(key.id());
        clickNamed("It did not leak: use again: Spot bot");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(Notice.class).single().getElement().getTextRecursively())
                .contains("no longer there");
    }

    /// The last of the buttons that are called so: the others stand on the cards.
    private void save(Language language) {
        test(find(Button.class)
                        .withText(text(language, "key.rename.save"))
                        .all()
                        .getLast())
                .click();
    }
}
