package dev.porteclef.key.ui;

import static dev.porteclef.key.ui.PracticedKeys.SPOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.key.Life;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Badge;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.practice.PracticeFixture;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.testing.ViewTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/// The list of a customer's keys, each made at the practice exchange.
class KeysViewTest extends ViewTest {

    @Autowired
    private ExchangeKeys keys;

    @Autowired
    private KeyUpkeep upkeep;

    @Autowired
    private PracticeKeys practice;

    @Autowired
    private Texts texts;

    @Autowired
    private Jdbi jdbi;

    private PracticedKeys made;

    @BeforeEach
    void sign_in() {
        PracticeFixture.signIn(Role.CUSTOMER);
        made = new PracticedKeys(keys, practice);
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void keys_stand_by_what_they_are_for_and_the_past_is_folded() {
        var old = made.connected("Old");
        made.replacing(old, "New", SPOT);
        made.replacing(keys.own().getFirst(), "Next", Set.of("wallets.read"));
        upkeep.pause(made.connected("Resting").id());
        made.connected("Withdrawing", with("withdraw.write"));
        practice.own().stream().skip(4).forEach(gone -> practice.delete(gone.id()));
        keys.check(old.id(), _ -> {});
        open("en/keys");

        assertThat(find(H2.class).all())
                .extracting(H2::getText)
                .containsExactly(
                        "In use (1)", "Waiting to take over (1)", "Paused (1)", "Replaced, revoked and refused (2)");
        assertThat(find(H3.class).all())
                .extracting(heading -> heading.getElement().getTextRecursively())
                .containsExactly("New", "Next", "Resting", "Withdrawing", "Old");
        assertThat(card("Old").getElement().getTextRecursively()).contains("Replaced by “New”.");
        assertThat(card("Next").getElement().getTextRecursively()).contains("Waits to take over from “New”");
        assertThat(card("New").getElement().getTextRecursively()).contains("“Next” is to take its place");
        assertThat(past().isOpen()).isFalse();
    }

    @Test
    void what_others_could_still_use_is_not_folded_away() {
        made.replacing(made.connected("Old"), "New", SPOT);
        open("en/keys");
        assertThat(past().isOpen()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_card_says_what_a_key_is(Language language) {
        var key = made.connected("Spot bot");
        jdbi.useHandle(handle -> handle.execute(
                "update exchange_key set created_at = created_at - interval '80' day where id = ?",
                key.id().value()));
        open(language.tag() + "/keys");

        var said = card("Spot bot").getElement().getTextRecursively();
        assertThat(said)
                .contains(texts.get(language, "key.headline.ACCEPTED"))
                .contains(texts.get(language, "key.rotation.DUE"))
                .contains(texts.get(language, "key.meta.connected", 80))
                .contains(texts.get(language, "key.meta.tail", key.tail()));
        assertThat(said).contains(language == Language.FRENCH ? "connectée il y a 80 jours" : "connected 80 days ago");
    }

    @Test
    void live_and_practice_differ_in_word_mark_and_edge() {
        made.connected("Rehearsal");
        live(made.connected("Earnest"));
        open("en/keys");

        assertThat(card("Rehearsal").hasClassName("practice")).isTrue();
        assertThat(card("Earnest").hasClassName("practice")).isFalse();
        assertThat(badges("Rehearsal")).contains("practice").doesNotContain("live");
        assertThat(badges("Earnest")).contains("live").doesNotContain("practice");
    }

    @Test
    void a_check_from_the_list_ends_in_place() {
        var key = made.connected("Spot bot");
        open("en/keys");
        click("Check again: Spot bot");
        await().pollInSameThread().until(() -> {
            roundTrip();
            return !find(Notice.class).all().isEmpty();
        });
        assertThat(card("Spot bot").getElement().getTextRecursively())
                .contains("Checked on")
                .contains(": Accepted");
        assertThat(upkeep.history(key.id())).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_name_that_cannot_be_one_stays_and_is_told_why(Language language) {
        made.connected("Spot bot");
        open(language.tag() + "/keys");
        click(text(language, "key.action.of", text(language, "key.action.rename"), "Spot bot"));
        var field = find(TextField.class).withId("key-new-label").single();
        assertThat(field.getValue()).isEqualTo("Spot bot");

        for (var wrong : List.of(" ", "x".repeat(61), "sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI")) {
            field.setValue(wrong);
            test(find(Button.class)
                            .withText(text(language, "key.rename.save"))
                            .all()
                            .getLast())
                    .click();
            assertThat(field.isInvalid()).as(wrong).isTrue();
            assertThat(field.getValue()).isEqualTo(wrong);
        }
        field.setValue("x".repeat(61));
        test(find(Button.class)
                        .withText(text(language, "key.rename.save"))
                        .all()
                        .getLast())
                .click();
        assertThat(field.getErrorMessage())
                .isEqualTo(
                        language == Language.FRENCH
                                ? "60 caractères au plus, celui-ci en a 61"
                                : "At most 60 characters, this has 61");
        assertThat(keys.own().getFirst().label()).isEqualTo("Spot bot");

        field.setValue(" Night bot ");
        test(find(Button.class)
                        .withText(text(language, "key.rename.save"))
                        .all()
                        .getLast())
                .click();
        assertThat(keys.own().getFirst().label()).isEqualTo("Night bot");
        assertThat(card("Night bot").getElement().getTextRecursively())
                .contains(text(language, "key.done.renamed", "Night bot"));
    }

    @Test
    void a_pause_moves_the_key_and_can_be_undone() {
        made.connected("Spot bot");
        open("en/keys");
        click("Pause: Spot bot");
        assertThat(keys.own().getFirst().life()).isEqualTo(Life.PAUSED);
        assertThat(find(H2.class).single().getText()).isEqualTo("Paused (1)");
        test(find(Button.class).withText("Undo").single()).click();
        assertThat(keys.own().getFirst().life()).isEqualTo(Life.ACTIVE);
        assertThat(card("Spot bot").getElement().getTextRecursively()).contains("is in use again");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_deletion_names_the_key_and_what_remains(Language language) {
        made.connected("Spot bot");
        open(language.tag() + "/keys");
        click(text(language, "key.action.of", text(language, "key.action.delete"), "Spot bot"));
        var dialog = find(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getProperty("header")).contains("Spot bot");
        assertThat(dialog.getElement().getProperty("message")).contains("Bitfinex");
        test(dialog).cancel();
        assertThat(keys.own()).hasSize(1);

        click(text(language, "key.action.of", text(language, "key.action.delete"), "Spot bot"));
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
        click("Pause: Spot bot");
        assertThat(card("Spot bot").getElement().getTextRecursively()).contains("Meanwhile the key has changed");
        keys.delete(key.id());
        click("It did not leak: use again: Spot bot");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(Notice.class).single().getElement().getTextRecursively())
                .contains("no longer there");
    }

    @Test
    void a_search_stands_in_the_address() {
        var key = made.connected("Spot bot");
        copies(key, 9);
        open("en/keys?find=copy%204");
        assertThat(find(H3.class).all())
                .extracting(heading -> heading.getElement().getTextRecursively())
                .containsExactly("copy 4");
        find(TextField.class).withId("key-find").single().setValue("nothing like it");
        assertThat(find(H3.class).all()).isEmpty();
        find(TextField.class).withId("key-find").single().setValue("");
        show().setValue(KeyFilter.Show.LIVE);
        assertThat(find(H3.class).all()).isEmpty();
        assertThat(((KeysView) getCurrentView()).addressIn(Language.FRENCH)).isEqualTo("fr/keys?show=live");
    }

    @Test
    void many_keys_take_as_many_questions_to_the_database_as_one() {
        var key = made.connected("Spot bot");
        var forOne = statements(() -> open("en/keys"));
        copies(key, 49);
        var forMany = statements(() -> open("fr/keys"));
        assertThat(find(KeyCard.class).all()).hasSize(50);
        assertThat(forMany).isEqualTo(forOne).isPositive();
    }

    private void copies(ExchangeKey key, int count) {
        List<String> others = jdbi.withHandle(
                handle -> handle.createQuery("""
                        select column_name
                        from information_schema.columns
                        where table_name = 'exchange_key' and column_name not in ('id', 'label', 'fingerprint')
                        """).mapTo(String.class).list());
        var columns = String.join(", ", others);
        for (var i = 1; i <= count; i++) {
            var label = "copy " + i;
            jdbi.useHandle(handle -> handle.execute(
                    "insert into exchange_key (id, label, " + columns + ") select ?, ?, " + columns
                            + " from exchange_key where id = ?",
                    UUID.randomUUID(),
                    label,
                    key.id().value()));
        }
    }

    private int statements(Runnable work) {
        var count = new AtomicInteger();
        var statements = jdbi.getConfig(SqlStatements.class);
        var before = statements.getSqlLogger();
        statements.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                count.incrementAndGet();
            }
        });
        try {
            work.run();
        } finally {
            statements.setSqlLogger(before);
        }
        return count.get();
    }

    private void live(ExchangeKey key) {
        jdbi.useHandle(handle -> handle.execute(
                "update exchange_key set environment = 'LIVE' where id = ?",
                key.id().value()));
    }

    private static Set<String> with(String box) {
        var boxes = new HashSet<>(SPOT);
        boxes.add(box);
        return boxes;
    }

    private void open(String address) {
        var location = new Location(address);
        UI.getCurrentOrThrow().navigate(location.getPath(), location.getQueryParameters());
        assertThat(getCurrentView()).isInstanceOf(KeysView.class);
    }

    private KeyCard card(String label) {
        return find(KeyCard.class)
                .withCondition(card -> find(H3.class, card)
                        .single()
                        .getElement()
                        .getTextRecursively()
                        .equals(label))
                .single();
    }

    private List<String> badges(String label) {
        return find(Badge.class, card(label)).all().stream()
                .map(badge -> badge.getElement().getTextRecursively())
                .toList();
    }

    private Fold past() {
        return find(Fold.class)
                .withCondition(fold -> !((Component) fold).hasClassName("key-more"))
                .single();
    }

    @SuppressWarnings("unchecked")
    private Select<KeyFilter.Show> show() {
        return find(Select.class).withId("key-show").single();
    }

    private void click(String name) {
        test(find(Button.class)
                        .withCondition(button ->
                                button.getAriaLabel().filter(name::equals).isPresent())
                        .single())
                .click();
    }

    private String text(Language language, String key, Object... arguments) {
        return texts.get(language, key, arguments);
    }
}
