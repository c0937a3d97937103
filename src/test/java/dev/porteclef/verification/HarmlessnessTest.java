package dev.porteclef.verification;

import static dev.porteclef.exchange.Need.RECOMMENDED;
import static dev.porteclef.exchange.Need.REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.exchange.Strategy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whether a key can take money out: never decided in its favour by something nobody has described.
class HarmlessnessTest {

    private static final Exchange BITFINEX = RealExchanges.bitfinex();
    private static final List<String> WITHDRAWING = List.of(
            "withdraw", "ui_withdraw", "eaas_withdraw", "xyz_withdraw", "withdrawals", "WITHDRAW", "fastWithdrawBeta");
    private static final List<String> UNDESCRIBED =
            List.of("eaas_agreement", "eaas_deposit", "eaas_brokerage", "something_new", "", "orders2", "Orders");

    static Stream<Strategy> strategies() {
        return Rights.strategies(BITFINEX);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void the_rights_that_are_asked_for_are_proven_harmless(Strategy strategy) {
        assertThat(harmlessness(strategy, needed(strategy))).isEqualTo(Harmlessness.PROVEN);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void whatever_names_withdrawing_is_forbidden_to_read_or_write(Strategy strategy) {
        for (var scope : WITHDRAWING) {
            for (var rights : List.of(
                    needed(strategy).with(scope, true, false),
                    needed(strategy).with(scope, false, true),
                    needed(strategy).with(scope, true, true),
                    // Forbidden outweighs whatever else is found.
                    new Rights().with(scope, false, true).with("something_new", false, true))) {
                var comparison = Comparison.of(BITFINEX, strategy, rights.granted());
                assertThat(comparison.harmlessness()).as(scope).isEqualTo(Harmlessness.FORBIDDEN);
                assertThat(comparison.forbidden()).containsExactly(scope);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void a_withdrawing_scope_that_is_listed_but_not_granted_does_no_harm(Strategy strategy) {
        for (var scope : WITHDRAWING) {
            assertThat(harmlessness(strategy, needed(strategy).with(scope, false, false)))
                    .isEqualTo(Harmlessness.PROVEN);
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void writing_history_is_known_to_do_no_harm_although_no_box_grants_it(Strategy strategy) {
        assertThat(harmlessness(strategy, needed(strategy).with("history", true, true)))
                .isEqualTo(Harmlessness.PROVEN);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void an_unknown_scope_cannot_be_proven_harmless_once_it_writes(Strategy strategy) {
        for (var scope : UNDESCRIBED) {
            var comparison = Comparison.of(
                    BITFINEX,
                    strategy,
                    needed(strategy).with(scope, false, true).granted());
            assertThat(comparison.harmlessness()).as(scope).isEqualTo(Harmlessness.CANNOT_BE_PROVEN);
            assertThat(comparison.unknown()).containsExactly(scope);
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void an_unknown_scope_that_only_reads_is_fine(Strategy strategy) {
        for (var scope : UNDESCRIBED) {
            assertThat(harmlessness(strategy, needed(strategy).with(scope, true, false)))
                    .as(scope)
                    .isEqualTo(Harmlessness.PROVEN);
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void a_box_too_many_is_more_than_needed_and_an_unknown_scope_weighs_more(Strategy strategy) {
        assertThat(harmlessness(strategy, needed(strategy).with("settings", false, true)))
                .isEqualTo(Harmlessness.MORE_THAN_NEEDED);
        assertThat(harmlessness(
                        strategy, needed(strategy).with("settings", false, true).with("something_new", false, true)))
                .isEqualTo(Harmlessness.CANNOT_BE_PROVEN);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void a_key_without_any_right_can_do_nothing(Strategy strategy) {
        assertThat(Comparison.of(BITFINEX, strategy, new GrantedPermissions(Map.of()))
                        .harmlessness())
                .isEqualTo(Harmlessness.PROVEN);
    }

    private static Rights needed(Strategy strategy) {
        return Rights.ticked(BITFINEX, strategy, REQUIRED, RECOMMENDED);
    }

    private static Harmlessness harmlessness(Strategy strategy, Rights rights) {
        return Comparison.of(BITFINEX, strategy, rights.granted()).harmlessness();
    }
}
