package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.ABLE_TO_WITHDRAW;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WITHOUT_ORDERS;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the portal's own checks may do to a key: turn it green at once, and red at the second refusal only.
@Timeout(60)
class WatchedKeysTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();

    private final SignedInUser customer = person(Role.CUSTOMER);
    private final String apiKey = newKey();

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void green_turns_red_at_the_second_refusal_in_a_row_and_green_again_at_once(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(apiKey);
            fixture.bitfinex.refuse(apiKey);
            var doubted = watch(fixture, key);
            assertThat(doubted.headline()).isEqualTo(Headline.DOUBTED);
            assertThat(doubted.verdict()).isEqualTo(Verdict.Kind.ACCEPTED);
            assertThat(doubted.report()).isEqualTo(key.report());
            assertThat(fixture.upkeep().history(key.id()).getFirst().verdict())
                    .as("history tells what was said")
                    .isEqualTo(Verdict.Kind.CREDENTIALS_REJECTED);

            fixture.bitfinex.answer(PERMISSIONS, 503, "");
            assertThat(watch(fixture, key).findings().doubtedAt())
                    .as("silence says nothing for or against")
                    .isEqualTo(doubted.findings().doubtedAt());

            fixture.bitfinex.refuse(apiKey);
            var red = watch(fixture, key);
            assertThat(red.headline()).isEqualTo(Headline.CREDENTIALS_REJECTED);
            assertThat(red.report().diagnosis()).isNotNull();

            fixture.bitfinex.reset();
            assertThat(watch(fixture, key).headline()).isEqualTo(Headline.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void one_acceptance_in_between_clears_the_doubt(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(apiKey);
            for (var round = 0; round < 3; round++) {
                fixture.bitfinex.answer(PERMISSIONS, 200, WITHOUT_ORDERS);
                assertThat(watch(fixture, key).headline()).isEqualTo(Headline.DOUBTED);
                fixture.bitfinex.reset();
                assertThat(watch(fixture, key).headline()).isEqualTo(Headline.ACCEPTED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_the_exchange_lists_is_believed_while_its_refusal_is_not(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(apiKey);
            assertThat(key.harmlessness()).isEqualTo(Harmlessness.PROVEN);
            fixture.bitfinex.answer(PERMISSIONS, 200, WITHOUT_ORDERS.replaceFirst("\\[\\[", "[[\"mystery\",1,1],["));
            var doubted = watch(fixture, key);
            assertThat(doubted.verdict()).isEqualTo(Verdict.Kind.ACCEPTED);
            assertThat(doubted.findings().doubtedAt()).isNotNull();
            assertThat(doubted.headline())
                    .as("a right that nobody knows is not shown as fine")
                    .isEqualTo(Headline.CANNOT_BE_PROVEN);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoever_asks_is_told_what_the_exchange_says_now(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(apiKey);
            fixture.bitfinex.refuse(apiKey);
            assertThat(fixture.checked(key.id()).headline()).isEqualTo(Headline.CREDENTIALS_REJECTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nothing_turns_red_during_an_incident_and_what_was_red_stays_so(TestDatabase database) {
        try (var fixture = new KeyFixture(database);
                var _ = SignedIn.as(customer)) {
            var key = fixture.connected(apiKey);
            var other = newKey();
            fixture.bitfinex.refuse(apiKey, other);
            var red = fixture.connected(other);
            fixture.bean(ToldCause.class).now = (exchange, environment, address) -> true;
            for (var round = 0; round < 3; round++) {
                assertThat(watch(fixture, key).headline()).isEqualTo(Headline.DOUBTED);
                assertThat(watch(fixture, red).headline()).isEqualTo(Headline.CREDENTIALS_REJECTED);
                assertThat(fixture.checked(key.id()).headline())
                        .as("nor does it for whoever asks, whom the banner makes ask")
                        .isEqualTo(Headline.DOUBTED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_right_to_withdraw_is_believed_at_once(boolean incident) {
        try (var fixture = new KeyFixture(TestDatabase.POSTGRESQL);
                var _ = SignedIn.as(customer)) {
            fixture.bean(ToldCause.class).now = (exchange, environment, address) -> incident;
            var key = fixture.connected(apiKey);
            fixture.bitfinex.answer(PERMISSIONS, 200, ABLE_TO_WITHDRAW);
            var refused = watch(fixture, key);
            assertThat(refused.headline()).isEqualTo(Headline.REFUSED);
            assertThat(refused.life()).isEqualTo(Life.PAUSED);
            assertThat(fixture.ciphertexts(key.id())).isEmpty();
            assertThat(fixture.watched().find(key.id())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void keys_in_use_and_keys_to_be_revoked_are_looked_after_and_no_others(TestDatabase database) {
        try (var fixture = new KeyFixture(database);
                var _ = SignedIn.as(customer)) {
            var used = fixture.connected(newKey());
            var leaked = fixture.connected(newKey());
            fixture.upkeep().reportLeak(leaked.id());
            var paused = fixture.connected(newKey());
            fixture.upkeep().pause(paused.id());
            var old = fixture.connected(newKey());
            var fresh = fixture.replaced(old.id(), newKey()).key();
            var watched = fixture.watched();

            assertThat(Stream.of(used, leaked, old, fresh).map(key -> watched.find(key.id())))
                    .allSatisfy(key -> assertThat(key).isPresent());
            assertThat(watched.longestUnchecked(
                            StagedBitfinex.ID,
                            Environment.PRACTICE,
                            fixture.clock.instant().plusSeconds(1),
                            9))
                    .as("asked for help are only those in use")
                    .containsExactlyInAnyOrder(used.id(), fresh.id());
            assertThat(fixture.bean(CheckInterval.class).of(StagedBitfinex.ID, Environment.PRACTICE))
                    .isEqualTo(Duration.ofHours(6));
            assertThat(watched.find(paused.id())).isEmpty();
            assertThat(watched.find(leaked.id()))
                    .hasValueSatisfying(
                            key -> assertThat(key.awaitsRevocation()).isTrue());
        }
    }

    private static ExchangeKey watch(KeyFixture fixture, ExchangeKey key) {
        fixture.clock.turnBy(Duration.ofMinutes(10));
        var outcome = fixture.watched().check(fixture.watched().find(key.id()).orElseThrow());
        return ((CheckOutcome.Checked) outcome).key();
    }
}
