package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.ABLE_TO_WITHDRAW;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.NONCE_SMALL;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a customer does to a key without asking the exchange.
@Timeout(60)
class KeyUpkeepTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();

    private final SignedInUser customer = person(Role.CUSTOMER);

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_gets_another_name_that_is_one_and_no_credential(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            assertThat(fixture.upkeep().rename(key.id(), "Grille été")).hasValueSatisfying(named -> {
                assertThat(named.label()).isEqualTo("Grille été");
                assertThat(named.version()).isEqualTo(key.version() + 1);
                assertThat(named).isEqualTo(fixture.found(key.id()));
            });
            assertThat(fixture.upkeep().rename(key.id(), "é".repeat(60))).isPresent();
            for (var none : List.of("", " ", " outer", "outer ", "x".repeat(61))) {
                assertThatIllegalArgumentException()
                        .as(none)
                        .isThrownBy(() -> fixture.upkeep().rename(key.id(), none));
            }
            var credential = newKey();
            for (var unwise : List.of(credential, "my " + credential)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> fixture.upkeep().rename(key.id(), unwise))
                        .withMessageNotContaining(credential);
            }
            assertThat(fixture.found(key.id()).label()).isEqualTo("é".repeat(60));
            assertThat(fixture.acts(customer.id())).containsExactly("KEY_CONNECTED", "KEY_RENAMED", "KEY_RENAMED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_paused_key_is_not_asked_about_until_it_is_resumed(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            var sealed = fixture.sealed(key.id());
            fixture.bitfinex.reset();
            fixture.clock.turnBy(Duration.ofHours(1));
            var paused = fixture.upkeep().pause(key.id()).orElseThrow();
            assertThat(paused.headline()).isEqualTo(Headline.PAUSED);
            assertThat(paused.standing().since()).isEqualTo(fixture.clock.instant());
            assertThat(paused.standing().destroyBy()).isNull();
            assertThat(fixture.upkeep().pause(key.id())).as("paused already").isEmpty();
            assertThat(fixture.keys().check(key.id(), _ -> {})).isInstanceOf(CheckOutcome.NotCheckable.class);
            assertThat(fixture.keys().trySwapped(key.id(), _ -> {})).isInstanceOf(CheckOutcome.NotCheckable.class);
            assertThat(fixture.bitfinex.asked()).isEmpty();

            assertThat(fixture.upkeep().resume(key.id()))
                    .hasValueSatisfying(
                            resumed -> assertThat(resumed.headline()).isEqualTo(Headline.ACCEPTED));
            assertThat(fixture.upkeep().resume(key.id())).as("in use already").isEmpty();
            assertThat(fixture.sealed(key.id())).isEqualTo(sealed);
            assertThat(fixture.checked(key.id()).headline()).isEqualTo(Headline.ACCEPTED);
            assertThat(fixture.acts(customer.id()))
                    .containsExactly("KEY_CONNECTED", "KEY_PAUSED", "KEY_RESUMED", "KEY_CHECKED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_paused_because_it_can_withdraw_stays_so(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            fixture.bitfinex.answer(PERMISSIONS, 200, ABLE_TO_WITHDRAW);
            var paused = fixture.checked(key.id());
            assertThat(fixture.upkeep().resume(key.id())).isEmpty();
            assertThat(fixture.upkeep().pause(key.id())).isEmpty();
            assertThat(fixture.upkeep().reportLeak(key.id())).isEmpty();
            assertThat(fixture.upkeep().countInMicroseconds(key.id())).isEmpty();
            assertThat(fixture.upkeep().changeStrategy(key.id(), key.strategy()))
                    .isEmpty();
            assertThat(fixture.found(key.id())).isEqualTo(paused);
            assertThat(fixture.upkeep().rename(key.id(), "Greedy")).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_leaked_key_is_out_of_use_at_once_and_revoked_when_the_exchange_refuses_it(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            var key = fixture.connected(apiKey);
            var leaked = fixture.upkeep().reportLeak(key.id()).orElseThrow();
            assertThat(leaked.headline()).isEqualTo(Headline.LEAKED);
            assertThat(leaked.isInUse()).isFalse();
            assertThat(fixture.upkeep().reportLeak(key.id())).as("known").isEmpty();
            assertThat(fixture.upkeep().pause(key.id())).isEmpty();
            assertThat(fixture.checked(key.id()).headline())
                    .as("still accepted")
                    .isEqualTo(Headline.LEAKED);
            fixture.bitfinex.refuse(apiKey);
            assertThat(fixture.checked(key.id()).headline()).isEqualTo(Headline.REVOKED);
            assertThat(fixture.ciphertexts(key.id())).isEmpty();
            assertThat(fixture.upkeep().resume(key.id())).isEmpty();
            assertThat(fixture.acts(customer.id()))
                    .containsExactly("KEY_CONNECTED", "LEAK_REPORTED", "KEY_CHECKED", "KEY_REVOKED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_leak_reported_by_mistake_is_taken_back(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            fixture.upkeep().pause(key.id());
            assertThat(fixture.upkeep().reportLeak(key.id()))
                    .as("a paused key can leak")
                    .isPresent();
            assertThat(fixture.upkeep().resume(key.id())).hasValueSatisfying(resumed -> {
                assertThat(resumed.headline()).isEqualTo(Headline.ACCEPTED);
                assertThat(resumed.standing().destroyBy()).isNull();
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void steps_after_a_leak_keep_the_time_of_their_first_tick(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            var upkeep = fixture.upkeep();
            assertThat(upkeep.leakSteps(key.id())).isEmpty();
            var first = fixture.clock.instant();
            upkeep.tickLeakStep(key.id(), LeakStep.REVIEWED, true);
            fixture.clock.turnBy(Duration.ofMinutes(5));
            upkeep.tickLeakStep(key.id(), LeakStep.REVIEWED, true);
            upkeep.tickLeakStep(key.id(), LeakStep.DELETED_THERE, true);
            assertThat(upkeep.leakSteps(key.id()))
                    .containsEntry(LeakStep.REVIEWED, first)
                    .containsEntry(LeakStep.DELETED_THERE, fixture.clock.instant())
                    .hasSize(2);
            upkeep.tickLeakStep(key.id(), LeakStep.REVIEWED, false);
            upkeep.tickLeakStep(key.id(), LeakStep.SOURCE_CLOSED, false);
            assertThat(upkeep.leakSteps(key.id())).containsOnlyKeys(LeakStep.DELETED_THERE);
            fixture.keys().delete(key.id());
            assertThat(fixture.rowsOf(key.id(), "key_leak_step")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void only_after_a_conflict_are_nonces_counted_in_microseconds_and_then_for_good(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            var other = fixture.connected(newKey());
            assertThat(fixture.upkeep().countInMicroseconds(key.id()))
                    .as("nothing is wrong")
                    .isEmpty();
            fixture.bitfinex.answer(PERMISSIONS, 500, NONCE_SMALL);
            assertThat(fixture.checked(key.id()).headline()).isEqualTo(Headline.NONCE_CONFLICT);
            assertThat(lastNonce(fixture)).isLessThan(10_000_000_000_000L);

            fixture.bitfinex.reset();
            assertThat(fixture.upkeep().countInMicroseconds(key.id()))
                    .hasValueSatisfying(counted -> assertThat(counted.headline())
                            .as("until the next check")
                            .isEqualTo(Headline.NONCE_CONFLICT));
            assertThat(fixture.checked(key.id()).headline()).isEqualTo(Headline.ACCEPTED);
            var micros = fixture.clock.instant().toEpochMilli() * 1000;
            assertThat(fixture.bitfinex.asked().getFirst().nonce()).isEqualTo(micros);
            assertThat(lastNonce(fixture)).isGreaterThan(micros);

            fixture.checked(other.id());
            assertThat(lastNonce(fixture)).as("of another key").isLessThan(10_000_000_000_000L);
            try (var restarted = fixture.anotherNode()) {
                restarted.checked(key.id());
                assertThat(lastNonce(fixture)).isGreaterThan(micros);
            }
            assertThat(fixture.acts(customer.id())).containsOnlyOnce("NONCE_UNIT_CHANGED");
        }
    }

    private static long lastNonce(KeyFixture fixture) {
        return fixture.bitfinex.asked().getLast().nonce();
    }
}
