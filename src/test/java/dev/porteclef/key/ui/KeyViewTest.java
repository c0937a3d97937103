package dev.porteclef.key.ui;

import static dev.porteclef.key.ui.PracticedKeys.SPOT;
import static dev.porteclef.key.ui.PracticedKeys.spotAnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import dev.porteclef.exchange.StrategyProfile;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Headline;
import dev.porteclef.key.Life;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.practice.PracticeFixture;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One key's page in every life.
class KeyViewTest extends OwnKeysViewTest {

    private static final String ALWAYS = "Rename | Ask support | Delete";

    @Test
    void somebody_elses_key_is_not_found() {
        var key = made.connected("Spot bot");
        PracticeFixture.signIn(Role.CUSTOMER);
        UI.getCurrentOrThrow().navigate(KeyView.address(Language.ENGLISH, key.id()));
        assertThat(getCurrentView()).isNotInstanceOf(KeyView.class);
    }

    @Test
    void a_key_in_use_can_be_paused_replaced_and_reported() {
        open(made.connected("Spot bot"), Language.ENGLISH);
        assertThat(actions())
                .isEqualTo("Rename | Change strategy | Pause | Replace | I think it leaked | Ask support | Delete");
        assertThat(hrefs())
                .anyMatch(address -> address.endsWith("/replace"))
                .anyMatch(address -> address.endsWith("/leak"))
                .anyMatch(address -> address.endsWith("/ask"));
        assertThat(find(Button.class).withText("Check again").all()).hasSize(1);
    }

    @Test
    void a_paused_key_can_be_used_again_and_is_not_asked_about() {
        var key = made.connected("Spot bot");
        upkeep.pause(key.id());
        open(key, Language.ENGLISH);
        assertThat(actions())
                .isEqualTo("Rename | Change strategy | Use again | Replace | I think it leaked | Ask support | Delete");
        assertThat(find(Button.class).withText("Check again").all()).isEmpty();
    }

    @Test
    void a_leaked_key_leads_to_its_steps() {
        var key = made.connected("Spot bot");
        upkeep.reportLeak(key.id());
        open(key, Language.ENGLISH);
        assertThat(actions())
                .isEqualTo(
                        "Rename | It did not leak: use again | Replace | Steps after the leak | Ask support | Delete");
        click("It did not leak: use again");
        assertThat(keys.find(key.id()).orElseThrow().life()).isEqualTo(Life.PAUSED);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(keys.find(key.id()).orElseThrow().life()).isEqualTo(Life.ACTIVE);
    }

    @Test
    void a_refused_key_can_only_be_named_asked_about_and_deleted() {
        open(made.connected("Withdrawing", spotAnd("withdraw.write")), Language.ENGLISH);
        assertThat(actions()).isEqualTo(ALWAYS);
        assertThat(page()).contains("never stored").contains("forbidden");
    }

    @Test
    void a_replaced_key_names_its_successor_and_the_end_of_its_secret() {
        var old = made.connected("Old");
        var next = made.replacing(old, "New", SPOT);
        open(old, Language.ENGLISH);
        assertThat(actions()).isEqualTo(ALWAYS);
        assertThat(page()).contains("Replaced by").contains("stored, encrypted, until");
        assertThat(hrefs()).contains(KeyView.address(Language.ENGLISH, next.id()));
        open(next, Language.ENGLISH);
        assertThat(page()).contains("Replaces");
        assertThat(hrefs()).contains(KeyView.address(Language.ENGLISH, old.id()));
    }

    @Test
    void a_revoked_key_says_when_and_by_which_code_it_was_refused() {
        var old = made.connected("Old");
        practice.own().forEach(gone -> practice.delete(gone.id()));
        made.replacing(old, "New", SPOT);
        open(old, Language.ENGLISH);
        assertThat(page()).contains("Revoked").contains("code 10100").contains("destroyed here");
        assertThat(actions()).isEqualTo(ALWAYS);
    }

