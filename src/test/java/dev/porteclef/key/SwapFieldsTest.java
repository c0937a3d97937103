package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.ABLE_TO_WITHDRAW;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.NONCE_SMALL;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.REJECTED;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WITHOUT_ORDERS;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.pair;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.Diagnosis;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A refused pair tried with its two fields swapped, because its owner asked for it.
@Timeout(60)
class SwapFieldsTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();

    private final SignedInUser customer = person(Role.CUSTOMER);
    private final String apiKey = newKey();
    private final String secret = newKey();

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_is_accepted_the_other_way_round_is_kept_that_way_round(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer);
                var right = pair(apiKey, secret)) {
            var wrong = pastedSwapped(fixture);
            var sealedBefore = fixture.sealed(wrong.id());
            var kept = ((CheckOutcome.Checked) fixture.keys().trySwapped(wrong.id(), _ -> {})).key();
            assertThat(kept.headline()).isEqualTo(Headline.ACCEPTED);
            assertThat(kept.life()).isEqualTo(Life.ACTIVE);
            assertThat(kept.tail()).hasSize(4).isEqualTo(apiKey.substring(39));
            assertThat(kept.secretVersion()).isEqualTo(wrong.secretVersion() + 1);
            assertThat(kept.report().diagnosis()).isNull();
            assertThat(fixture.sealed(kept.id())).hasSize(2).doesNotContainAnyElementsOf(sealedBefore);
            assertThat(fixture.upkeep().history(kept.id())).hasSize(2);
            assertThat(fixture.acts(customer.id()))
                    .containsExactly("KEY_CONNECTED", "FIELDS_SWAPPED", "VERDICT_CHANGED");
            assertThat(fixture.told.of(kept.id())).containsExactly(Headline.CREDENTIALS_REJECTED, Headline.ACCEPTED);

            assertThat(fixture.checked(kept.id()).headline()).isEqualTo(Headline.ACCEPTED);
            assertThat(fixture.bitfinex.askedFor()).containsExactly(secret, apiKey, apiKey);
            assertThat(fixture.keys().connect(KeyFixture.draft("Again"), right, null, _ -> {}))
                    .isInstanceOf(ConnectOutcome.AlreadyConnected.class);
            assertThat(fixture.everythingWritten()).doesNotContain(secret);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void boxes_that_are_missing_do_not_keep_a_swapped_pair_from_being_kept(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var wrong = pastedSwapped(fixture);
            fixture.bitfinex.answerByKey(Map.of(secret, "", apiKey, WITHOUT_ORDERS));
            var kept = ((CheckOutcome.Checked) fixture.keys().trySwapped(wrong.id(), _ -> {})).key();
            assertThat(kept.headline()).isEqualTo(Headline.MISSING_PERMISSION);
            assertThat(apiKey).endsWith(kept.tail());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_second_refusal_is_noted_and_the_offer_is_not_made_again(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            var wrong = fixture.connected(secret, apiKey);
            var sealedBefore = fixture.sealed(wrong.id());
            var noted = ((CheckOutcome.Checked) fixture.keys().trySwapped(wrong.id(), _ -> {})).key();
            assertThat(diagnosis(wrong).offersSwap()).isTrue();
            assertThat(diagnosis(noted).offersSwap()).isFalse();
            assertThat(noted.findings().swapRefused()).isTrue();
            assertThat(noted.secretVersion()).isEqualTo(wrong.secretVersion());
            assertThat(noted.verdictAt()).isEqualTo(wrong.verdictAt());
            assertThat(fixture.sealed(wrong.id())).isEqualTo(sealedBefore);
            assertThat(fixture.acts(customer.id())).containsExactly("KEY_CONNECTED", "KEY_CHECKED");

            assertThat(diagnosis(fixture.checked(wrong.id())).offersSwap())
                    .as("also after the next check")
                    .isFalse();
            assertThat(fixture.bitfinex.askedFor()).containsExactly(secret, apiKey, secret);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_second_refusal_is_noted_also_while_the_latest_check_had_no_verdict(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            var wrong = fixture.connected(secret, apiKey);
            fixture.bitfinex.answer(PERMISSIONS, 503, "");
            fixture.checked(wrong.id());
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            var noted = ((CheckOutcome.Checked) fixture.keys().trySwapped(wrong.id(), _ -> {})).key();
            assertThat(diagnosis(noted).offersSwap()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_answer_that_does_not_tell_changes_nothing(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var wrong = pastedSwapped(fixture);
            var sealedBefore = fixture.sealed(wrong.id());
            for (var answer : List.of("<html>", NONCE_SMALL)) {
                fixture.bitfinex.answer(PERMISSIONS, 500, answer);
                assertThat(fixture.keys().trySwapped(wrong.id(), _ -> {}))
                        .isInstanceOf(CheckOutcome.NothingLearnt.class);
                assertThat(fixture.found(wrong.id())).isEqualTo(wrong);
            }
            assertThat(fixture.upkeep().history(wrong.id())).hasSize(1);
            assertThat(fixture.sealed(wrong.id())).isEqualTo(sealedBefore);
            assertThat(fixture.acts(customer.id())).containsExactly("KEY_CONNECTED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_swapped_pair_that_can_withdraw_is_destroyed(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var wrong = pastedSwapped(fixture);
            fixture.bitfinex.answerByKey(Map.of(apiKey, ABLE_TO_WITHDRAW));
            var paused = ((CheckOutcome.Checked) fixture.keys().trySwapped(wrong.id(), _ -> {})).key();
            assertThat(paused.pauseReason()).isEqualTo(PauseReason.WITHDRAW);
            assertThat(paused.headline()).isEqualTo(Headline.REFUSED);
            assertThat(paused.secretVersion()).as("never sealed").isEqualTo(wrong.secretVersion());
            assertThat(fixture.ciphertexts(wrong.id())).isEmpty();
            assertThat(fixture.isRecognisable(wrong.id())).isFalse();
            assertThat(fixture.acts(customer.id())).containsExactly("KEY_CONNECTED", "KEY_REFUSED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void only_a_pair_that_was_refused_and_never_accepted_is_tried(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        ExchangeKey theirs;
        try (var _ = SignedIn.as(person(Role.CUSTOMER))) {
            theirs = pastedSwapped(fixture);
        }
        try (var _ = SignedIn.as(customer);
                var other = KeyFixture.testboursePair("closed sesame")) {
            var once = newKey();
            var accepted = fixture.connected(newKey());
            var lost = fixture.connected(once);
            fixture.bitfinex.refuse(once);
            fixture.checked(lost.id());
            fixture.keys().connect(KeyFixture.testbourseDraft(), other, null, _ -> {});
            var elsewhere = fixture.keys().own().stream()
                    .filter(key -> key.label().equals("Other"))
                    .findFirst()
                    .orElseThrow();
            assertThat(elsewhere.headline()).isEqualTo(Headline.CREDENTIALS_REJECTED);
            var asked = fixture.bitfinex.asked().size();
            for (var key : List.of(theirs, accepted, lost, elsewhere)) {
                assertThat(fixture.keys().trySwapped(key.id(), _ -> {})).isInstanceOf(CheckOutcome.NotCheckable.class);
            }
            assertThat(fixture.bitfinex.asked()).hasSize(asked);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void too_many_tries_are_not_sent(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            fixture.bitfinex.answer(PERMISSIONS, 500, "");
            fixture.bitfinex.answerByKey(Map.of(secret, ""));
            var wrong = fixture.connected(secret, apiKey);
            fixture.bitfinex.answer(PERMISSIONS, 503, "");
            for (var check = 0; check < Limit.CHECK_KEY.capacity(); check++) {
                fixture.keys().trySwapped(wrong.id(), _ -> {});
            }
            var asked = fixture.bitfinex.asked().size();
            assertThat(fixture.keys().trySwapped(wrong.id(), _ -> {})).isInstanceOf(CheckOutcome.TooManyTries.class);
            assertThat(fixture.bitfinex.asked()).hasSize(asked);
        }
    }

    /// The key in the secret's field and the other way round, refused; the right way round it would be accepted.
    private ExchangeKey pastedSwapped(KeyFixture fixture) {
        fixture.bitfinex.answerByKey(Map.of(secret, "", apiKey, SPOT_RIGHTS));
        return fixture.connected(secret, apiKey);
    }

    private static Diagnosis diagnosis(ExchangeKey key) {
        return Objects.requireNonNull(key.report().diagnosis());
    }
}
