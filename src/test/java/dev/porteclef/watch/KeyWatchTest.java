package dev.porteclef.watch;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.REJECTED;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.Life;
import dev.porteclef.mail.AboutKey;
import dev.porteclef.mail.MailKind;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Keys watched by the scheduler on the database, hour by hour.
@Timeout(120)
class KeyWatchTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void every_key_is_checked_once_in_an_interval_and_not_all_at_once(TestDatabase database) {
        try (var world = new WatchWorld(database)) {
            world.watched(8);
            assertThat(world.planned()).hasSize(8);
            assertThat(world.planned().values().stream().distinct()).hasSize(8);
            world.keys.bitfinex().reset();
            world.letPass(Duration.ofHours(6), HOUR);
            assertThat(world.keys.bitfinex().askedFor()).hasSize(8).doesNotHaveDuplicates();
            world.keys.bitfinex().reset();
            world.letPass(Duration.ofHours(24), HOUR);
            assertThat(world.keys.bitfinex().askedFor())
                    .as("four rounds, give or take one for the drift")
                    .hasSizeBetween(24, 40);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_refusal_is_asked_about_again_in_ten_minutes_before_it_counts(TestDatabase database) {
        try (var world = new WatchWorld(database)) {
            var deleted = world.watched(1);
            world.watched(14);
            var key = deleted.getFirst();
            world.keys.bitfinex().refuse(world.keys.apiKey(key));
            world.letPassUntilDue(key);
            assertThat(world.keys.now(key).headline()).isEqualTo(Headline.DOUBTED);
            var doubted = world.keys.clock().instant();
            world.letPass(MINUTE.multipliedBy(8), MINUTE.multipliedBy(4));
            assertThat(world.keys.now(key).headline()).isEqualTo(Headline.DOUBTED);
            world.letPassUntilDue(key);
            assertThat(world.keys.now(key).headline()).isEqualTo(Headline.CREDENTIALS_REJECTED);
            assertThat(Duration.between(doubted, world.keys.clock().instant()))
                    .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
            assertThat(world.isIncident()).as("one deleted key is no incident").isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void silence_is_asked_about_again_at_growing_pauses(TestDatabase database) {
        try (var world = new WatchWorld(database)) {
            var key = world.watched(1).getFirst();
            world.keys.bitfinex().answer(PERMISSIONS, 503, "");
            world.letPassUntilDue(key);
            var pauses = new ArrayList<Duration>();
            for (var tries = 0; tries < 14; tries++) {
                var last = world.keys.clock().instant();
                world.letPassUntilDue(key);
                pauses.add(Duration.between(last, world.keys.clock().instant()));
            }
            assertThat(pauses.getFirst()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(70));
            assertThat(pauses.get(5)).isGreaterThan(MINUTE.multipliedBy(8));
            assertThat(pauses.getLast()).isBetween(Duration.ofHours(5), Duration.ofHours(7));
            assertThat(world.keys.now(key).headline()).isEqualTo(Headline.LAST_VERDICT_STAYS);
            world.keys.bitfinex().reset();
            world.letPassUntilDue(key);
            assertThat(world.keys.now(key).headline()).isEqualTo(Headline.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_leaked_key_is_asked_about_once_a_day_until_it_is_refused_and_a_paused_one_never(TestDatabase database) {
        try (var world = new WatchWorld(database)) {
            var own = world.watched(2);
            var leaked = world.keys.reportLeak(own.getFirst());
            world.keys.pause(own.getLast());
            world.letPass(Duration.ofHours(30), HOUR);
            world.keys.bitfinex().reset();
            world.letPass(Duration.ofDays(3), HOUR);
            assertThat(world.keys.bitfinex().askedFor()).hasSizeBetween(2, 4).containsOnly(world.keys.apiKey(leaked));
            assertThat(world.planned()).as("nobody looks after a paused key").hasSize(1);

            world.keys.bitfinex().answer(PERMISSIONS, 500, REJECTED);
            world.letPass(Duration.ofHours(30), HOUR);
            assertThat(world.keys.now(leaked).life()).isEqualTo(Life.REVOKED);
            world.letPass(Duration.ofHours(30), HOUR);
            assertThat(world.planned()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_few_keys_recognise_an_outage_as_fast_as_many_do_and_its_end(TestDatabase database) {
        try (var world = new WatchWorld(database)) {
            var own = world.watched(6);
            world.letPass(Duration.ofHours(6), HOUR);
            world.keys.bitfinex().answer(PERMISSIONS, 503, "");
            var first = firstDue(world);
            world.letPass(Duration.between(world.keys.clock().instant(), first).plus(MINUTE), MINUTE);
            world.letPass(MINUTE.multipliedBy(12), MINUTE);
            assertThat(world.isIncident()).isTrue();
            assertThat(holds(world, MailKind.KEY_RED)).isTrue();
            assertThat(holds(world, MailKind.WITHDRAW_FOUND))
                    .as("what is certain does not wait")
                    .isFalse();

            world.letPass(HOUR, MINUTE.multipliedBy(4));
            assertThat(world.headlines(own)).isSubsetOf(Headline.LAST_VERDICT_STAYS, Headline.ACCEPTED);
            assertThat(world.isIncident()).isTrue();

            world.keys.bitfinex().reset();
            world.letPass(MINUTE.multipliedBy(5), MINUTE);
            assertThat(world.isIncident()).isFalse();
            assertThat(holds(world, MailKind.KEY_RED))
                    .as("until those that were refused have been asked once more")
                    .isTrue();
            world.letPass(MINUTE.multipliedBy(10), MINUTE);
            assertThat(holds(world, MailKind.KEY_RED)).isFalse();
        }
    }

    private static boolean holds(WatchWorld world, MailKind kind) {
        var any = new AboutKey(StagedBitfinex.ID, Environment.PRACTICE, new KeyId(UUID.randomUUID()));
        return new IncidentBrake(world.incidents, world.keys.jdbi()).holds(kind, any);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_that_was_refused_before_anybody_knew_is_asked_again_when_it_is_over(TestDatabase database) {
        try (var world = new WatchWorld(database)) {
            var own = world.watched(9);
            world.letPass(Duration.ofHours(6), HOUR);
            world.keys.bitfinex().answer(PERMISSIONS, 500, REJECTED);
            var early = world.keys.checkInPerson(own.getFirst());
            assertThat(early.headline()).isEqualTo(Headline.CREDENTIALS_REJECTED);
            world.letPass(Duration.ofHours(8), MINUTE.multipliedBy(8));
            assertThat(world.isIncident()).isTrue();
            world.keys.bitfinex().reset();
            world.letPass(MINUTE.multipliedBy(10), MINUTE);
            assertThat(world.isIncident()).isFalse();
            assertThat(world.keys.now(early).headline()).isEqualTo(Headline.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_mass_of_refusals_turns_nothing_red_and_ends_by_itself(TestDatabase database) {
        try (var world = new WatchWorld(database)) {
            var own = world.watched(9);
            world.letPass(Duration.ofHours(6), HOUR);
            world.keys.bitfinex().answer(PERMISSIONS, 500, REJECTED);
            world.letPass(Duration.ofHours(8), MINUTE.multipliedBy(8));
            assertThat(world.incidents.current())
                    .extracting(Incident::kind)
                    .containsExactly(Incident.Kind.MANY_REFUSED);
            assertThat(world.headlines(own)).containsOnly(Headline.DOUBTED);
            world.keys.bitfinex().reset();
            world.letPass(MINUTE.multipliedBy(10), MINUTE);
            assertThat(world.isIncident()).isFalse();
            world.letPass(HOUR, MINUTE.multipliedBy(10));
            assertThat(world.headlines(own)).containsOnly(Headline.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void two_nodes_share_the_keys_and_none_is_checked_twice(TestDatabase database) throws Exception {
        try (var world = new WatchWorld(database);
                var threads = Executors.newFixedThreadPool(2)) {
            world.watched(20);
            world.keys.bitfinex().reset();
            world.keys.clock().turnBy(Duration.ofHours(6));
            var start = new CyclicBarrier(2);
            var nodes = List.of(world.node(), world.node());
            var acting = nodes.stream()
                    .map(node -> threads.submit(() -> {
                        start.await(20, TimeUnit.SECONDS);
                        world.act(node);
                        return node;
                    }))
                    .toList();
            for (var one : acting) {
                one.get();
            }
            assertThat(world.keys.bitfinex().askedFor()).hasSize(20).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_a_killed_node_had_in_hand_is_taken_over(TestDatabase database) {
        try (var world = new WatchWorld(database)) {
            var key = world.watched(1).getFirst();
            world.keys
                    .jdbi()
                    .useHandle(handle -> handle.createUpdate("""
                            update scheduled_tasks
                            set picked = true, picked_by = 'gone', last_heartbeat = :then, execution_time = :then
                            """)
                            .bind("then", world.keys.clock().instant())
                            .execute());
            world.keys.bitfinex().reset();
            var node = world.node();
            world.act(node);
            assertThat(world.keys.bitfinex().asked()).as("another has it").isEmpty();
            // The scheduler of tests knows its own number of missed heartbeats only.
            world.keys.clock().turnBy(MINUTE.plusSeconds(1));
            node.scheduler().setTime(world.keys.clock().instant());
            node.scheduler().runDeadExecutionDetection();
            // It is due now, by the clock of the machine.
            world.letPassUntilDue(key);
            assertThat(world.keys.bitfinex().askedFor()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_check_that_is_interrupted_is_written_down_and_planned_again(TestDatabase database) throws Exception {
        try (var world = new WatchWorld(database)) {
            var key = world.watched(1).getFirst();
            var checking = new FutureTask<>(() -> world.letPassUntilDue(key), key);
            var thread = Thread.ofVirtual().unstarted(checking);
            var over = new CountDownLatch(1);
            world.keys.bitfinex().answer(PERMISSIONS, _ -> {
                thread.interrupt();
                await(over);
                return Given.of(200, SPOT_RIGHTS);
            });
            thread.start();
            checking.get();
            over.countDown();
            assertThat(world.keys.now(key).noVerdict()).isEqualTo(Outcome.BROKEN_OFF);
            assertThat(firstDue(world))
                    .isBetween(
                            world.keys.clock().instant(),
                            world.keys.clock().instant().plus(MINUTE.multipliedBy(2)));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant firstDue(WatchWorld world) {
        return world.planned().values().stream().min(Instant::compareTo).orElseThrow();
    }
}
