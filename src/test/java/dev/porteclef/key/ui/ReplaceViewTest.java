package dev.porteclef.key.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.KeyDrafts;
import dev.porteclef.key.Life;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.security.Role;
import dev.porteclef.practice.Mishap;
import dev.porteclef.practice.PracticeFixture;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The page that replaces a key, in each of its endings.
class ReplaceViewTest extends PracticedPages {

    private static final Set<String> NO_ORDERS = Set.of("orders.read", "wallets.read", "history.read");

    @Autowired
    private KeyDrafts drafts;

    @Autowired
    private ExchangeCatalogue catalogue;

    @Test
    void an_old_key_that_is_still_accepted_is_asked_about_until_it_is_gone() {
        var old = connected("Spot bot");
        replace(old.key());
        says("From now on “Spot bot” is in use");
        assertThat(page()).contains("Bitfinex (practice) still accepted this key on");
        assertThat(hrefs()).contains("en/practice/bitfinex");
        assertThat(now(old.key()).life()).isEqualTo(Life.REPLACED);

        practice.delete(old.pair().id());
        click("Ask again");
        says("Bitfinex (practice) refused this key on");
        assertThat(page()).contains("code 10100", "Its secret is destroyed here");
        assertThat(now(old.key()).life()).isEqualTo(Life.REVOKED);
        assertThat(now(old.key()).sealed()).isFalse();
        assertThat(hasButton("Ask again")).isFalse();

        open("en");
        open(ReplaceView.address(Language.FRENCH, old.key().id()));
        assertThat(page()).contains("Spot bot", "qui est utilisée", "code 10100");
    }

    @Test
    void an_old_key_that_is_gone_already_is_said_to_be_gone() {
        var old = connected("Spot bot");
        practice.delete(old.pair().id());
        replace(old.key());
        says("refused this key on");
        assertThat(now(old.key()).life()).isEqualTo(Life.REVOKED);
    }

    @Test
    void without_an_answer_about_the_old_key_nothing_is_claimed() {
        var old = connected("Spot bot");
        mishaps.befall(old.pair().id(), Mishap.MAINTENANCE);
        replace(old.key());
        says("No verdict on");
        assertThat(page()).contains("is under maintenance", "at the latest").doesNotContain("still accepted this key");
        assertThat(hasButton("Ask again")).isTrue();
    }

    @Test
    void a_key_with_a_box_missing_waits_and_the_old_one_works_on() {
        var old = connected("Spot bot").key();
        open(old);
        var fresh = pair(NO_ORDERS);
        paste(fresh.key(), fresh.secret());
        click("Check and replace");
        says("“Spot bot” goes on working as before");
        assertThat(page()).contains("A box is missing", "kept and waits");
        assertThat(now(old)).isEqualTo(old);
        assertThat(secretFields()).isEqualTo("");

        paste(fresh.key(), fresh.secret());
        click("Check and replace");
        says("This key is waiting already");
        assertThat(page()).contains("A box is missing");
        assertThat(keys.own()).hasSize(2);
    }

    @Test
    void a_waiting_key_takes_over_when_a_later_check_accepts_it() {
        var old = connected("Spot bot").key();
        mishaps.befallExchange(Mishap.MAINTENANCE);
        replace(old);
        says("No verdict yet");
        mishaps.endExchange();

        open("en");
        open(old);
        assertThat(page()).contains("kept and waits");
        click("Check again");
        says("From now on “Spot bot” is in use");
        assertThat(page()).contains("still accepted this key");
        assertThat(now(old).life()).isEqualTo(Life.REPLACED);
    }

    @Test
    void another_try_takes_the_place_of_one_that_was_rejected() {
        var old = connected("Spot bot").key();
        open(old);
        name().setValue("Night bot");
        var fresh = pair();
        paste(fresh.key(), WRONG);
        click("Check and replace");
        says("Key or secret not accepted");
        assertThat(name().getValue()).isEqualTo("Night bot");
        assertThat(now(old).life()).isEqualTo(Life.ACTIVE);

        paste(fresh.key(), fresh.secret());
        click("Check and replace");
        says("From now on “Night bot” is in use");
        assertThat(keys.own()).hasSize(2);
    }

    @Test
    void a_key_that_can_withdraw_is_refused_and_the_name_stays() {
        var old = connected("Spot bot").key();
        open(old);
        name().setValue("Night bot");
        var fresh = pair("withdraw.write");
        paste(fresh.key(), fresh.secret());
        click("Check and replace");
        says("Refused: this key can withdraw");
        assertThat(page()).contains("“Spot bot” goes on working as before").doesNotContain("kept and waits");
        assertThat(name().getValue()).isEqualTo("Night bot");
        assertThat(now(old)).isEqualTo(old);
    }

    @Test
    void the_old_key_itself_is_recognised() {
        var old = connected("Spot bot");
        open(old.key());
        paste(old.pair().key(), old.pair().secret());
        click("Check and replace");
        says("This is the old key itself");
        assertThat(now(old.key())).isEqualTo(old.key());
    }

    @Test
    void a_key_with_work_of_its_own_is_recognised() {
        var old = connected("Spot bot").key();
        var other = connected("Margin bot").pair();
        open(old);
        paste(other.key(), other.secret());
        click("Check and replace");
        says("You have connected this key already, as “Margin bot”");
        assertThat(page()).contains("Nothing was changed");
    }

