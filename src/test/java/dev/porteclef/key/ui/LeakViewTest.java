package dev.porteclef.key.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import dev.porteclef.key.CheckOutcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.LeakStep;
import dev.porteclef.key.Life;
import dev.porteclef.key.PauseReason;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.practice.Mishap;
import dev.porteclef.practice.PracticeFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The page for a key that may have leaked, in every life of the key.
class LeakViewTest extends PracticedPages {

    private static final String PAUSE = "Pause this key now";

    @Test
    void opening_it_changes_nothing_and_one_press_pauses() {
        var key = connected("Spot bot").key();
        open(key);
        assertThat(now(key)).isEqualTo(key);
        assertThat(steps()).isEmpty();
        assertThat(page()).contains("What you cannot rely on", "does not look for leaked keys");

        click(PAUSE);
        assertThat(now(key).pauseReason()).isEqualTo(PauseReason.LEAK);
        assertThat(steps()).hasSize(6);
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(page()).contains("Paused. Nothing here uses this key any more", "may still accept it", "Since ");
        assertThat(hasButton(PAUSE)).isFalse();
    }

    @Test
    void the_steps_name_the_exchange_its_page_and_what_the_key_could_do() {
        open(leaked("Spot bot").key());
        assertThat(steps())
                .satisfiesExactly(
                        paused -> assertThat(paused).startsWith("Out of use here"),
                        delete -> assertThat(delete)
                                .contains("Account (top right) → API Keys", "has not been asked yet", "once a day"),
                        review -> assertThat(review)
                                .contains("with this key one could", "Funding: offers", "other API keys"),
                        password -> assertThat(password).contains("second factor anew"),
                        source -> assertThat(source).contains("Git:", "Screenshot:", "Shared computer:"),
                        fresh -> assertThat(fresh).contains("Make a new key"));
        assertThat(hrefs()).contains("en/practice/bitfinex");
    }

    @Test
    void ticks_are_kept_with_their_time_in_both_languages() {
        var key = leaked("Spot bot").key();
        open(key);
        assertThat(ticks()).hasSize(4).noneMatch(Checkbox::getValue);
        tick(1, true);
        tick(3, true);
        assertThat(upkeep.leakSteps(key.id())).containsOnlyKeys(LeakStep.REVIEWED, LeakStep.SOURCE_CLOSED);
        assertThat(ticks().get(1).getLabel()).startsWith("Done on ");

        open(LeakView.address(Language.FRENCH, key.id()));
        assertThat(ticks()).extracting(Checkbox::getValue).containsExactly(false, true, false, true);
        assertThat(ticks().get(1).getLabel()).startsWith("Fait le ");
        open("en");
        open(key);
        tick(3, false);
        assertThat(ticks().get(3).getLabel()).isEqualTo("Done");
        assertThat(upkeep.leakSteps(key.id())).containsOnlyKeys(LeakStep.REVIEWED);
    }

    @Test
    void the_exchange_is_asked_until_it_refuses_the_key() {
        var leaked = leaked("Spot bot");
        open(leaked.key());
        click("Ask Bitfinex (practice) whether it is gone");
        says("still accepted this key on");

        practice.delete(leaked.pair().id());
        click("Ask again");
        says("refused this key on");
        assertThat(now(leaked.key()).life()).isEqualTo(Life.REVOKED);
        assertThat(now(leaked.key()).sealed()).isFalse();
        assertThat(page()).contains("code 10100", "The same code can have other causes");
        assertThat(ticks()).as("seen, not ticked").hasSize(3);
        assertThat(hasButton("False alarm: use it again")).isFalse();
    }

    @Test
    void an_answer_without_a_verdict_changes_nothing() {
        var leaked = leaked("Spot bot");
        mishaps.befallExchange(Mishap.MAINTENANCE);
        open(leaked.key());
        click("Ask Bitfinex (practice) whether it is gone");
        says("No verdict on");
        assertThat(page()).contains("is under maintenance").doesNotContain("refused this key");
        assertThat(ticks()).hasSize(4);

        mishaps.endExchange();
        mishaps.befall(leaked.pair().id(), Mishap.NONCE_SPOILT);
        click("Ask again");
        says("but not whether it still accepts this key");
        assertThat(now(leaked.key()).sealed()).isTrue();
    }

    @Test
    void a_false_alarm_is_undone_only_when_that_is_confirmed() {
        var key = leaked("Spot bot").key();
        open(key);
        tick(0, true);
        click("False alarm: use it again");
        assertThat(now(key).life()).isEqualTo(Life.PAUSED);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(now(key).life()).isEqualTo(Life.ACTIVE);
        assertThat(upkeep.leakSteps(key.id())).isEmpty();
        assertThat(getCurrentView()).isInstanceOf(KeyView.class);
    }

