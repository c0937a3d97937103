package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.ABLE_TO_WITHDRAW;
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
    void two_replacements_of_one_key_at_once_switch_once(TestDatabase database) throws Exception {
        var fixture = FIXTURES.on(database);
        for (var round = 0; round < 3; round++) {
            ExchangeKey old;
            try (var _ = SignedIn.as(customer)) {
                old = fixture.connected(newKey());
            }
            var bothJudged = new CyclicBarrier(2);
            Callable<ConnectOutcome> replacement = () -> {
                try (var _ = SignedIn.as(customer);
                        var credentials = pair(newKey())) {
                    return fixture.keys()
                            .replace(
                                    old.id(),
                                    draft("New"),
                                    credentials,
                                    null,
                                    once(CheckKind.BALANCE, () -> await(bothJudged)));
                }
            };
            var outcomes = both(replacement, replacement);
            assertThat(outcomes)
                    .hasAtLeastOneElementOfType(ConnectOutcome.Replaced.class)
                    .hasAtLeastOneElementOfType(ConnectOutcome.Connected.class);
            try (var _ = SignedIn.as(customer)) {
                var after = fixture.found(old.id());
                assertThat(after.life()).isEqualTo(Life.REPLACED);
                assertThat(after.version()).as("switched and asked about once").isEqualTo(old.version() + 2);
                assertThat(fixture.keys().own())
                        .filteredOn(key -> old.id().equals(key.standing().replaces()))
                        .singleElement()
                        .satisfies(key -> {
                            assertThat(key.life()).isEqualTo(Life.ACTIVE);
                            assertThat(fixture.upkeep().successorOf(old.id())).contains(key);
                        });
                assertThat(fixture.keys().own()).extracting(ExchangeKey::life).doesNotContain(Life.DRAFT);
            }
        }
        assertThat(fixture.acts(customer.id()))
                .filteredOn("KEY_REPLACED"::equals)
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_draft_that_came_too_late_becomes_a_key_of_its_own(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var slow = newKey();
            var old = fixture.connected(newKey());
            fixture.bitfinex.answerByKey(Map.of(slow, WITHOUT_ORDERS));
            var draft = fixture.drafted(old.id(), slow);
            var quick = fixture.replaced(old.id(), newKey());
            assertThat(fixture.upkeep().successorOf(old.id())).contains(quick.key());

            fixture.bitfinex.reset();
            var late = fixture.checked(draft.id());
            assertThat(late.life()).isEqualTo(Life.ACTIVE);
            assertThat(late.standing().replaces()).isNull();
            assertThat(fixture.bitfinex.askedFor()).as("nothing was replaced").containsExactly(slow);
            assertThat(fixture.found(old.id())).isEqualTo(quick.old());
            assertThat(fixture.upkeep().successorOf(old.id())).contains(quick.key());
            assertThat(fixture.acts(customer.id())).containsOnlyOnce("KEY_REPLACED");
        }
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
    void what_a_check_finds_of_a_key_paused_meanwhile_is_not_forgotten(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            var key = fixture.connected(apiKey);
            fixture.bitfinex.refuse(apiKey);
            fixture.keys()
                    .check(
                            key.id(),
                            once(CheckKind.FORMAT, () -> fixture.upkeep().pause(key.id())));
            assertThat(fixture.found(key.id())).satisfies(paused -> {
                assertThat(paused.headline()).isEqualTo(Headline.PAUSED);
                assertThat(paused.sealed()).as("a pause awaits no refusal").isTrue();
            });

            fixture.upkeep().resume(key.id());
            fixture.bitfinex.answerByKey(Map.of(apiKey, ABLE_TO_WITHDRAW));
            fixture.keys()
                    .check(
                            key.id(),
                            once(CheckKind.FORMAT, () -> fixture.upkeep().pause(key.id())));
            assertThat(fixture.found(key.id()).headline()).isEqualTo(Headline.REFUSED);
            assertThat(fixture.ciphertexts(key.id())).isEmpty();
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

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_check_that_waited_for_the_end_of_a_secret_finds_nothing_to_check(TestDatabase database) throws Exception {
        var fixture = FIXTURES.on(database);
        ExchangeKey old;
        try (var _ = SignedIn.as(customer)) {
            old = fixture.connected(newKey());
            fixture.replaced(old.id(), newKey());
        }
        var destroyed = new CyclicBarrier(2);
        Callable<Boolean> end = () -> fixture.inTransaction(() -> {
            fixture.execute("update exchange_key set destroy_by = null where id = '" + old.id() + "'");
            fixture.execute("delete from key_secret where key_id = '" + old.id() + "'");
            await(destroyed);
            fixture.awaitBlocked(database);
            return true;
        });
        Callable<CheckOutcome> question = () -> {
            try (var _ = SignedIn.as(customer)) {
                await(destroyed);
                return fixture.keys().check(old.id(), _ -> {});
            }
        };
        assertThat(both(end, question)).hasAtLeastOneElementOfType(CheckOutcome.NotCheckable.class);
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
