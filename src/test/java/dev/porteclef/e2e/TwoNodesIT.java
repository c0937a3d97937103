package dev.porteclef.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.key.KeyWorld;
import dev.porteclef.testing.FaultProxy;
import dev.porteclef.testing.OwnPostgres;
import dev.porteclef.testing.RunningPortal;
import dev.porteclef.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two whole portals on one PostgreSQL watch the same keys, while either of them and the database are killed and the
/// exchange falls silent: no key is asked about by two at once, no nonce comes twice or too small, nothing turns red,
/// and the banner comes and goes by itself.
class TwoNodesIT {

    /// A killed node is taken for gone after four heartbeats of five seconds, and what it had in hand is due then.
    private static final Duration TAKEN_OVER = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    @Timeout(600)
    void two_nodes_watch_keys_through_kills_and_an_outage() throws Exception {
        prove(30, Duration.ofSeconds(5), 1, Duration.ZERO);
    }

    @Test
    @Tag("soak")
    void two_nodes_watch_a_thousand_keys_through_kills_and_an_hour_of_outage() throws Exception {
        prove(1_000, Duration.ofSeconds(60), 4, Duration.ofHours(1));
    }

    /// @param rounds in each of which one node, the database and the exchange fail
    /// @param lastOutage how long the exchange of the last round stays silent once that was noticed
    private void prove(int number, Duration interval, int rounds, Duration lastOutage) throws Exception {
        var round = interval.multipliedBy(2).plus(TAKEN_OVER);
        try (var postgres = new OwnPostgres(folder.resolve("postgres"));
                var world = new KeyWorld(TestDatabase.POSTGRESQL.on(postgres.source()));
                var exchange = new WitnessedExchange();
                var proxy = new FaultProxy(exchange.port())) {
            var keys =
                    world.customersWithAKey(number).stream().map(world::apiKey).toList();
            var first = node("first", postgres, world, proxy, interval);
            var second = node("second", postgres, world, proxy, interval);
            try {
                assertThat(exchange.awaitRound(keys, round))
                        .as("all are watched")
                        .isTrue();
                for (var killed = 0; killed < rounds; killed++) {
                    (killed % 2 == 0 ? first : second).kill();
                    assertThat(exchange.awaitRound(keys, round))
                            .as("the other node takes over:\n%s", new Told(world, first, second))
                            .isTrue();
                    postgres.kill();
                    postgres.again();
                    if (killed % 2 == 0) {
                        first = first.again();
                    } else {
                        second = second.again();
                    }
                    assertThat(exchange.awaitRound(keys, round))
                            .as("both go on with the database:\n%s", new Told(world, first, second))
                            .isTrue();
                    var lasting = killed == rounds - 1 ? lastOutage : Duration.ZERO;
                    outage(world, proxy, interval, lasting, () -> assertNothingTurnedRed(world, number));
                    assertThat(exchange.awaitRound(keys, round))
                            .as("after the outage:\n%s", new Told(world, first, second))
                            .isTrue();
                    assertNothingTurnedRed(world, number);
                }
                ban(world, exchange, interval, number);
            } finally {
                first.close();
                second.close();
            }
            assertNothingInHand(world);
            assertThat(exchange.offences()).isEmpty();
            // Every conversation has left its result but those that a kill cut off.
            assertThat(checks(world)).isGreaterThan(3 * number);
            assertThat(exchange.introspections() - (checks(world) - number)).isBetween(-outages(world), 50 * rounds);
        }
    }

    private RunningPortal node(String name, OwnPostgres postgres, KeyWorld world, FaultProxy proxy, Duration interval)
            throws IOException {
        return RunningPortal.start(
                Files.createDirectories(folder.resolve(name)),
                Map.of(
                        "PORTECLEF_DB_URL",
                        postgres.url(),
                        "PORTECLEF_DB_USER",
                        "postgres",
                        "PORTECLEF_DB_PASSWORD",
                        "postgres"),
                "--profile",
                "postgres",
                "--keys",
                world.masterKeys().toString(),
                "--porteclef.watch.shortest-interval=" + interval,
                "--porteclef.watch.heartbeat=1s",
                // Fewer than threads: whoever held one and wanted another would stand still here.
                "--spring.datasource.hikari.maximum-pool-size=2",
                "--porteclef.outbound.practice-calls-per-minute=60000",
                "--porteclef.outbound.routes[0].address=51.38.112.198",
                "--porteclef.outbound.routes[0].proxy=http://127.0.0.1:" + proxy.port());
    }

