package dev.porteclef.key.ui;

import static dev.porteclef.key.ui.PracticedKeys.SPOT;
import static dev.porteclef.key.ui.PracticedKeys.spotAnd;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Badge;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The list of a customer's keys: what stands where, and what a card says.
class KeysViewTest extends OwnKeysViewTest {

    @Test
    void keys_stand_by_what_they_are_for_and_the_past_is_folded() {
        var old = made.connected("Old");
        made.replacing(old, "New", SPOT);
        made.replacing(keys.own().getFirst(), "Next", Set.of("wallets.read"));
        upkeep.pause(made.connected("Resting").id());
        made.connected("Withdrawing", spotAnd("withdraw.write"));
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
        assertThat(said("Old")).contains("Replaced by “New”.");
        assertThat(said("Next")).contains("Waits to take over from “New”");
        assertThat(said("New")).contains("“Next” is to take its place");
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

        var said = said("Spot bot");
        assertThat(said)
                .contains(text(language, "key.headline.ACCEPTED"))
                .contains(text(language, "key.rotation.DUE"))
                .contains(text(language, "key.meta.connected", 80))
                .contains(text(language, "key.meta.tail", key.tail()));
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
        // How often keys are checked is asked once a minute.
        open("en/keys");
        var forOne = statements(() -> open("fr/keys"));
        copies(key, 49);
        var forMany = statements(() -> open("en/keys"));
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
        // The portal looks after its keys beside this page.
        var mine = Thread.currentThread();
        var statements = jdbi.getConfig(SqlStatements.class);
        var before = statements.getSqlLogger();
        statements.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                if (Thread.currentThread().equals(mine)) {
                    count.incrementAndGet();
                }
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
}
