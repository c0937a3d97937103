package dev.porteclef.key.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.PasswordField;
import dev.porteclef.key.KeyDrafts;
import dev.porteclef.key.Life;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.practice.Mishap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The page that replaces a key, in each of its endings.
class ReplaceViewTest extends ReplacePages {

    private static final Set<String> NO_ORDERS = Set.of("orders.read", "wallets.read", "history.read");

    @Autowired
    private KeyDrafts drafts;

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
        assertThat(page())
                .contains("code 10100", "Its secret is destroyed here", "The same code can have other causes");
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
}
