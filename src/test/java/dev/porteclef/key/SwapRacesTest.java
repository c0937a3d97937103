package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.ABLE_TO_WITHDRAW;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.pair;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A pair tried with its fields swapped while other rows and other windows have a say.
@Timeout(60)
class SwapRacesTest {

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
    void a_swapped_pair_that_is_connected_already_breaks_nothing(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var wrong = pastedSwapped(fixture);
            var right = fixture.connected(apiKey, secret);
            assertThat(fixture.keys().trySwapped(wrong.id(), _ -> {}))
                    .isEqualTo(new CheckOutcome.AlreadyConnected(right));
            assertThat(fixture.keys().own()).containsExactlyInAnyOrder(wrong, right);
            assertThat(fixture.ciphertexts(wrong.id())).hasSize(2);
            assertThat(fixture.checked(right.id()).headline()).isEqualTo(Headline.ACCEPTED);

            fixture.bitfinex.answerByKey(Map.of(apiKey, ABLE_TO_WITHDRAW));
            fixture.keys().trySwapped(wrong.id(), _ -> {});
            assertThat(fixture.keys().own())
                    .as("what can withdraw is destroyed, wherever it is")
                    .extracting(ExchangeKey::headline)
                    .containsOnly(Headline.REFUSED);
            assertThat(fixture.ciphertexts(wrong.id())).isEmpty();
            assertThat(fixture.ciphertexts(right.id())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_pair_pasted_anew_meanwhile_is_not_swapped(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer);
                var another = pair(newKey())) {
            var wrong = pastedSwapped(fixture);
            var pasted = new AtomicBoolean();
            assertThat(fixture.keys().trySwapped(wrong.id(), _ -> {
                        if (pasted.compareAndSet(false, true)) {
                            fixture.keys().connect(KeyFixture.draft("New"), another, wrong.id(), _ -> {});
                        }
                    }))
                    .isInstanceOf(CheckOutcome.NotCheckable.class);
            assertThat(fixture.found(wrong.id()).label()).isEqualTo("New");
            assertThat(fixture.found(wrong.id()).headline()).isEqualTo(Headline.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_double_click_swaps_once(TestDatabase database) throws Exception {
        var fixture = FIXTURES.on(database);
        ExchangeKey wrong;
        try (var _ = SignedIn.as(customer)) {
            wrong = pastedSwapped(fixture);
        }
        Callable<CheckOutcome> click = () -> {
            try (var _ = SignedIn.as(customer)) {
                return fixture.keys().trySwapped(wrong.id(), _ -> {});
            }
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var outcome : threads.invokeAll(List.of(click, click))) {
                assertThat(outcome.get()).isInstanceOfAny(CheckOutcome.Checked.class, CheckOutcome.NotCheckable.class);
            }
        }
        assertThat(fixture.acts(customer.id())).containsOnlyOnce("FIELDS_SWAPPED");
        try (var _ = SignedIn.as(customer)) {
            assertThat(fixture.checked(wrong.id()).headline()).isEqualTo(Headline.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_replacement_pasted_swapped_takes_over_once_it_is_turned_round(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer);
                var swapped = pair(secret, apiKey)) {
            var oldKey = newKey();
            var old = fixture.connected(oldKey);
            fixture.bitfinex.refuse(secret);
            fixture.keys().replace(old.id(), KeyFixture.draft("New bot"), swapped, null, _ -> {});
            var draft = fixture.upkeep().successorOf(old.id()).orElseThrow();
            assertThat(draft.life()).isEqualTo(Life.DRAFT);
            fixture.bitfinex.refuse(secret, oldKey);
            var kept = ((CheckOutcome.Checked) fixture.keys().trySwapped(draft.id(), _ -> {})).key();
            assertThat(kept.life()).isEqualTo(Life.ACTIVE);
            assertThat(fixture.bitfinex.askedFor()).endsWith(apiKey, oldKey);
            assertThat(fixture.found(old.id()).life()).isEqualTo(Life.REVOKED);
        }
    }

    /// The key in the secret's field and the other way round, refused; the right way round it would be accepted.
    private ExchangeKey pastedSwapped(KeyFixture fixture) {
        fixture.bitfinex.answerByKey(Map.of(secret, "", apiKey, SPOT_RIGHTS));
        return fixture.connected(secret, apiKey);
    }
}