    @Test
    void a_draft_says_whom_it_waits_for() {
        var old = made.connected("Old");
        var draft = made.replacing(old, "Next", Set.of("wallets.read"));
        open(draft, Language.ENGLISH);
        assertThat(page()).contains("Waits to replace").contains("waiting to take over since");
        assertThat(actions()).isEqualTo("Rename | Change strategy | Ask support | Delete");
        open(old, Language.ENGLISH);
        assertThat(page()).contains("To be replaced by");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void another_strategy_is_previewed_and_judged_at_once(Language language) {
        var key = made.connected("Spot bot");
        open(key, language);
        click(text(language, "key.action.strategy"));
        assertThat(preview()).contains(text(language, "key.strategy.fits"));
        profile("margin");
        assertThat(preview())
                .contains(
                        language == Language.FRENCH
                                ? "Il manque 2 cases obligatoires"
                                : "2 required boxes are missing");
        click(text(language, "key.strategy.save"));

        var changed = keys.find(key.id()).orElseThrow();
        assertThat(changed.headline()).isEqualTo(Headline.MISSING_PERMISSION);
        assertThat(page())
                .contains(text(language, "key.headline.MISSING_PERMISSION"))
                .contains(language == Language.FRENCH ? "Comparée avec la réponse du" : "Compared with the answer of");
        assertThat(upkeep.history(key.id())).as("nothing was asked").hasSize(1);

        click(text(language, "key.action.strategy"));
        profile("spot");
        click(text(language, "key.strategy.save"));
        assertThat(keys.find(key.id()).orElseThrow().headline()).isEqualTo(Headline.ACCEPTED);
    }

    @Test
    void add_ons_are_kept_with_the_strategy() {
        var key = made.connected("Spot bot");
        open(key, Language.ENGLISH);
        click("Change strategy");
        var addOns = addOns();
        addOns.select(addOns.getListDataView().getItem(0));
        click("Use this strategy");
        assertThat(keys.find(key.id()).orElseThrow().strategy().toString()).isEqualTo("spot+transfers");
    }

    @Test
    void what_was_proven_names_every_right_and_its_proof() {
        open(made.connected("Spot bot", spotAnd("funding.read")), Language.ENGLISH);
        var rows = find(NativeTableRow.class).all().stream()
                .map(row -> row.getElement().getTextRecursively())
                .toList();
        assertThat(rows)
                .anyMatch(row -> row.contains("orders write") && row.endsWith("yesneeded"))
                .anyMatch(row -> row.contains("funding read") && row.endsWith("yesnot needed, untick it"))
                .anyMatch(row -> row.contains("withdraw write") && row.endsWith("nooff, as it must be"));
        assertThat(page())
                .contains("POST /v2/auth/r/permissions")
                .contains("HTTP 200")
                .contains("SHA-256 of the answer");
    }

    @Test
    void checks_and_acts_are_listed_newest_first() {
        var key = made.connected("Spot bot");
        upkeep.rename(key.id(), "Night bot");
        open(key, Language.ENGLISH);
        click("Check again");
        await().pollInSameThread().until(() -> {
            roundTrip();
            return upkeep.history(key.id()).size() == 2
                    && find(Button.class).withText("Check again").single().isEnabled();
        });
        assertThat(page())
                .containsSubsequence(
                        "was checked; the result is the same", "it is now called “Night bot”", "You connected the key");
    }

    @Test
    void a_rejected_key_has_help_and_nothing_proven() {
        var key = made.connected("Spot bot");
        practice.own().forEach(gone -> practice.delete(gone.id()));
        keys.check(key.id(), _ -> {});
        open(key, Language.ENGLISH);
        assertThat(page()).contains("nothing is proven");
        assertThat(hrefs())
                .anyMatch(address -> address.contains("/help/bitfinex/10100"))
                .anyMatch(address -> address.endsWith("/help/bitfinex/works-elsewhere"));
    }

    @Test
    void a_deleted_key_leads_back_to_the_list_that_says_so() {
        open(made.connected("Spot bot"), Language.FRENCH);
        click("Supprimer");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(getCurrentView()).isInstanceOf(KeysView.class);
        assertThat(find(Notice.class).single().getElement().getTextRecursively())
                .contains("Spot bot");
        assertThat(keys.own()).isEmpty();
    }

    @Test
    void a_pause_can_be_undone() {
        var key = made.connected("Spot bot");
        open(key, Language.ENGLISH);
        click("Pause");
        assertThat(keys.find(key.id()).orElseThrow().life()).isEqualTo(Life.PAUSED);
        click("Undo");
        assertThat(keys.find(key.id()).orElseThrow().life()).isEqualTo(Life.ACTIVE);
    }

    private void open(ExchangeKey key, Language language) {
        UI.getCurrentOrThrow().navigate(KeyView.address(language, key.id()));
        assertThat(getCurrentView()).isInstanceOf(KeyView.class);
    }

    private String actions() {
        return find(KeyActions.class)
                .single()
                .getContent()
                .getChildren()
                .map(KeyViewTest::name)
                .collect(Collectors.joining(" | "));
    }

    private static String name(Component action) {
        return action instanceof Button button
                ? button.getText()
                : action.getElement().getTextRecursively();
    }

    private List<String> hrefs() {
        return find(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }

    private String preview() {
        return find(com.vaadin.flow.component.html.Div.class)
                .withClassName("strategy-preview")
                .single()
                .getElement()
                .getTextRecursively();
    }

    @SuppressWarnings("unchecked")
    private void profile(String id) {
        Select<StrategyProfile> select =
                find(Select.class).withId("key-new-strategy").single();
        select.setValue(select.getListDataView()
                .getItems()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<StrategyProfile> addOns() {
        return find(CheckboxGroup.class).single();
    }
}
