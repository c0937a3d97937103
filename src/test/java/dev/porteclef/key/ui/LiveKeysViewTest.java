package dev.porteclef.key.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinSession;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.ui.Murmur;
import dev.porteclef.platform.i18n.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.context.request.RequestContextHolder;

/// What another window, another node or the watch does to keys while their owner looks at them.
class LiveKeysViewTest extends OwnKeysViewTest {

    @Autowired
    private Bulletin bulletin;

    @Test
    void the_list_shows_what_was_done_elsewhere_and_leaves_everything_else_as_it_is() {
        var one = made.connected("One");
        made.connected("Two");
        open("en/keys");
        var card = card("One");
        var link = find(Anchor.class, card).withText("One").single();
        var other = find(Fold.class, card("Two")).single();
        upkeep.pause(one.id());
        shows("Paused (1)");
        assertThat(card("One")).isSameAs(card);
        assertThat(find(Anchor.class, card).withText("One").single()).isSameAs(link);
        assertThat(find(Fold.class, card("Two")).single()).isSameAs(other);
        assertThat(murmur()).isEqualTo("One: " + text(Language.ENGLISH, "key.headline.PAUSED"));
    }

    @Test
    void a_key_that_was_connected_or_deleted_elsewhere_comes_and_goes() {
        open("fr/keys");
        var key = made.connected("Ailleurs");
        shows("Ailleurs");
        keys.delete(key.id());
        await(() -> assertThat(page()).doesNotContain("Ailleurs"));
    }

    @Test
    void a_page_of_one_key_keeps_what_says_the_same() {
        var key = made.connected("Alone");
        openKey(key);
        var actions = find(KeyActions.class).single();
        var verdict = find(VerdictPanel.class).single();
        var history = find(Fold.class).all().getFirst();
        keys.check(key.id(), _ -> {});
        await(() -> assertThat(find(KeyHistory.class)
                        .single()
                        .getElement()
                        .getTextRecursively()
                        .split("Accepted", -1))
                .hasSizeGreaterThan(2));
        assertThat(find(KeyActions.class).single()).isSameAs(actions);
        assertThat(find(VerdictPanel.class).single()).isSameAs(verdict);
        assertThat(find(Fold.class).all().getFirst()).isSameAs(history);
        assertThat(murmur()).as("the same verdict again is no news").isEmpty();
        upkeep.pause(key.id());
        shows(text(Language.ENGLISH, "key.headline.PAUSED"));
        assertThat(murmur()).contains(text(Language.ENGLISH, "key.headline.PAUSED"));
        assertThat(find(KeyActions.class).single()).isSameAs(actions);
    }

    @Test
    void what_is_unfolded_stays_so_when_a_check_says_something_new() {
        var key = made.connected("Read");
        openKey(key);
        var quiet = find(Fold.class, find(ProvenRights.class).single()).single();
        var evidence = find(Fold.class, find(KeyHistory.class).single()).single();
        keys.check(key.id(), _ -> {});
        await(() -> assertThat(find(Fold.class, find(KeyHistory.class).single()).all())
                .hasSize(2)
                .contains(evidence));
        assertThat(find(Fold.class, find(ProvenRights.class).single()).single()).isSameAs(quiet);
    }

    @Test
    void causes_of_a_refusal_are_drawn_anew_only_where_others_remain() {
        var key = made.rejected("Refused");
        openKey(key);
        var verdict = find(VerdictPanel.class).single();
        var causes = find(CausesPanel.class).single();
        var asked = times();
        var second = Instant.now().getEpochSecond();
        upkeep.rename(key.id(), "Refused still");
        shows("Refused still");
        // Times are told by the second.
        await(() -> assertThat(Instant.now().getEpochSecond()).isGreaterThan(second));
        keys.check(key.id(), _ -> {});
        await(() -> assertThat(times()).isNotEmpty().isNotEqualTo(asked));
        assertThat(find(VerdictPanel.class).single()).isSameAs(verdict);
        assertThat(find(CausesPanel.class).single()).isSameAs(causes);

        keys.trySwapped(key.id(), _ -> {});
        await(() -> assertThat(find(CausesPanel.class).single())
                .as("swapped fields are ruled out")
                .isNotSameAs(causes));
    }

    /// When to try again, as the causes say it.
    private List<String> times() {
        return find(Paragraph.class, find(CausesPanel.class).single()).all().stream()
                .map(Paragraph::getText)
                .filter(line -> line.matches(".*\\d:\\d\\d:\\d\\d.*"))
                .toList();
    }

    @Test
    void a_search_comes_with_the_sixth_key_and_is_not_taken_from_whoever_uses_it() {
        for (var number = 1; number <= 5; number++) {
            made.connected("Key " + number);
        }
        open("en/keys");
        assertThat(find(KeyFilter.class).exists()).isFalse();
        var card = card("Key 1");
        var sixth = made.connected("Key 6");
        shows("Key 6");
        var search = find(KeyFilter.class).single();
        keys.delete(sixth.id());
        await(() -> assertThat(page()).doesNotContain("Key 6"));
        assertThat(find(KeyFilter.class).single()).isSameAs(search);
        assertThat(card("Key 1")).isSameAs(card);
    }

    @Test
    void a_page_that_is_left_follows_nothing() {
        made.connected("One");
        var before = bulletin.followers();
        open("en/keys");
        assertThat(bulletin.followers()).isGreaterThan(before);
        var atKeys = bulletin.followers();
        UI.getCurrentOrThrow().navigate("en");
        assertThat(bulletin.followers()).isEqualTo(atKeys - 1);
    }

    @Test
    void a_role_that_is_taken_away_in_the_database_is_gone_at_the_next_act() {
        var key = made.connected("One");
        open("en/keys");
        RequestContextHolder.resetRequestAttributes();
        jdbi.useHandle(handle -> handle.execute("delete from account_role where account_id = ?", owner(key)));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> upkeep.pause(key.id()));
        jdbi.useHandle(handle ->
                handle.execute("insert into account_role (account_id, role) values (?, 'CUSTOMER')", owner(key)));
        assertThat(keys.own()).hasSize(1);
        jdbi.useHandle(handle -> handle.execute("update account set enabled = false where id = ?", owner(key)));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> keys.own());
    }

    private static java.util.UUID owner(ExchangeKey key) {
        return key.owner().value();
    }

    private void openKey(ExchangeKey key) {
        UI.getCurrentOrThrow().navigate("en/keys/" + key.id());
        assertThat(getCurrentView()).isInstanceOf(KeyView.class);
    }

    private String murmur() {
        return find(Murmur.class, (Component) getCurrentView())
                .single()
                .getElement()
                .getTextRecursively();
    }

    private void shows(String text) {
        await(() -> assertThat(page()).contains(text));
    }

    private void await(org.awaitility.core.ThrowingRunnable assertion) {
        org.awaitility.Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    var session = VaadinSession.getCurrent();
                    session.getService().runPendingAccessTasks(session);
                    roundTrip();
                    assertion.run();
                });
    }
}