    @Test
    void what_cannot_be_sent_is_said_at_its_field() {
        open(connected("Spot bot").key());
        name().setValue(WRONG);
        paste("key", "");
        click("Check and replace");
        assertThat(name().isInvalid()).isTrue();
        assertThat(name().getValue()).isEmpty();
        assertThat(drafts.replacementLabel(keys.own().getFirst().id())).isEmpty();

        name().setValue("Night bot");
        click("Check and replace");
        assertThat(find(PasswordField.class)
                        .withId("credential-apiSecret")
                        .single()
                        .isInvalid())
                .isTrue();
        assertThat(button("Check and replace").isEnabled()).isTrue();
    }

    @Test
    void too_many_tries_have_to_wait() {
        var old = connected("Spot bot").key();
        mishaps.befallExchange(Mishap.MAINTENANCE);
        for (var spent = 1; spent < Limit.CONNECT_KEY.capacity(); spent++) {
            connect("Try", "k".repeat(23) + String.format("%020d", spent), WRONG);
        }
        replace(old);
        says("That was many tries in a row");
        assertThat(now(old)).isEqualTo(old);
    }

    @Test
    void a_key_that_vanished_meanwhile_is_not_replaced() {
        var old = connected("Spot bot").key();
        open(old);
        keys.delete(old.id());
        var fresh = pair();
        paste(fresh.key(), fresh.secret());
        click("Check and replace");
        says("replaced or deleted in the meantime. Nothing was sent");
    }

    @Test
    void the_form_asks_for_nothing_that_is_known() {
        open(connected("Spot bot").key());
        assertThat(find(Select.class).all()).isEmpty();
        assertThat(name().getValue()).isEqualTo("Spot bot");
        assertThat(hrefs()).contains("en/guides/bitfinex?strategy=spot");
        assertThat(page()).contains("Do not delete it on Bitfinex (practice) yet");
    }

    @Test
    void another_language_and_a_later_visit_keep_the_name_and_the_connect_page_its_own() {
        var old = connected("Spot bot").key();
        var elsewhere = new KeyDrafts.Typed("PRACTICE", "Margin bot", "margin", "ours");
        drafts.keep(catalogue.get(old.exchange()), elsewhere);
        open(old);
        name().setValue("Night bot");
        paste("typed", "typed too");
        open(ReplaceView.address(Language.FRENCH, old.id()));
        assertThat(page()).contains("Laisse l'ancienne clé telle quelle");
        assertThat(name().getValue()).isEqualTo("Night bot");
        assertThat(secretFields()).isEqualTo("typedtyped too");

        open("en");
        open(old);
        assertThat(name().getValue()).isEqualTo("Night bot");
        assertThat(secretFields()).isEmpty();
        assertThat(drafts.find(old.exchange())).contains(elsewhere);
    }

    @Test
    void a_pair_that_was_never_accepted_is_simply_pasted_again() {
        var fresh = pair();
        var rejected = connect("Spot bot", fresh.key(), WRONG);
        open(rejected);
        assertThat(page()).contains("Paste “Spot bot” again", "never accepted");
        paste(fresh.key(), WRONG.replace('s', 't'));
        click("Check and connect");
        says("Key or secret not accepted");

        paste(fresh.key(), fresh.secret());
        click("Check and connect");
        await().pollInSameThread().until(() -> {
            roundTrip();
            return getCurrentView() instanceof KeyView;
        });
        assertThat(keys.own()).singleElement().satisfies(key -> {
            assertThat(key.id()).isEqualTo(rejected.id());
            assertThat(key.life()).isEqualTo(Life.ACTIVE);
        });
    }

    @Test
    void a_leaked_key_is_deleted_first() {
        var old = connected("Spot bot").key();
        upkeep.reportLeak(old.id());
        open(old);
        assertThat(page()).contains("Delete the old key at once").doesNotContain("this page tells you when");
        assertThat(hrefs()).contains(LeakView.address(Language.ENGLISH, old.id()));
    }

    @Test
    void a_key_that_cannot_be_replaced_leads_on() {
        var old = connected("Spot bot").key();
        mishaps.befallExchange(Mishap.MAINTENANCE);
        replace(old);
        says("kept and waits");
        mishaps.endExchange();
        var waiting = keys.own().getFirst();
        open(waiting);
        assertThat(page()).contains("it waits to take the place of another one");
        assertThat(hrefs()).contains(ReplaceView.address(Language.ENGLISH, old.id()));

        var harmful = pair("withdraw.write");
        open(connect("Too much", harmful.key(), harmful.secret()));
        assertThat(page()).contains("it was refused, so there is nothing to replace");
        assertThat(hrefs()).contains("en/keys/new?exchange=bitfinex&strategy=spot");

        keys.check(waiting.id(), _ -> {});
        keys.delete(waiting.id());
        open(old);
        assertThat(page()).contains("replaced already, and the key that took its place is gone");
    }

    @Test
    void somebody_elses_key_is_not_found() {
        var old = connected("Spot bot").key();
        PracticeFixture.signIn(Role.CUSTOMER);
        open(ReplaceView.address(Language.ENGLISH, old.id()));
        assertThat(getCurrentView()).isNotInstanceOf(ReplaceView.class);
    }

    private void open(ExchangeKey key) {
        open(ReplaceView.address(Language.ENGLISH, key.id()));
        assertThat(getCurrentView()).isInstanceOf(ReplaceView.class);
    }

    /// Opens the page and replaces the key by a new one with all boxes of a spot bot.
    private void replace(ExchangeKey old) {
        open(old);
        var fresh = pair();
        paste(fresh.key(), fresh.secret());
        click("Check and replace");
    }

    private TextField name() {
        return find(TextField.class).withId("key-label").single();
    }

    private String secretFields() {
        return find(TextField.class).withId("credential-apiKey").single().getValue()
                + find(PasswordField.class)
                        .withId("credential-apiSecret")
                        .single()
                        .getValue();
    }
}
