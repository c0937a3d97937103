package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WITHOUT_ORDERS;
import static dev.porteclef.key.KeyFixture.draft;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.pair;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.CheckKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What happens to keys while the exchange is being asked about them: other windows, other nodes, second thoughts.
@Timeout(60)
class ReplaceRacesTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();

    private final SignedInUser customer = person(Role.CUSTOMER);

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_old_key_deleted_while_the_new_one_is_judged_leaves_the_new_one_in_use(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer);
                var credentials = pair(newKey())) {
            var old = fixture.connected(newKey());
            var outcome = fixture.keys()
                    .replace(
                            old.id(),
                            draft("New"),
                            credentials,
                            null,
                            once(CheckKind.FORMAT, () -> fixture.keys().delete(old.id())));
            assertThat(outcome).isInstanceOfSatisfying(ConnectOutcome.Connected.class, connected -> {
                assertThat(connected.key().life()).isEqualTo(Life.ACTIVE);
                assertThat(fixture.keys().own()).containsExactly(connected.key());
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void checks_of_old_and_new_key_at_the_moment_of_the_switch_do_not_block_each_other(TestDatabase database)
            throws Exception {
        var fixture = FIXTURES.on(database);
        for (var round = 0; round < 4; round++) {
            var newKey = newKey();
            ExchangeKey old;
            ExchangeKey draft;
            try (var _ = SignedIn.as(customer)) {
                old = fixture.connected(newKey());
                fixture.bitfinex.answerByKey(Map.of(newKey, WITHOUT_ORDERS));
                draft = fixture.drafted(old.id(), newKey);
                fixture.bitfinex.reset();
            }
            var start = new CyclicBarrier(2);
            both(() -> check(fixture, draft, start), () -> check(fixture, old, start));
            try (var _ = SignedIn.as(customer)) {
                assertThat(fixture.found(draft.id()).life()).isEqualTo(Life.ACTIVE);
                assertThat(fixture.found(old.id()).life()).isEqualTo(Life.REPLACED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_reported_as_leaked_while_it_is_checked_is_revoked_by_a_refusal(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            var key = fixture.connected(apiKey);
            fixture.bitfinex.refuse(apiKey);
            fixture.keys()
                    .check(
                            key.id(),
                            once(CheckKind.FORMAT, () -> fixture.upkeep().reportLeak(key.id())));
            assertThat(fixture.found(key.id()).life()).isEqualTo(Life.REVOKED);
            assertThat(fixture.ciphertexts(key.id())).isEmpty();
        }
    }

    private CheckOutcome check(KeyFixture fixture, ExchangeKey key, CyclicBarrier start) {
        try (var _ = SignedIn.as(customer)) {
            return fixture.keys().check(key.id(), once(CheckKind.FORMAT, () -> await(start)));
        }
    }

    private static List<Object> both(Callable<?> one, Callable<?> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(one);
            var second = threads.submit(other);
            return List.of(first.get(), second.get());
        }
    }

    /// Runs `act` the first time that a check of this kind is told.
    private static Consumer<Check> once(CheckKind kind, Runnable act) {
        var done = new boolean[1];
        return check -> {
            if (check.kind() == kind && !done[0]) {
                done[0] = true;
                act.run();
            }
        };
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the other thread did not come", e);
        }
    }
}
