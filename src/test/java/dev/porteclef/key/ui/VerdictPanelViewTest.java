package dev.porteclef.key.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Headline;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Explanations;
import dev.porteclef.testing.ViewTest;
import dev.porteclef.verification.Clue;
import dev.porteclef.verification.Verdict;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Each case says something else, in both languages, offers one thing to do, and links only to what is there.
class VerdictPanelViewTest extends ViewTest {

    private static final Exchange BITFINEX = RealExchanges.bitfinex();
    private static final List<String> ADDRESSES = List.of("51.38.112.198", "2001:db8::7");

    @Autowired
    private Explanations explanations;

    /// Headline, sentence of cause, likeliest cause where there are several, first action.
    private record Said(String headline, String cause, String likeliest, String action) {}

    @ParameterizedTest
    @EnumSource
    void every_case_is_explained_differently(Language language) {
        var said = new HashMap<Said, String>();
        cases().forEach((name, key) -> {
            var panel = panel(key, language);
            var now = new Said(
                    Parts.text(panel, "verdict-title"),
                    Parts.text(panel, "verdict-text"),
                    Parts.tags(panel, "summary").stream()
                            .findFirst()
                            .map(Element::getTextRecursively)
                            .orElse(""),
                    firstAction(panel));
            assertThat(now.headline()).as(name).isNotBlank();
            assertThat(now.cause()).as(name).isNotBlank();
            assertThat(now.action()).as(name).isNotBlank().doesNotContain("!{");
            assertThat(said.put(now, name)).as(name + " says the same: " + now).isNull();
        });
        assertThat(said).hasSize(cases().size());
    }

    @Test
    void what_is_not_green_offers_exactly_one_primary_action() {
        cases().forEach((name, key) -> {
            var primary = Parts.all(panel(key, Language.ENGLISH).getElement())
                    .filter(VerdictPanelViewTest::isPrimary)
                    .count();
            var wanted = name.equals("withdraw") || key.headline().tone() != Headline.Tone.GREEN ? 1 : 0;
            assertThat(primary).as(name).isEqualTo(wanted);
        });
    }

