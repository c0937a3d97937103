package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WITHOUT_ORDERS;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.console.StatedKeys;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What goes from the history of checks, and what it tells afterwards all the same.
@Timeout(120)
class HistoryThinningTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String WITHOUT_WALLETS = SPOT_RIGHTS.replace("[\"wallets\",1,0]", "[\"wallets\",0,0]");

    private final SignedInUser customer = person(Role.CUSTOMER);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void of_old_checks_in_a_row_that_found_the_same_the_first_and_the_last_stay(TestDatabase database) {
        try (var fixture = new KeyFixture(database);
                var _ = SignedIn.as(customer)) {
            var began = fixture.clock.instant();
            var key = fixture.connected(newKey()).id();
            checkDaily(fixture, key, 5);
            fixture.bitfinex.answer(PERMISSIONS, 200, WITHOUT_ORDERS);
            checkDaily(fixture, key, 3);
            // The same verdict, because of another box.
            fixture.bitfinex.answer(PERMISSIONS, 200, WITHOUT_WALLETS);
            checkDaily(fixture, key, 3);
            fixture.bitfinex.reset();
            checkDaily(fixture, key, 3);
            fixture.bitfinex.answer(PERMISSIONS, 503, "");
            checkDaily(fixture, key, 3);
            fixture.bitfinex.reset();
            checkDaily(fixture, key, 43);
            var whole = history(fixture, key);
            assertThat(whole).hasSize(61);

            fixture.bean(HistoryThinning.class).thin();

            var stays = Stream.concat(
                            Stream.of(0, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18, 29),
                            IntStream.rangeClosed(30, 60).boxed())
                    .map(day -> began.plus(DAY.multipliedBy(day)))
                    .toList();
            assertThat(history(fixture, key)).extracting(KeyCheck::at).isEqualTo(stays.reversed());
            assertThat(whole).containsAll(history(fixture, key));

            fixture.clock.turnBy(DAY.multipliedBy(10));
            fixture.bean(HistoryThinning.class).thin();

            assertThat(history(fixture, key))
                    .extracting(check -> Duration.between(began, check.at()).toDays())
                    .as("the last of the row has moved")
                    .startsWith(60L)
                    .containsSubsequence(40L, 39L, 18L)
                    .endsWith(0L)
                    .hasSize(12 + 21);
        }
    }

    private static void checkDaily(KeyFixture fixture, KeyId key, int days) {
        for (var day = 0; day < days; day++) {
            fixture.clock.turnBy(DAY);
            fixture.checked(key);
        }
    }

    private static List<KeyCheck> history(KeyFixture fixture, KeyId key) {
        return fixture.upkeep().history(key);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_pass_goes_through_all_keys_and_begins_once_a_day(TestDatabase database) {
        try (var fixture = new KeyFixture(database)) {
            var thinning = fixture.bean(HistoryThinning.class);
            thinning.thin();
            assertThat(count(fixture)).as("no key, no harm").isZero();
            fixture.clock.turnBy(DAY);
            var keys = keysWithThreeOldChecks(fixture, 2 * HistoryThinning.KEYS_AT_ONCE + 3);

            thinning.thin();
            assertThat(count(fixture)).isEqualTo(2 * keys);

            keysWithThreeOldChecks(fixture, 1);
            fixture.clock.turnBy(DAY.minusMillis(1));
            thinning.thin();
            assertThat(count(fixture)).as("this day's pass is over").isEqualTo(2 * keys + 3);
            fixture.clock.turnBy(Duration.ofMillis(1));
            thinning.thin();
            assertThat(count(fixture)).isEqualTo(2 * keys + 2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void two_nodes_share_a_pass(TestDatabase database) throws Exception {
        try (var fixture = new KeyFixture(database);
                var other = fixture.anotherNode();
                var threads = Executors.newFixedThreadPool(2)) {
            var keys = keysWithThreeOldChecks(fixture, 4 * HistoryThinning.KEYS_AT_ONCE);
            var start = new CyclicBarrier(2);
            var rounds = Stream.of(fixture, other)
                    .map(node -> threads.submit(() -> {
                        start.await(20, TimeUnit.SECONDS);
                        node.bean(HistoryThinning.class).thin();
                        return node;
                    }))
                    .toList();
            for (var round : rounds) {
                round.get();
            }
            assertThat(count(fixture)).isEqualTo(2 * keys);
        }
    }

    /// Of neighbours in the order of ids, so that a row of one would go on in the next.
    private static int keysWithThreeOldChecks(KeyFixture fixture, int number) {
        var stated = new StatedKeys(fixture.database.jdbi());
        var ids = new ArrayList<KeyId>();
        var owner = fixture.database
                .jdbi()
                .withHandle(handle -> handle.createQuery("select id from account")
                        .mapTo(UserId.class)
                        .findFirst())
                .orElseGet(stated::customer);
        for (var key = 0; key < number; key++) {
            ids.add(stated.key(owner).write());
        }
        var longAgo = fixture.clock.instant().minus(HistoryThinning.WHOLE).minus(DAY.multipliedBy(9));
        ids.forEach(id ->
                IntStream.range(0, 3).forEach(day -> check(fixture, id, longAgo.plus(DAY.multipliedBy(day)))));
        return number;
    }

    private static void check(KeyFixture fixture, KeyId key, Instant at) {
        fixture.database
                .jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        insert into key_check (id, key_id, at, verdict, harmlessness, report)
                        values (:id, :key, :at, 'ACCEPTED', 'PROVEN', '{"checks":[]}')
                        """)
                        .bind("id", UUID.randomUUID())
                        .bind("key", key)
                        .bind("at", at)
                        .execute());
    }

    private static int count(KeyFixture fixture) {
        return fixture.database
                .jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from key_check")
                        .mapTo(Integer.class)
                        .one());
    }
}
