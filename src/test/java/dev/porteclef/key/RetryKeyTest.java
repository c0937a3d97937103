package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.key.KeyFixture.draft;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.pair;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A pair that was not accepted may be sent again, or another one in its place.
@Timeout(60)
class RetryKeyTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();
    private static final String REJECTED = "[\"error\",10100,\"apikey: digest invalid\"]";
    private static final String ABLE_TO_WITHDRAW = SPOT_RIGHTS.replace("[\"withdraw\",0,0]", "[\"withdraw\",0,1]");

    private final SignedInUser customer = person(Role.CUSTOMER);

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_rejected_pair_is_kept_and_the_next_try_takes_its_place(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            var rejected = fixture.connected(apiKey);
            assertThat(rejected.headline()).isEqualTo(Headline.CREDENTIALS_REJECTED);
            assertThat(rejected.verdictCode()).isEqualTo("10100");
            assertThat(fixture.ciphertexts(rejected.id())).hasSize(2);

            fixture.bitfinex.reset();
            var accepted = fixture.connected(apiKey);
            assertThat(accepted.id()).isEqualTo(rejected.id());
            assertThat(accepted.secretVersion()).isEqualTo(rejected.secretVersion() + 1);
            assertThat(accepted.headline()).isEqualTo(Headline.ACCEPTED);
            assertThat(fixture.keys().own()).containsExactly(accepted);
            assertThat(fixture.ciphertexts(accepted.id())).hasSize(2);
            assertThat(fixture.rowsOf(accepted.id(), "key_check")).isEqualTo(2);
            assertThat(fixture.checked(accepted.id()).headline()).isEqualTo(Headline.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void another_pair_takes_the_place_of_the_rejected_one_it_is_a_retry_of(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
        try (var _ = SignedIn.as(customer);
                var another = pair(newKey());
                var withdrawing = pair(newKey())) {
            var rejected = fixture.connected(newKey());
            assertThat(fixture.keys().connect(draft("Again"), another, rejected.id(), _ -> {}))
                    .isInstanceOfSatisfying(
                            ConnectOutcome.Connected.class,
                            connected -> assertThat(connected.key().id()).isEqualTo(rejected.id()));
            fixture.bitfinex.answer(PERMISSIONS, 200, ABLE_TO_WITHDRAW);
            assertThat(fixture.keys().connect(draft("Third"), withdrawing, rejected.id(), _ -> {}))
                    .isInstanceOf(ConnectOutcome.Refused.class);
            assertThat(fixture.keys().own()).singleElement().satisfies(key -> {
                assertThat(key.id()).isEqualTo(rejected.id());
                assertThat(key.life()).isEqualTo(Life.REFUSED);
                assertThat(key.label()).isEqualTo("Third");
            });
            assertThat(fixture.ciphertexts(rejected.id())).isEmpty();
            assertThat(fixture.isRecognisable(rejected.id())).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_retry_never_takes_the_place_of_an_accepted_key_or_of_somebody_elses(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        ExchangeKey theirs;
        try (var _ = SignedIn.as(person(Role.CUSTOMER))) {
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            theirs = fixture.connected(newKey());
            fixture.bitfinex.reset();
        }
        try (var _ = SignedIn.as(customer);
                var first = pair(newKey());
                var second = pair(newKey())) {
            var accepted = fixture.connected(newKey());
            fixture.keys().connect(draft("First"), first, accepted.id(), _ -> {});
            fixture.keys().connect(draft("Second"), second, theirs.id(), _ -> {});
            assertThat(fixture.keys().own()).hasSize(3).contains(accepted);
        }
        try (var _ = SignedIn.as(person(Role.CUSTOMER))) {
            assertThat(fixture.keys().find(theirs.id())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_retry_at_another_exchange_is_a_key_of_its_own(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
        try (var _ = SignedIn.as(customer);
                var credentials = KeyFixture.testboursePair()) {
            var rejected = fixture.connected(newKey());
            fixture.keys().connect(KeyFixture.testbourseDraft(), credentials, rejected.id(), _ -> {});
            assertThat(fixture.keys().own()).hasSize(2);
            for (var key : fixture.keys().own()) {
                assertThat(fixture.keys().check(key.id(), _ -> {})).isInstanceOf(CheckOutcome.Checked.class);
            }
        }
    }
}
