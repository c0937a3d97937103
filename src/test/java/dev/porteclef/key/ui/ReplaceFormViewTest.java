package dev.porteclef.key.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.select.Select;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.KeyDrafts;
import dev.porteclef.key.Life;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.practice.Mishap;
import dev.porteclef.practice.PracticeFixture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The form that replaces a key: for which keys it is there, and what it keeps.
class ReplaceFormViewTest extends ReplacePages {

    @Autowired
    private KeyDrafts drafts;

    @Autowired
    private ExchangeCatalogue catalogue;

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
            pushed();
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
}
