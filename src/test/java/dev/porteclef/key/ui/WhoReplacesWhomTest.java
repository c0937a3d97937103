package dev.porteclef.key.ui;

import static dev.porteclef.key.ui.PracticedKeys.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Life;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.practice.Mishap;
import dev.porteclef.practice.Mishaps;
import dev.porteclef.practice.PracticeKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the list, a key's page and the pages below it tell of the keys before and after it, whatever became of them.
class WhoReplacesWhomTest extends OwnKeysViewTest {

    private static final Set<String> NO_ORDERS = Set.of("wallets.read");

    @Autowired
    private Mishaps mishaps;

    @Test
    void a_leaked_key_that_was_replaced_is_replaced() {
        var old = leaked("Old");
        var next = made.replacing(old, "New", SPOT);
        open("en/keys");
        assertThat(now(old).life()).isEqualTo(Life.PAUSED);
        assertThat(said("Old")).contains("Replaced by “New”.").doesNotContain("is to take its place");
        show(old);
        assertThat(page()).contains("Replaced by").doesNotContain("To be replaced by");
        assertThat(hrefs()).contains(KeyView.address(Language.ENGLISH, next.id()));
        assertThat(page()).as("it could not be used again").doesNotContain("use again");
    }

    @Test
    void a_refused_key_waits_for_the_one_that_is_to_take_its_place() {
        var old = leaked("Old");
        practice.own().stream().map(PracticeKey::id).forEach(practice::delete);
        keys.check(old.id(), _ -> {});
        made.replacing(old, "Next", NO_ORDERS);
        open("en/keys");
        assertThat(now(old).life()).isEqualTo(Life.REVOKED);
        assertThat(said("Old")).contains("“Next” is to take its place").doesNotContain("Replaced by");
        assertThat(said("Next")).contains("Waits to take the place of “Old”, which is not in use.");
        show(old);
        assertThat(page()).contains("To be replaced by").doesNotContain("Replaced by");
    }

    @Test
    void of_two_that_waited_the_one_that_took_over_is_named() {
        var old = made.connected("Old");
        mishaps.befallExchange(Mishap.MAINTENANCE);
        var first = made.replacing(old, "First", SPOT);
        mishaps.endExchange();
        var second = made.replacing(old, "Second", NO_ORDERS);
        keys.check(first.id(), _ -> {});
        open("en/keys");
        assertThat(said("Old")).contains("Replaced by “First”.");
        assertThat(said("Second")).contains("Was to take the place of “Old”, but another key was quicker.");
        show(second);
        assertThat(page()).contains("Was to replace").doesNotContain("Waits to replace");
    }

    @Test
    void what_waits_for_a_key_out_of_use_does_not_claim_that_it_is_used() {
        var old = leaked("Old");
        made.replacing(old, "Next", NO_ORDERS);
        open("fr/keys");
        assertThat(said("Next"))
                .contains(text(Language.FRENCH, "key.relation.waits.idle", "Old"))
                .doesNotContain("reste utilisée");
        assertThat(said("Old")).contains(text(Language.FRENCH, "key.relation.awaited", "Next"));
    }

    @Test
    void the_page_that_replaces_follows_the_keys_to_the_last_one() {
        var old = made.connected("First");
        var second = made.replacing(old, "Second", SPOT);
        made.replacing(second, "Third", SPOT);
        replacePage(old);
        assertThat(page())
                .contains("“First” was replaced by “Second”", "“Third” is in use now.")
                .doesNotContain("From now on");
        leakPage(old);
        assertThat(page()).contains("“Third” is in use in its place.").doesNotContain("“Second” is in use");
    }

    @Test
    void a_successor_that_is_paused_is_not_said_to_be_in_use() {
        var old = made.connected("First");
        var second = made.replacing(old, "Second", SPOT);
        upkeep.reportLeak(second.id());
        replacePage(old);
        assertThat(page()).contains("“Second” is paused now.").doesNotContain("is in use");
        leakPage(old);
        assertThat(page()).contains("“Second” took its place, and is paused now.");
        assertThat(hrefs()).contains(ReplaceView.address(Language.ENGLISH, second.id()));
    }

    private ExchangeKey leaked(String label) {
        return upkeep.reportLeak(made.connected(label).id()).orElseThrow();
    }

    private ExchangeKey now(ExchangeKey key) {
        return keys.find(key.id()).orElseThrow();
    }

    private void show(ExchangeKey key) {
        UI.getCurrentOrThrow().navigate(KeyView.address(Language.ENGLISH, key.id()));
        assertThat(getCurrentView()).isInstanceOf(KeyView.class);
    }

    private void replacePage(ExchangeKey key) {
        UI.getCurrentOrThrow().navigate(ReplaceView.address(Language.ENGLISH, key.id()));
        assertThat(getCurrentView()).isInstanceOf(ReplaceView.class);
    }

    private void leakPage(ExchangeKey key) {
        UI.getCurrentOrThrow().navigate(LeakView.address(Language.ENGLISH, key.id()));
        assertThat(getCurrentView()).isInstanceOf(LeakView.class);
    }

    private List<String> hrefs() {
        return find(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }
}
