package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.key.KeyFixture.SECRET;
import static dev.porteclef.key.KeyFixture.draft;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.pair;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.Comparison;
import dev.porteclef.verification.FormatFinding;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is written of a key that is submitted, and when.
@Timeout(60)
class ConnectKeyTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();
    private static final String ABLE_TO_WITHDRAW = SPOT_RIGHTS.replace("[\"withdraw\",0,0]", "[\"withdraw\",0,1]");

    private final SignedInUser customer = person(Role.CUSTOMER);

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_accepted_key_is_kept_with_its_secrets_sealed(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            fixture.drafts().keep(RealExchanges.bitfinex(), new KeyDrafts.Typed("PRACTICE", "My bot", "spot", "ours"));

            var key = fixture.connected(apiKey);

            assertThat(fixture.keys().find(key.id())).contains(key);
            assertThat(fixture.keys().own()).containsExactly(key);
            assertThat(key)
                    .extracting(
                            ExchangeKey::life, ExchangeKey::verdict, ExchangeKey::harmlessness, ExchangeKey::headline)
                    .containsExactly(Life.ACTIVE, Verdict.Kind.ACCEPTED, Harmlessness.PROVEN, Headline.ACCEPTED);
            assertThat(key.owner()).isEqualTo(customer.id());
            assertThat(key.tail()).isEqualTo(apiKey.substring(39));
            assertThat(key.verdictAt()).isEqualTo(fixture.clock.instant());
            assertThat(fixture.ciphertexts(key.id()))
                    .hasSize(2)
                    .allSatisfy(ciphertext -> assertThat(new String(ciphertext, StandardCharsets.ISO_8859_1))
                            .doesNotContain(apiKey)
                            .doesNotContain(SECRET));
            assertThat(fixture.everythingWritten()).doesNotContain(apiKey).doesNotContain(SECRET);
            assertThat(fixture.rowsOf(key.id(), "key_check")).isEqualTo(1);
            assertThat(fixture.acts(customer.id())).containsExactly("KEY_CONNECTED");
            assertThat(fixture.drafts().find(key.exchange())).isEmpty();
            assertThat(fixture.checked(key.id()).headline())
                    .as("what was sealed opens again")
                    .isEqualTo(Headline.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nothing_is_written_about_the_key_before_the_verdict(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer);
                var credentials = pair(newKey())) {
            var secrets = fixture.rows("key_secret");
            var keys = fixture.rows("exchange_key");
            var seen = new ArrayList<Integer>();
            fixture.keys().connect(draft("Slow"), credentials, null, _ -> {
                seen.add(fixture.rows("key_secret") - secrets);
                seen.add(fixture.rows("exchange_key") - keys);
            });
            assertThat(seen).hasSizeGreaterThan(8).containsOnly(0);
            assertThat(fixture.rows("key_secret") - secrets).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_that_can_withdraw_leaves_a_label_and_no_secret(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        fixture.bitfinex.answer(PERMISSIONS, 200, ABLE_TO_WITHDRAW);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            var outcome = fixture.connect(apiKey);
            assertThat(outcome).isInstanceOf(ConnectOutcome.Refused.class);
            var key = fixture.keys().own().getFirst();
            assertThat(key.life()).isEqualTo(Life.REFUSED);
            assertThat(key.headline()).isEqualTo(Headline.REFUSED);
            assertThat(key.label()).isEqualTo("My bot");
            assertThat(key.strategy()).hasToString("spot");
            assertThat(key.report().comparison())
                    .extracting(Comparison::forbidden)
                    .isEqualTo(Set.of("withdraw"));
            assertThat(fixture.ciphertexts(key.id())).isEmpty();
            assertThat(fixture.isRecognisable(key.id())).isFalse();
            assertThat(fixture.acts(customer.id())).containsExactly("KEY_REFUSED");
            assertThat(fixture.keys().check(key.id(), _ -> {})).isInstanceOf(CheckOutcome.NotCheckable.class);
            assertThat(fixture.everythingWritten()).doesNotContain(apiKey).doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_exchange_of_another_shape_is_kept_whole(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer);
                var credentials = KeyFixture.testboursePair()) {
            fixture.keys().connect(KeyFixture.testbourseDraft(), credentials, null, _ -> {});
            var key = fixture.keys().own().getFirst();
            assertThat(key.headline()).isEqualTo(Headline.CANNOT_BE_PROVEN);
            assertThat(fixture.ciphertexts(key.id())).hasSize(4);
            assertThat(fixture.checked(key.id()).verdict()).isEqualTo(Verdict.Kind.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_same_key_twice_is_recognised_without_asking_the_exchange(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            var first = fixture.connected(apiKey);
            var asked = fixture.bitfinex.asked().size();
            assertThat(fixture.connect(apiKey)).isEqualTo(new ConnectOutcome.AlreadyConnected(first));
            assertThat(fixture.bitfinex.asked()).hasSize(asked);
            assertThat(fixture.keys().own()).containsExactly(first);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_same_key_under_another_account_is_a_key_of_its_own(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        var apiKey = newKey();
        for (var person : List.of(customer, person(Role.CUSTOMER))) {
            try (var _ = SignedIn.as(person)) {
                assertThat(fixture.connect(apiKey)).isInstanceOf(ConnectOutcome.Connected.class);
                assertThat(fixture.keys().own()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void without_a_verdict_the_key_is_kept_in_doubt_and_may_be_sent_again(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        fixture.bitfinex.answer(PERMISSIONS, 502, "<html>");
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            var key = fixture.connected(apiKey);
            assertThat(key.headline()).isEqualTo(Headline.NO_VERDICT);
            assertThat(key.headline().tone()).isEqualTo(Headline.Tone.AMBER);
            assertThat(key.noVerdict()).isEqualTo(Outcome.NOT_ITS_ANSWER);
            assertThat(key.noVerdictSince()).isEqualTo(fixture.clock.instant());
            assertThat(key.verdict()).isNull();
            assertThat(fixture.ciphertexts(key.id())).hasSize(2);
            fixture.bitfinex.reset();
            assertThat(fixture.connected(apiKey).id()).isEqualTo(key.id());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_cannot_be_a_pair_is_sent_nowhere(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            fixture.connected(apiKey);
            var asked = fixture.bitfinex.asked().size();
            for (var wrong : List.of(
                    pair("", SECRET),
                    pair("inner space", SECRET),
                    pair(SECRET, SECRET),
                    // A secret that is known here as a key: the fields were swapped.
                    pair(SECRET, apiKey))) {
                assertThat(fixture.keys().connect(draft("Wrong"), wrong, null, _ -> {}))
                        .isInstanceOfSatisfying(
                                ConnectOutcome.Malformed.class,
                                malformed -> assertThat(malformed.findings()).anyMatch(FormatFinding::blocks));
            }
            assertThat(fixture.bitfinex.asked()).hasSize(asked);
            assertThat(fixture.keys().own()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_cannot_be_put_on_record_does_not_happen(TestDatabase database) {
        try (var fixture = new KeyFixture(database);
                var _ = SignedIn.as(customer)) {
            var kept = fixture.connected(newKey());
            fixture.execute("alter table audit_event add constraint full_up check (number < 2)");
            assertThatThrownBy(() -> fixture.connect(newKey())).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> fixture.keys().delete(kept.id())).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> fixture.checked(kept.id())).isInstanceOf(RuntimeException.class);
            fixture.bitfinex.answer(PERMISSIONS, 200, ABLE_TO_WITHDRAW);
            assertThatThrownBy(() -> fixture.connect(newKey())).isInstanceOf(RuntimeException.class);
            assertThat(fixture.keys().own()).containsExactly(kept);
            assertThat(fixture.rows("key_secret")).isEqualTo(2);
            assertThat(fixture.rows("key_check")).isEqualTo(1);
        }
    }
}
