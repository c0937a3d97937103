package dev.porteclef.verification;

import static dev.porteclef.exchange.Need.OPTIONAL;
import static dev.porteclef.exchange.Need.RECOMMENDED;
import static dev.porteclef.exchange.Need.REQUIRED;
import static dev.porteclef.exchange.Need.UNNEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.Need;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.exchange.Strategy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The rights of a key against what its strategy needs, for every strategy of the real content.
class ComparisonTest {

    private static final Exchange BITFINEX = RealExchanges.bitfinex();

    static Stream<Strategy> strategies() {
        return Rights.strategies(BITFINEX);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void a_key_with_what_is_required_and_recommended_has_no_fault(Strategy strategy) {
        assertThat(compared(strategy, Rights.ticked(BITFINEX, strategy, REQUIRED, RECOMMENDED)))
                .isEqualTo(new Comparison(List.of(), List.of(), List.of(), java.util.Set.of(), java.util.Set.of()));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void optional_boxes_are_nobodys_fault_ticked_or_not(Strategy strategy) {
        assertThat(compared(strategy, Rights.ticked(BITFINEX, strategy, REQUIRED, RECOMMENDED, OPTIONAL)))
                .isEqualTo(compared(strategy, Rights.ticked(BITFINEX, strategy, REQUIRED, RECOMMENDED)));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void each_required_box_is_missed_by_name(Strategy strategy) {
        for (var box : boxes(strategy, REQUIRED)) {
            var comparison = compared(
                    strategy,
                    Rights.ticked(BITFINEX, strategy, REQUIRED, RECOMMENDED).untick(box));
            assertThat(comparison.missing()).containsExactly(box.id());
            assertThat(comparison.recommendedMissing()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void each_recommended_box_is_missed_more_softly(Strategy strategy) {
        for (var box : boxes(strategy, RECOMMENDED)) {
            var comparison = compared(
                    strategy,
                    Rights.ticked(BITFINEX, strategy, REQUIRED, RECOMMENDED).untick(box));
            assertThat(comparison.missing()).isEmpty();
            assertThat(comparison.recommendedMissing()).containsExactly(box.id());
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void each_box_too_many_is_named(Strategy strategy) {
        var unneeded = boxes(strategy, UNNEEDED);
        assertThat(unneeded).isNotEmpty();
        for (var box : unneeded) {
            var comparison = compared(
                    strategy,
                    Rights.ticked(BITFINEX, strategy, REQUIRED, RECOMMENDED).tick(box));
            assertThat(comparison.excess()).containsExactly(box.id());
            assertThat(comparison.missing()).isEmpty();
            assertThat(comparison.unknown()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void a_key_without_rights_misses_all_that_is_required_in_the_order_of_the_dialog(Strategy strategy) {
        assertThat(compared(strategy, new Rights()).missing())
                .containsExactlyElementsOf(boxes(strategy, REQUIRED).stream()
                        .map(PermissionBox::id)
                        .toList())
                .contains("orders.read", "orders.write", "wallets.read");
    }

    @ParameterizedTest
    @CsvSource({
        "spot,              positions.write funding.write wallets.write",
        "spot+transfers,    positions.write funding.write",
        "margin,            funding.write wallets.write",
        "derivatives,       positions.write funding.write wallets.write",
        "funding,           positions.write wallets.write",
        "funding+transfers, positions.write",
    })
    void what_is_needed_for_one_choice_is_too_much_for_another(String strategy, String excess) {
        var choice = Strategy.parse(strategy);
        var comparison = compared(
                choice,
                Rights.ticked(BITFINEX, choice, REQUIRED, RECOMMENDED)
                        .with("positions", false, true)
                        .with("funding", false, true)
                        .with("wallets", false, true));
        assertThat(comparison.excess()).containsExactlyInAnyOrder(excess.split(" "));
    }

    private static Comparison compared(Strategy strategy, Rights rights) {
        return Comparison.of(BITFINEX, strategy, rights.granted());
    }

    private static List<PermissionBox> boxes(Strategy strategy, Need need) {
        return BITFINEX.boxes()
                .filter(box -> BITFINEX.need(box, strategy) == need)
                .toList();
    }
}