    @Test
    void a_key_that_is_paused_already_is_marked() {
        var key = connected("Spot bot").key();
        upkeep.pause(key.id());
        open(key);
        assertThat(page()).contains("It is paused already");
        click("Report the leak");
        assertThat(now(key).pauseReason()).isEqualTo(PauseReason.LEAK);
        assertThat(steps()).hasSize(6);
    }

    @Test
    void what_another_window_did_is_shown_and_not_undone() {
        var key = connected("Spot bot").key();
        open(key);
        upkeep.reportLeak(key.id());
        click(PAUSE);
        assertThat(steps()).hasSize(6);
        keys.delete(key.id());
        click("Ask Bitfinex (practice) whether it is gone");
        says("not among your keys any more");
    }

    @Test
    void a_replaced_key_needs_no_pause_and_its_successor_is_named() {
        var old = connected("Spot bot").key();
        var fresh = new PracticedKeys(keys, practice).replacing(old, "Night bot", PracticedKeys.SPOT);
        open(old);
        assertThat(steps().getFirst()).contains("another key is in its place");
        assertThat(steps().getLast()).contains("“Night bot” is in use in its place");
        assertThat(hrefs()).contains(KeyView.address(Language.ENGLISH, fresh.id()));
        assertThat(page()).contains("still accepted this key on", "at the latest");
        assertThat(hasButton(PAUSE)).isFalse();
    }

    @Test
    void a_leaked_key_that_was_replaced_is_not_used_again() {
        var old = leaked("Spot bot").key();
        new PracticedKeys(keys, practice).replacing(old, "Night bot", PracticedKeys.SPOT);
        open(old);
        assertThat(hasButton("False alarm: use it again")).isFalse();
        assertThat(steps().getLast()).contains("“Night bot” is in use in its place");
    }

    @Test
    void a_refused_key_says_first_that_it_can_take_money_out() {
        var harmful = pair("withdraw.write");
        open(connect("Too much", harmful.key(), harmful.secret()));
        assertThat(page()).contains("This key can take money out", "Withdrawals: any that you did not ask for");
        assertThat(steps().getFirst()).contains("never used here");
        assertThat(steps().get(1)).contains("There is no secret of this key here any more");
        assertThat(steps().getLast()).contains("Make a new key");
        assertThat(hrefs()).contains("en/keys/new?exchange=bitfinex&strategy=spot");
    }

    @Test
    void a_right_to_withdraw_that_came_later_is_said_first_too() {
        var connected = connected("Spot bot");
        mishaps.befall(connected.pair().id(), Mishap.WITHDRAW_LATER);
        assertThat(keys.check(connected.key().id(), _ -> {})).isInstanceOf(CheckOutcome.Checked.class);
        open(connected.key());
        assertThat(page()).contains("This key can take money out");
        assertThat(steps().getFirst()).contains("because it can withdraw. Its secret is destroyed");
        assertThat(hasButton("False alarm: use it again")).isFalse();
    }

    @Test
    void a_key_that_waits_is_not_asked_about_lest_it_take_over() {
        var old = connected("Spot bot").key();
        mishaps.befallExchange(Mishap.MAINTENANCE);
        var waiting = new PracticedKeys(keys, practice).replacing(old, "Night bot", PracticedKeys.SPOT);
        open(waiting);
        assertThat(steps().getFirst()).contains("only waits to take the place of another one");
        assertThat(page()).contains("cannot be asked from here");
        assertThat(hasButton("Ask Bitfinex (practice) whether it is gone")).isFalse();
        assertThat(hrefs()).contains(ReplaceView.address(Language.ENGLISH, old.id()));
    }

    @Test
    void somebody_elses_key_is_not_found() {
        var key = connected("Spot bot").key();
        PracticeFixture.signIn(Role.CUSTOMER);
        open(LeakView.address(Language.ENGLISH, key.id()));
        assertThat(getCurrentView()).isNotInstanceOf(LeakView.class);
    }

    private Connected leaked(String label) {
        var connected = connected(label);
        return new Connected(upkeep.reportLeak(connected.key().id()).orElseThrow(), connected.pair());
    }

    private void open(ExchangeKey key) {
        open(LeakView.address(Language.ENGLISH, key.id()));
        assertThat(getCurrentView()).isInstanceOf(LeakView.class);
    }

    private List<String> steps() {
        return find(ListItem.class).withClassName("step").all().stream()
                .map(step -> step.getElement().getTextRecursively())
                .toList();
    }

    private List<Checkbox> ticks() {
        return find(Checkbox.class).all();
    }

    private void tick(int step, boolean done) {
        ticks().get(step).setValue(done);
    }
}
