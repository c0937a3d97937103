package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.NONCE_SMALL;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WALLETS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WITHOUT_ORDERS;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.porteclef.exchange.Strategy;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.CheckKind;
import dev.porteclef.verification.CheckState;
import dev.porteclef.verification.Comparison;
import dev.porteclef.verification.Harmlessness;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Another strategy needs other boxes: the rights that the exchange has listed are read anew, and it is not asked.
@Timeout(60)
class ChangeStrategyTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();
    private static final Strategy SPOT = Strategy.of("spot");
    private static final Strategy MARGIN = Strategy.of("margin");
    private static final String MARGIN_RIGHTS = SPOT_RIGHTS.replace("[\"positions\",0,0]", "[\"positions\",1,1]");

    private final SignedInUser customer = person(Role.CUSTOMER);

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void green_turns_red_and_green_again_without_asking_the_exchange(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            fixture.bitfinex.reset();
            fixture.clock.turnBy(Duration.ofDays(1));
            var red = changed(fixture, key, MARGIN);
            assertThat(red.headline()).isEqualTo(Headline.MISSING_PERMISSION);
            assertThat(red.strategy()).isEqualTo(MARGIN);
            assertThat(comparison(red).missing()).containsExactly("positions.read", "positions.write");
            assertThat(permissions(red).state()).isEqualTo(CheckState.FAILED);
            assertThat(permissions(red).evidence()).isEqualTo(permissions(key).evidence());
            assertThat(red.verdictAt()).isEqualTo(key.verdictAt());
            assertThat(red.checkedAt()).isEqualTo(key.checkedAt());
            assertThat(red).isEqualTo(fixture.found(key.id()));

            var green = changed(fixture, key, SPOT);
            assertThat(green.headline()).isEqualTo(Headline.ACCEPTED);
            assertThat(green.report()).isEqualTo(key.report());
            assertThat(green.findings()).isEqualTo(key.findings());
            assertThat(fixture.bitfinex.asked()).isEmpty();
            assertThat(fixture.upkeep().history(key.id())).hasSize(1);
            assertThat(fixture.acts(customer.id()))
                    .containsExactly("KEY_CONNECTED", "STRATEGY_CHANGED", "STRATEGY_CHANGED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_check_under_way_is_held_against_the_strategy_chosen_meanwhile(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            fixture.keys().check(key.id(), check -> {
                if (check.kind() == CheckKind.BALANCE && check.state() == CheckState.RUNNING) {
                    changed(fixture, key, MARGIN);
                }
            });
            var red = fixture.found(key.id());
            assertThat(red.headline()).isEqualTo(Headline.MISSING_PERMISSION);
            assertThat(comparison(red).missing()).containsExactly("positions.read", "positions.write");
            assertThat(permissions(red).state()).isEqualTo(CheckState.FAILED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_one_strategy_needs_is_more_than_another_needs(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            fixture.bitfinex.answer(PERMISSIONS, 200, MARGIN_RIGHTS);
            var key = fixture.connected(newKey());
            assertThat(key.headline()).isEqualTo(Headline.MORE_THAN_NEEDED);
            var margin = changed(fixture, key, MARGIN);
            assertThat(margin.harmlessness()).isEqualTo(Harmlessness.PROVEN);
            assertThat(margin.headline()).isEqualTo(Headline.ACCEPTED);
            assertThat(permissions(margin).state()).isEqualTo(CheckState.PASSED);
            var unproven = changed(fixture, key, new Strategy("spot", Set.of("transfers")));
            assertThat(unproven.headline()).isEqualTo(Headline.MISSING_PERMISSION);
            assertThat(unproven.harmlessness()).isEqualTo(Harmlessness.MORE_THAN_NEEDED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_balance_that_was_refused_stays_refused_whatever_the_strategy(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            fixture.bitfinex.answer(WALLETS, 500, "[\"error\",10001,\"permission: denied\"]");
            var key = fixture.connected(newKey());
            assertThat(key.headline()).isEqualTo(Headline.MISSING_PERMISSION);
            for (var strategy : List.of(MARGIN, SPOT)) {
                assertThat(changed(fixture, key, strategy).headline()).isEqualTo(Headline.MISSING_PERMISSION);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_balance_that_was_not_answered_keeps_nothing_red(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            changed(fixture, key, MARGIN);
            fixture.bitfinex.answer(WALLETS, 503, "");
            assertThat(fixture.checked(key.id()).headline()).isEqualTo(Headline.MISSING_PERMISSION);
            assertThat(changed(fixture, key, SPOT).headline())
                    .as("the exchange has said no to nothing that spot needs")
                    .isEqualTo(Headline.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_rejected_key_only_changes_the_word(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            fixture.bitfinex.refuse(apiKey);
            var key = fixture.connected(apiKey);
            var changed = changed(fixture, key, MARGIN);
            assertThat(changed.strategy()).isEqualTo(MARGIN);
            assertThat(changed.findings()).isEqualTo(key.findings());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void without_an_acceptance_the_rights_are_read_anew_and_the_verdict_stays(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            fixture.bitfinex.answer(PERMISSIONS, 200, MARGIN_RIGHTS);
            fixture.bitfinex.answer(WALLETS, 500, NONCE_SMALL);
            var conflict = fixture.connected(newKey());
            assertThat(conflict.headline()).isEqualTo(Headline.NONCE_CONFLICT);
            assertThat(conflict.harmlessness()).isEqualTo(Harmlessness.MORE_THAN_NEEDED);
            var margin = changed(fixture, conflict, MARGIN);
            assertThat(margin.headline()).isEqualTo(Headline.NONCE_CONFLICT);
            assertThat(margin.verdictCode()).isEqualTo("10114");
            assertThat(margin.harmlessness()).isEqualTo(Harmlessness.PROVEN);

            fixture.bitfinex.answer(PERMISSIONS, 200, SPOT_RIGHTS);
            fixture.bitfinex.answer(WALLETS, 503, "");
            var unknown = fixture.connected(newKey());
            assertThat(unknown.headline()).isEqualTo(Headline.NO_VERDICT);
            var doubtful = changed(fixture, unknown, MARGIN);
            assertThat(doubtful.headline()).isEqualTo(Headline.NO_VERDICT);
            assertThat(comparison(doubtful).missing()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_strategy_that_the_exchange_does_not_know_changes_nothing(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            for (var unknown :
                    List.of(Strategy.of("hope"), Strategy.of("transfers"), new Strategy("spot", Set.of("x")))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> fixture.upkeep().changeStrategy(key.id(), unknown));
            }
            assertThat(fixture.found(key.id())).isEqualTo(key);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_paused_key_and_a_draft_change_theirs_too_and_a_replaced_one_does_not(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var old = fixture.connected(newKey());
            fixture.upkeep().pause(old.id());
            assertThat(changed(fixture, old, MARGIN).headline()).isEqualTo(Headline.PAUSED);
            fixture.bitfinex.answer(PERMISSIONS, 200, WITHOUT_ORDERS);
            var draft = fixture.drafted(old.id(), newKey());
            assertThat(changed(fixture, draft, MARGIN).life()).isEqualTo(Life.DRAFT);
            assertThat(changed(fixture, draft, SPOT).life()).isEqualTo(Life.DRAFT);
            fixture.bitfinex.reset();
            fixture.checked(draft.id());
            assertThat(fixture.upkeep().changeStrategy(old.id(), SPOT)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_right_that_counts_as_withdrawing_since_then_takes_the_secret(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            var learnt = fixture.database
                    .jdbi()
                    .withHandle(handle -> handle.createUpdate("""
                            update exchange_key
                            set report = replace(report,
                                '"withdraw":{"read":false,"write":false}', '"withdraw":{"read":false,"write":true}')
                            where id = :id and report like '%"withdraw":{"read":false,"write":false}%'
                            """)
                            .bind("id", key.id().value())
                            .execute());
            assertThat(learnt).isOne();
            var refused = changed(fixture, key, MARGIN);
            assertThat(refused.headline()).isEqualTo(Headline.REFUSED);
            assertThat(refused.sealed()).isFalse();
            assertThat(fixture.found(key.id())).isEqualTo(refused);
            assertThat(fixture.acts(customer.id())).containsExactly("KEY_CONNECTED", "STRATEGY_CHANGED", "KEY_REFUSED");
            assertThat(fixture.told.of(key.id())).containsExactly(Headline.ACCEPTED, Headline.REFUSED);
        }
    }

    private static ExchangeKey changed(KeyFixture fixture, ExchangeKey key, Strategy strategy) {
        return fixture.upkeep().changeStrategy(key.id(), strategy).orElseThrow();
    }

    private static Comparison comparison(ExchangeKey key) {
        return Objects.requireNonNull(key.report().comparison());
    }

    private static Check permissions(ExchangeKey key) {
        return key.report().checks().stream()
                .filter(check -> check.kind() == CheckKind.PERMISSIONS)
                .findFirst()
                .orElseThrow();
    }
}