    @Test
    void links_lead_only_to_entries_that_exist() {
        var before = "en/help/bitfinex/";
        cases().forEach((name, key) -> Parts.links(panel(key, Language.ENGLISH)).stream()
                .filter(link -> link.contains("/help/"))
                .forEach(link -> {
                    assertThat(link).startsWith(before);
                    var entry = link.substring(before.length()).replaceFirst("\\?key=.*", "");
                    assertThat(explanations.has("bitfinex", entry))
                            .as(name + " links to " + link)
                            .isTrue();
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "withdraw, withdraw-granted",
        "orders write missing, permission-missing",
        "recommended missing, recommended-missing",
        "more rights, more-rights",
        "wrong secret, 10100",
        "nonce spoilt, 10114",
        "nonce race, nonce-race",
        "no funded wallet, no-funded-wallet",
        "first RATE_LIMITED, 11010",
        "first MAINTENANCE, 20060",
        "first TOO_SLOW, too-slow",
        "first BROKEN_OFF, broken-off",
        "first NOT_ITS_ANSWER, not-its-answer",
        "first UNREACHABLE, unreachable",
        "again TOO_SLOW, too-slow"
    })
    void each_case_links_to_its_own_entry(String name, String entry) {
        var key = Objects.requireNonNull(cases().get(name), name);
        assertThat(Parts.links(panel(key, Language.FRENCH))).contains("fr/help/bitfinex/" + entry + "?key=" + key.id());
    }

    @Test
    void causes_are_ranked_with_their_clues_and_those_ruled_out_are_told_with_the_reason() {
        var key = Judged.rejected(BITFINEX, "10100", Clue.USUAL_SHAPE, Clue.ACCEPTED_BEFORE, Clue.ADDRESS_CHANGED);
        var panel = panel(key, Language.ENGLISH);
        var details = Parts.tags(panel, "details");
        assertThat(details).hasSizeGreaterThan(1);
        assertThat(details.getFirst().hasAttribute("open")).isTrue();
        assertThat(details.subList(1, details.size())).noneMatch(one -> one.hasAttribute("open"));
        assertThat(details.getFirst().getTextRecursively())
                .contains("our address is not on it", "Speaks for it: Our address has changed", "51.38.112.198");
        assertThat(Parts.text(panel, "ruled-out"))
                .startsWith("Ruled out:")
                .contains("swapped fields (this very pair was accepted before)");
        assertThat(Parts.text(panel, "verdict-text")).contains("cannot be told apart");
    }

    @Test
    void swapping_is_offered_only_while_it_could_tell_something_and_says_first_what_it_does() {
        var open = panel(Judged.rejected(BITFINEX, "10100", Clue.USUAL_SHAPE), Language.ENGLISH);
        assertThat(Parts.text(open, "causes"))
                .contains("Try with the two fields swapped", "We ask Bitfinex once with the two values exchanged");
        for (var clue : List.of(Clue.SWAP_REFUSED, Clue.ACCEPTED_BEFORE)) {
            var settled = panel(Judged.rejected(BITFINEX, "10100", Clue.USUAL_SHAPE, clue), Language.ENGLISH);
            assertThat(Parts.text(settled, "causes")).as(clue.name()).doesNotContain("Try with the two fields");
        }
    }

    @Test
    void a_report_from_before_causes_were_ranked_lists_them_in_no_order() {
        var panel = panel(Judged.rejected(BITFINEX, "10100"), Language.ENGLISH);
        assertThat(Parts.text(panel, "verdict-text")).contains("In any order:");
        assertThat(Parts.of(panel, "causes-unranked"))
                .singleElement()
                .satisfies(list -> assertThat(list.getChildCount()).isEqualTo(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleted", "nonce spoilt"})
    void a_dead_key_is_replaced_lest_another_stand_beside_it(String name) {
        var key = Objects.requireNonNull(cases().get(name), name);
        var panel = panel(key, Language.ENGLISH);
        assertThat(firstAction(panel)).isEqualTo("Make a fresh key");
        assertThat(Parts.links(panel)).contains(ReplaceView.address(Language.ENGLISH, key.id()));
    }

    @Test
    void transfers_have_a_sentence_of_their_own() {
        assertThat(Parts.text(panel(Judged.excess(BITFINEX, "wallets.write"), Language.ENGLISH), "verdict-text"))
                .contains("“Transfer between your wallets”", "and to other accounts");
    }

    @Test
    void a_rate_limit_says_from_when_a_check_makes_sense() {
        var panel = panel(Judged.unanswered(BITFINEX, Outcome.RATE_LIMITED, true), Language.FRENCH);
        assertThat(Parts.text(panel, "verdict-text")).contains("à partir de 09:31:00", "Le dernier verdict reste");
    }

    @ParameterizedTest
    @EnumSource
    void another_exchange_is_not_explained_in_the_words_of_this_one(Language language) {
        var other = RealExchanges.testbourse();
        var cases = List.of(
                Judged.good(other),
                Judged.withdrawing(other),
                Judged.unaskable(other),
                Judged.unfunded(other),
                Judged.rejected(other, "TB-7", Clue.USUAL_SHAPE, Clue.NO_ADDRESS_LISTS, Clue.FIELDS_DIFFER_IN_SHAPE),
                Judged.rejected(other, "TB-7"),
                Judged.unanswered(other, Outcome.TOO_SLOW, true));
        for (var key : cases) {
            var text = panel(key, language, other, (exchange, entry) -> entry.equals("TB-7"))
                    .getElement()
                    .getTextRecursively();
            assertThat(text)
                    .as(key.headline().name())
                    .doesNotContain("Bitfinex", "Withdraw", "IP", "e-mail", "2FA", "10100");
        }
    }

    private static Map<String, ExchangeKey> cases() {
        var cases = new LinkedHashMap<String, ExchangeKey>();
        cases.put("good", Judged.good(BITFINEX));
        cases.put("withdraw", Judged.withdrawing(BITFINEX));
        cases.put("orders write missing", Judged.missing(BITFINEX, "orders.write"));
        cases.put("recommended missing", Judged.recommendedMissing(BITFINEX, "history.read"));
        cases.put("more rights", Judged.excess(BITFINEX, "settings.write"));
        cases.put("transfers", Judged.excess(BITFINEX, "wallets.write"));
        cases.put("unknown right", Judged.unknownScope(BITFINEX, "eaas_brokerage"));
        cases.put("rights not told", Judged.unaskable(BITFINEX));
        cases.put("wrong secret", Judged.rejected(BITFINEX, "10100", Clue.USUAL_SHAPE));
        cases.put("damaged", Judged.rejected(BITFINEX, "10100", Clue.UNUSUAL_SHAPE));
        cases.put("deleted", Judged.rejected(BITFINEX, "10100", Clue.USUAL_SHAPE, Clue.ACCEPTED_BEFORE));
        cases.put(
                "address changed",
                Judged.rejected(BITFINEX, "10100", Clue.USUAL_SHAPE, Clue.ACCEPTED_BEFORE, Clue.ADDRESS_CHANGED));
        cases.put("not this key", Judged.rejected(BITFINEX, "10100", Clue.USUAL_SHAPE, Clue.OTHERS_LOST));
        cases.put("before ranking", Judged.rejected(BITFINEX, "10100"));
        cases.put("address named", Judged.refused(BITFINEX, Verdict.Kind.IP_NOT_ALLOWED, "10100", null));
        cases.put("nonce spoilt", Judged.refused(BITFINEX, Verdict.Kind.NONCE_CONFLICT, "10114", null));
        cases.put("nonce race", Judged.raced(BITFINEX));
        cases.put("no funded wallet", Judged.unfunded(BITFINEX));
        Arrays.stream(Outcome.values()).filter(outcome -> !outcome.isVerdict()).forEach(outcome -> {
            cases.put("first " + outcome, Judged.unanswered(BITFINEX, outcome, false));
            cases.put("again " + outcome, Judged.unanswered(BITFINEX, outcome, true));
        });
        return cases;
    }

    private Component panel(ExchangeKey key, Language language) {
        return panel(key, language, BITFINEX, explanations);
    }

    private static Component panel(ExchangeKey key, Language language, Exchange exchange, Explanations explanations) {
        UI.getCurrentOrThrow().setLocale(language.locale());
        var words = new KeyWords(UI.getCurrentOrThrow(), language, ZoneOffset.UTC, exchange);
        return new VerdictPanel(
                key,
                new VerdictParts(words, new KeyEntries(explanations, exchange, language), ADDRESSES),
                new Unused());
    }

    private static String firstAction(Component panel) {
        return Parts.of(panel, "actions")
                .getFirst()
                .getChildren()
                .filter(Element::isVisible)
                .findFirst()
                .map(Element::getTextRecursively)
                .orElse("");
    }

    private static boolean isPrimary(Element element) {
        var theme = element.getAttribute("theme");
        return element.getClassList().contains("action-primary")
                || (theme != null && theme.contains("primary") && element.isVisible());
    }

    /// For panels that are only read.
    private static final class Unused implements Remedies {

        @Override
        public void checkAgain() {
            throw new AssertionError("nobody has clicked");
        }

        @Override
        public void trySwapped() {
            throw new AssertionError("nobody has clicked");
        }

        @Override
        public void countInMicroseconds() {
            throw new AssertionError("nobody has agreed");
        }

        @Override
        public Component pasteAgain(ExchangeKey key) {
            var there = new Span("paste");
            there.addClassName("action-primary");
            return there;
        }
    }
}
