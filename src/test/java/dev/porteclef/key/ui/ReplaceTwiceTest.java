package dev.porteclef.key.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.html.ListItem;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Life;
import dev.porteclef.practice.Mishap;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Two windows replace one key: the one that comes too late says how both keys stand, not how they stood.
class ReplaceTwiceTest extends ReplacePages {

    private static final String LATE = "“Spot bot” has been replaced in the meantime";

    @Autowired
    private Jdbi jdbi;

    @Test
    void a_pair_that_is_accepted_too_late_is_a_key_of_its_own() {
        var old = connected("Spot bot").key();
        var quicker = connected("Quicker bot").key();
        var fresh = pair();
        jdbi.useTransaction(other -> {
            other.execute(
                    "select id from exchange_key where id = ? for update",
                    old.id().value());
            open(old);
            name().setValue("Late bot");
            paste(fresh.key(), fresh.secret());
            click("Check and replace");
            // The exchange has answered everything: what remains is the switch, and that waits for this transaction.
            says("Read. Amounts are neither shown nor kept");
            other.execute(
                    "update exchange_key set replaces = ? where id = ?",
                    old.id().value(),
                    quicker.id().value());
            other.execute(
                    "update exchange_key set life = 'REPLACED', version = version + 1 where id = ?",
                    old.id().value());
        });
        says(LATE);
        assertThat(page())
                .contains("“Late bot” has taken nobody’s place", "Accepted")
                .doesNotContain("goes on working as before");
        assertThat(named("Late bot").life()).isEqualTo(Life.ACTIVE);
        assertThat(find(ListItem.class).withClassName("step").all()).isEmpty();
    }

    @Test
    void a_waiting_key_whose_place_was_taken_says_so_when_it_is_checked() {
        var old = connected("Spot bot").key();
        mishaps.befallExchange(Mishap.MAINTENANCE);
        replace(old);
        says("kept and waits");
        mishaps.endExchange();
        new PracticedKeys(keys, practice).replacing(old, "Quicker bot", PracticedKeys.SPOT);
        click("Check again");
        says(LATE);
        assertThat(page())
                .contains("has taken nobody’s place")
                .doesNotContain("From now on", "goes on working as before");
    }

    @Test
    void a_key_with_a_box_missing_does_not_wait_for_a_place_that_is_taken() {
        var old = connected("Spot bot").key();
        var quicker = connected("Quicker bot").key();
        var fresh = pair(Set.of("orders.read", "wallets.read", "history.read"));
        open(old);
        paste(fresh.key(), fresh.secret());
        button("Check and replace").click();
        // The new key is kept; that is shown at the end of a request, and not yet.
        await().pollInSameThread().until(() -> keys.own().size() == 3);
        jdbi.useHandle(other -> other.execute(
                "update exchange_key set replaces = ? where id = ?",
                old.id().value(),
                quicker.id().value()));
        says(LATE);
        assertThat(page())
                .contains("A box is missing", "in use as a key of its own")
                .doesNotContain("“Spot bot” goes on working as before");
    }

    private ExchangeKey named(String label) {
        return keys.own().stream()
                .filter(key -> key.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