    private static void outage(
            KeyWorld world, FaultProxy proxy, Duration interval, Duration lasting, Runnable everySecond) {
        proxy.refuse();
        proxy.reset();
        await(() -> kinds(world).equals(List.of("NO_ANSWER")), interval.plusMinutes(1), "the banner");
        for (var second = Duration.ZERO; second.compareTo(lasting) < 0; second = second.plusSeconds(1)) {
            assertThat(kinds(world)).as("the banner stays").containsExactly("NO_ANSWER");
            everySecond.run();
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        proxy.listen();
        await(() -> kinds(world).isEmpty(), interval.plusMinutes(2), "the end of the banner");
    }

    /// Last, since the keys in doubt are asked again only after ten minutes.
    private static void ban(KeyWorld world, WitnessedExchange exchange, Duration interval, int number) {
        exchange.refuse(true);
        await(() -> kinds(world).equals(List.of("MANY_REFUSED")), interval.plusMinutes(1), "the banner of a ban");
        exchange.refuse(false);
        // Seconds, while any key is left that is not in doubt. Where the machine is so slow that all are by then, three
        // of them a minute are asked, the first a minute after the last refusal: six of the latest twelve are good
        // again after two minutes, and as much is left as for the other banners.
        await(() -> kinds(world).isEmpty(), interval.plusMinutes(4), "the end of the banner of a ban");
        assertThat(count(world, "select count(*) from exchange_key where doubted_at is not null"))
                .isPositive();
        assertThat(count(world, "select count(*) from exchange_key where verdict = 'ACCEPTED'"))
                .isEqualTo(number);
        assertThat(count(world, "select count(*) from mail_outbox where kind = 'KEY_RED'"))
                .isZero();
    }

    private static void await(BooleanSupplier condition, Duration longest, String what) {
        var end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static List<String> kinds(KeyWorld world) {
        return world.jdbi()
                .withHandle(handle -> handle.createQuery("select kind from watch_incident where ended_at is null")
                        .mapTo(String.class)
                        .list());
    }

    private static void assertNothingTurnedRed(KeyWorld world, int number) {
        var verdicts = world.jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                        select distinct coalesce(verdict, '-') from key_check order by 1
                        """).mapTo(String.class).list());
        assertThat(verdicts).containsExactly("-", "ACCEPTED");
        assertThat(count(world, "select count(*) from exchange_key where verdict = 'ACCEPTED' and doubted_at is null"))
                .isEqualTo(number);
    }

    /// Nodes that were stopped, and not killed, have finished their work or given it back.
    private static void assertNothingInHand(KeyWorld world) {
        assertThat(count(world, "select count(*) from scheduled_tasks where picked"))
                .isZero();
        assertThat(count(world, "select count(*) from key_nonce where held_by is not null"))
                .isZero();
        assertThat(count(world, "select count(*) from outbound_ticket")).isZero();
    }

    private static int checks(KeyWorld world) {
        return count(world, "select count(*) from key_check");
    }

    private static int outages(KeyWorld world) {
        return count(world, "select count(*) from key_check where no_verdict is not null");
    }

    private static int count(KeyWorld world, String query) {
        return world.jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }

    /// What to know when it fails.
    private record Told(KeyWorld world, RunningPortal first, RunningPortal second) {

        @Override
        public String toString() {
            var tasks = world.jdbi()
                    .withHandle(handle ->
                            handle.createQuery("""
                            select task_instance || ' ' || execution_time || ' picked ' || picked || ' by '
                                || coalesce(picked_by, '-') || ' heard of ' || coalesce(last_heartbeat || '', '-')
                            from scheduled_tasks
                            order by execution_time
                            limit 10
                            """).mapTo(String.class).list());
            return String.join("\n", tasks) + "\nfirst:\n" + end(first.output()) + end(first.errors()) + "\nsecond:\n"
                    + end(second.output()) + end(second.errors());
        }

        private static String end(String text) {
            return text.substring(Math.max(0, text.length() - 3_000));
        }
    }
}
