package dev.porteclef.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.console.StatedKeys;
import dev.porteclef.key.KeyId;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TurnableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// Every check is counted once, into its own day, however many nodes count.
@Timeout(60)
class TallyTest {

    private static final Instant NOW = Instant.parse("2026-11-30T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private final TurnableClock clock = new TurnableClock(NOW.minus(Duration.ofHours(4)));

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_check_is_counted_once_into_its_day(TestDatabase server) {
        var world = new World(server);
        world.tally().count();
        turnTo(NOW);
        world.check("2026-11-29T20:00:00Z", "CREDENTIALS_REJECTED", "DELETED", 20_000);
        world.check("2026-11-29T23:10:00Z", "CREDENTIALS_REJECTED", "DELETED", 234);
        world.check("2026-11-29T23:20:00Z", "MISSING_PERMISSION", null, 236);
        world.check("2026-11-29T23:59:59.999999Z", null, null, 3_140);
        world.check("2026-11-30T00:00:00Z", "CREDENTIALS_REJECTED", "DELETED", null);
        world.check("2026-11-30T00:54:00Z", "CREDENTIALS_REJECTED", "DELETED", 233);
        world.check("2026-11-30T00:58:00Z", "CREDENTIALS_REJECTED", "DELETED", 233);

        world.tally().count();
        world.tally().count();

        assertThat(world.failures())
                .as("neither what was before the first count nor what is not settled yet")
                .containsExactly(
                        YESTERDAY + " CREDENTIALS_REJECTED DELETED 1",
                        YESTERDAY + " MISSING_PERMISSION  1",
                        TODAY + " CREDENTIALS_REJECTED DELETED 2");
        assertThat(world.calls())
                .containsExactly(
                        YESTERDAY + " bitfinex LIVE 230 1",
                        YESTERDAY + " bitfinex LIVE 240 1",
                        YESTERDAY + " bitfinex LIVE 3250 1",
                        TODAY + " bitfinex LIVE 230 1");

        turnTo(NOW.plus(Duration.ofMinutes(10)));
        world.tally().count();
        assertThat(world.failures()).contains(TODAY + " CREDENTIALS_REJECTED DELETED 3");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void two_nodes_do_not_count_twice(TestDatabase server) throws Exception {
        var world = new World(server);
        world.tally().count();
        turnTo(NOW);
        for (var minute = 0; minute < 200; minute++) {
            world.check(clock.instant().minus(Duration.ofMinutes(6L + minute)).toString(), "NONCE_CONFLICT", null, 100);
        }
        try (var nodes = Executors.newFixedThreadPool(4)) {
            List<Future<?>> counts = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(_ -> nodes.submit(() -> world.tally().count()))
                    .toList();
            for (var count : counts) {
                count.get();
            }
        }
        assertThat(world.failures()).containsExactly(YESTERDAY + " NONCE_CONFLICT  145", TODAY + " NONCE_CONFLICT  55");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void old_days_go_and_the_figures_outlive_their_keys(TestDatabase server) {
        var world = new World(server);
        world.tally().count();
        turnTo(NOW);
        world.check("2026-11-29T23:00:00Z", "NONCE_CONFLICT", null, 100);
        world.tally().count();
        world.database.jdbi().useHandle(handle -> handle.execute("delete from exchange_key"));
        assertThat(world.failures()).hasSize(1);

        turnTo(NOW.plus(Duration.ofDays(89)));
        world.tally().count();
        assertThat(world.failures()).hasSize(1);
        turnTo(NOW.plus(Duration.ofDays(91)));
        world.tally().count();
        assertThat(world.failures()).isEmpty();
        assertThat(world.calls()).isEmpty();
    }

    private void turnTo(Instant then) {
        clock.turnBy(Duration.between(clock.instant(), then));
    }

    /// A key whose checks are stated.
    private final class World {

        private final TestDatabase.Fresh database;
        private final KeyId key;

        World(TestDatabase server) {
            database = server.fresh();
            var stated = new StatedKeys(database.jdbi());
            key = stated.key(stated.customer()).write();
        }

        Tally tally() {
            return new Tally(database.jdbi(), clock, new DataSourceTransactionManager(database.source()));
        }

        void check(String at, @Nullable String failedAs, @Nullable String failedBy, @Nullable Integer took) {
            database.jdbi()
                    .useHandle(handle -> handle.createUpdate("""
                            insert into key_check (id, key_id, at, harmlessness, report, failed_as, failed_by, took)
                            values (:id, :key, :at, 'PROVEN', '{"checks":[]}', :failedAs, :failedBy, :took)
                            """)
                            .bind("id", UUID.randomUUID())
                            .bind("key", key)
                            .bind("at", Instant.parse(at))
                            .bind("failedAs", failedAs)
                            .bind("failedBy", failedBy)
                            .bind("took", took)
                            .execute());
        }

        List<String> failures() {
            return rows("select on_date, headline, cause, keys from console_failure_day order by 1, 2, 3");
        }

        List<String> calls() {
            return rows("select on_date, exchange, environment, took, calls from console_latency_day order by 1, 2, 4");
        }

        private List<String> rows(String sql) {
            return database
                    .jdbi()
                    .withHandle(handle -> handle.createQuery(sql).mapToMap().list())
                    .stream()
                    .map(row -> String.join(
                            " ", row.values().stream().map(Object::toString).toList()))
                    .toList();
        }
    }
}
