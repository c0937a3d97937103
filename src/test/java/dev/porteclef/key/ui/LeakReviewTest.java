package dev.porteclef.key.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Life;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.practice.Mishap;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What to look for after a leak: no more is ruled out than the exchange itself has said.
class LeakReviewTest extends PracticedPages {

    private static final String WITHDRAWALS = "Withdrawals: any that you did not ask for";

    @Autowired
    private ExchangeCatalogue catalogue;

    @Test
    void a_key_that_was_listed_without_withdrawing_has_done_none() {
        assertThat(review(upkeep.reportLeak(connected("Spot bot").key().id()).orElseThrow()))
                .contains("with this key one could:", "Place, change and cancel orders")
                .doesNotContain(WITHDRAWALS);
    }

    @Test
    void a_key_that_is_refused_by_now_could_do_what_was_listed_last() {
        var connected = connected("Spot bot");
        var listed = ProvenRights.listedAt(connected.key()).orElseThrow();
        upkeep.reportLeak(connected.key().id());
        practice.delete(connected.pair().id());
        keys.check(connected.key().id(), _ -> {});
        var refused = now(connected.key());
        assertThat(refused.life()).isEqualTo(Life.REVOKED);
        assertThat(refused.report().granted()).isNull();
        var review = review(refused);
        assertThat(review).contains("with this key one could:", "Place, change and cancel orders", WITHDRAWALS);
        var words = new KeyWords(
                UI.getCurrentOrThrow(), Language.ENGLISH, ZoneOffset.UTC, catalogue.get(refused.exchange()));
        assertThat(review).contains("on " + words.time(listed) + ", with");
    }

    @Test
    void a_right_that_is_not_documented_is_told_and_could_be_anything() {
        var pair = pair(Set.of("wallets.read"));
        var key = connect("Watching bot", pair.key(), pair.secret());
        mishaps.befall(pair.id(), Mishap.UNKNOWN_SCOPE);
        keys.check(key.id(), _ -> {});
        assertThat(review(upkeep.reportLeak(key.id()).orElseThrow()))
                .contains("eaas_brokerage", WITHDRAWALS)
                .doesNotContain("could only look");
    }

    @Test
    void a_key_that_can_only_look_is_told_with_the_date_of_the_list() {
        var pair = pair(Set.of("wallets.read"));
        var key = connect("Watching bot", pair.key(), pair.secret());
        assertThat(review(upkeep.reportLeak(key.id()).orElseThrow()))
                .containsPattern("According to Bitfinex \\(practice\\) on .*20\\d\\d.*, this key could only look");
    }

    @Test
    void nothing_is_ruled_out_for_a_key_whose_rights_were_never_listed() {
        var key = connect("Spot bot", pair().key(), WRONG);
        assertThat(review(upkeep.reportLeak(key.id()).orElseThrow()))
                .contains("never told what this key may do", WITHDRAWALS)
                .doesNotContain("could only look", "one could:");
    }

    private String review(ExchangeKey key) {
        open(LeakView.address(Language.ENGLISH, key.id()));
        return find(ListItem.class)
                .withClassName("step")
                .all()
                .get(2)
                .getElement()
                .getTextRecursively();
    }
}
