package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.key.KeyFixture.draft;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.pair;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.RealExchanges;
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

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void swapped_fields_are_no_dead_end_and_leave_nothing_of_the_secret(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            var secret = newKey();
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            var swapped = fixture.connected(secret, apiKey);
            assertThat(swapped.headline()).isEqualTo(Headline.CREDENTIALS_REJECTED);
            assertThat(swapped.tail()).isEmpty();

            fixture.bitfinex.reset();
            var right = fixture.connected(apiKey, secret);
            assertThat(right.headline()).isEqualTo(Headline.ACCEPTED);
            assertThat(apiKey).endsWith(right.tail());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_tail_is_shown_once_the_exchange_has_accepted_the_key(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            fixture.bitfinex.answer(PERMISSIONS, 503, "<html>");
            var unknown = fixture.connected(apiKey);
            assertThat(unknown.tail()).isEmpty();
            fixture.bitfinex.reset();
            assertThat(apiKey).endsWith(fixture.checked(unknown.id()).tail());
            assertThat(fixture.checked(unknown.id()).tail()).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_secret_in_the_label_is_neither_sent_nor_kept(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            var secret = newKey();
            var asked = fixture.bitfinex.asked().size();
            assertThat(fixture.keys().connect(draft(secret), pair(apiKey, secret), null, _ -> {}))
                    .isInstanceOf(ConnectOutcome.SecretInLabel.class);
            assertThat(fixture.keys().connect(draft("my " + secret), pair(apiKey, newKey()), null, _ -> {}))
                    .isInstanceOf(ConnectOutcome.SecretInLabel.class);
            fixture.drafts().keep(RealExchanges.bitfinex(), new KeyDrafts.Typed("PRACTICE", secret, "spot", "ours"));
            assertThat(fixture.drafts()
                            .find(RealExchanges.bitfinex().id())
                            .orElseThrow()
                            .label())
                    .isEmpty();
            assertThat(fixture.bitfinex.asked()).hasSize(asked);
            assertThat(fixture.keys().own()).isEmpty();
        }
    }
}
