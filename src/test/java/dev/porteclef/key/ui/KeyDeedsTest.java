package dev.porteclef.key.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Life;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Notice;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What is done to keys from the list.
class KeyDeedsTest extends OwnKeysViewTest {

    @Autowired
    private ExchangeCatalogue catalogue;

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

    @Test
    void a_check_goes_on_while_other_cards_change_and_this_one_is_renamed() {
        var key = made.connected("Spot bot");
        made.connected("Other bot");
        open("en/keys");
        var card = card("Spot bot");
        var check = named("Check again: Spot bot");
        var pause = named("Pause: Other bot");
        // Nothing is looked up from here on: that ends the request, which shows what the check came to.
        check.click();
        pause.click();
        var renamed = upkeep.rename(key.id(), "Night bot").orElseThrow();
        ((KeysView) getCurrentView()).changed(renamed, new Notice(Notice.Kind.SUCCESS, "renamed"));
        assertThat(card.isAttached()).isTrue();
        assertThat(card.getElement().getTextRecursively()).contains("Night bot", "renamed");
        assertThat(Parts.of(card, "checklist")).hasSize(1);
        assertThat(check.isEnabled()).isFalse();

        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(said("Night bot")).contains("Checked on").contains(": Accepted");
        });
        assertThat(card("Night bot")).isSameAs(card);
        assertThat(check.isEnabled()).isTrue();
        assertThat(said("Other bot")).contains("is paused");
        assertThat(upkeep.history(key.id())).hasSize(2);
    }

    @Test
    void a_key_that_was_deleted_while_it_is_checked_is_said_to_be_gone() {
        var key = made.connected("Spot bot");
        made.connected("Other bot");
        open("en/keys");
        write("delete from exchange_key", key);
        clickNamed("Check again: Spot bot");
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(find(KeyCard.class).all()).hasSize(1);
        });
        assertThat(page()).contains("“Spot bot” is no longer there");
    }

    @Test
    void what_was_typed_or_chosen_stays_when_it_cannot_be_saved() {
        var key = made.connected("Spot bot");
        var exchange = catalogue.get(key.exchange());
        var words = new KeyWords(UI.getCurrentOrThrow(), Language.ENGLISH, ZoneOffset.UTC, exchange);
        UI.getCurrentOrThrow().setLocale(Language.ENGLISH.locale());
        var rename = new RenameDialog(key, words, exchange, _ -> {
            throw new IllegalStateException("the database is away");
        });
        rename.open();
        var field = find(TextField.class).withId("key-new-label").single();
        field.setValue("Night bot");
        assertThatThrownBy(() -> save(Language.ENGLISH)).hasMessage("the database is away");
        assertThat(rename.isOpened()).isTrue();
        assertThat(field.getValue()).isEqualTo("Night bot");
        assertThat(field.getErrorMessage()).contains("could not be saved");
        rename.close();

        var strategy = new StrategyDialog(key, words, exchange, Language.ENGLISH, _ -> {
            throw new IllegalStateException("the database is away");
        });
        strategy.open();
        assertThatThrownBy(() -> click("Use this strategy")).hasMessage("the database is away");
        assertThat(strategy.isOpened()).isTrue();
        assertThat(find(Notice.class).single().getElement().getTextRecursively())
                .contains("could not be saved");
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
        // Written past the store, as if the news of it were still on its way to this page.
        write("update exchange_key set life = 'PAUSED', pause_reason = 'LEAK', version = version + 1", key);
        clickNamed("Pause: Spot bot");
        assertThat(said("Spot bot")).contains("Meanwhile the key has changed");
        write("delete from exchange_key", key);
        clickNamed("It did not leak: use again: Spot bot");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(Notice.class).single().getElement().getTextRecursively())
                .contains("no longer there");
    }

    private void write(String change, ExchangeKey key) {
        jdbi.useHandle(
                handle -> handle.execute(change + " where id = ?", key.id().value()));
    }

    private Button named(String name) {
        return find(Button.class)
                .withCondition(
                        button -> button.getAriaLabel().filter(name::equals).isPresent())
                .single();
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
