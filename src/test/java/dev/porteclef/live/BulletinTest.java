package dev.porteclef.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TestDatabase.Fresh;
import dev.porteclef.testing.TurnableClock;
import java.lang.ref.WeakReference;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/// Two nodes on one PostgreSQL, or the one that H2 allows.
@Timeout(60)
class BulletinTest {

    private final Topic topic = Topic.keysOf(new UserId(UUID.randomUUID()));
    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    private final List<Runnable> stops = new ArrayList<>();

    @AfterEach
    void stop() {
        stops.forEach(Runnable::run);
        scheduler.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void every_node_hears_what_was_committed_and_nothing_else(TestDatabase database) {
        var fresh = database.fresh();
        var told = new AtomicInteger();
        var others = new AtomicInteger();
        for (var node : nodes(database, fresh)) {
            node.follow(topic, node.now(), told::incrementAndGet);
            node.follow(Topic.INCIDENTS, node.now(), others::incrementAndGet);
        }
        var nodes = database == TestDatabase.POSTGRESQL ? 2 : 1;

        fresh.transactions().executeWithoutResult(status -> {
            announce(fresh, topic);
            status.setRollbackOnly();
        });
        fresh.transactions().executeWithoutResult(_ -> {
            announce(fresh, topic);
            assertThat(told).as("nothing before the commit").hasValue(0);
        });
        await().untilAtomic(told, is(nodes));
        fresh.jdbi().useHandle(handle -> Announcements.announce(handle, topic));
        await().untilAtomic(told, is(2 * nodes));
        assertThat(others).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_thousand_verdicts_at_once_are_hardly_more_news_than_one(TestDatabase database) {
        var fresh = database.fresh();
        var node = nodes(database, fresh).getFirst();
        var committed = new AtomicInteger();
        var seen = new AtomicInteger();
        var told = new AtomicInteger();
        var begin = System.nanoTime();
        node.follow(topic, node.now(), () -> {
            told.incrementAndGet();
            seen.set(committed.get());
        });
        for (var verdict = 1; verdict <= 1_000; verdict++) {
            committed.set(verdict);
            announce(fresh, topic);
        }
        await().untilAtomic(seen, is(1_000));
        var seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        assertThat(told.get()).as("times told").isLessThanOrEqualTo((int) seconds + 2);
    }

    @Test
    void after_the_connection_was_lost_everybody_looks_again() {
        var fresh = TestDatabase.POSTGRESQL.fresh();
        var node = nodes(TestDatabase.POSTGRESQL, fresh).getFirst();
        var told = new AtomicInteger();
        node.follow(topic, node.now(), told::incrementAndGet);
        breakOff(fresh);
        await().atMost(Duration.ofSeconds(20)).untilAtomic(told, greaterThan(0));
        var before = told.get();
        announce(fresh, topic);
        await().untilAtomic(told, greaterThan(before));
    }

    @Test
    void news_between_reading_and_following_is_not_missed() {
        var node = new Bulletin(scheduler, Clock.systemUTC());
        var since = node.now();
        node.changed(topic);
        var told = new AtomicInteger();
        node.follow(topic, since, told::incrementAndGet);
        await().untilAtomic(told, is(1));
    }

    @Test
    void what_may_have_been_missed_between_reading_and_following_is_looked_for() {
        var node = new Bulletin(scheduler, Clock.systemUTC());
        var since = node.now();
        node.anythingMayHaveChanged();
        var told = new AtomicInteger();
        node.follow(topic, since, told::incrementAndGet);
        await().untilAtomic(told, is(1));
    }

    @Test
    void who_read_before_what_is_remembered_looks_again() {
        var clock = new TurnableClock(Instant.parse("2026-11-22T00:00:00Z"));
        var node = new Bulletin(scheduler, clock);
        var since = node.now();
        clock.turnBy(Bulletin.REMEMBERED.plusSeconds(1));
        var told = new AtomicInteger();
        node.follow(topic, since, told::incrementAndGet);
        await().untilAtomic(told, is(1));
    }

    @Test
    void what_could_not_be_read_is_told_again() {
        var node = new Bulletin(scheduler, Clock.systemUTC());
        var told = new AtomicInteger();
        var following = node.follow(topic, node.now(), told::incrementAndGet);
        following.again(new IllegalStateException("gone"));
        following.again(new IllegalStateException("still gone"));
        await().atMost(Duration.ofSeconds(20)).untilAtomic(told, is(1));
        following.end();
    }

    @Test
    void a_node_that_stops_fails_nobody_whose_change_is_committed() {
        var fresh = TestDatabase.H2.fresh();
        var node = nodes(TestDatabase.H2, fresh).getFirst();
        node.follow(topic, node.now(), () -> {});
        var heard = new AtomicInteger();
        var neighbours = Neighbours.of(fresh.jdbi());
        neighbours.add(_ -> {
            throw new IllegalStateException("a listener with a bug");
        });
        neighbours.add(_ -> heard.incrementAndGet());
        scheduler.close();
        fresh.transactions().executeWithoutResult(_ -> announce(fresh, topic));
        assertThat(heard).hasValue(1);
    }

    @Test
    void who_has_ended_is_neither_told_nor_kept() {
        var node = new Bulletin(scheduler, Clock.systemUTC());
        var told = new AtomicInteger();
        @Nullable Object page = new Object();
        var kept = new WeakReference<>(page);
        var following = follow(node, page, told);
        following.end();
        following.end();
        node.changed(topic);
        assertThat(node.followers()).isZero();
        page = null;
        await().until(() -> {
            System.gc();
            return kept.get() == null;
        });
        assertThat(told).hasValue(0);
    }

    private Bulletin.Following follow(Bulletin node, Object page, AtomicInteger told) {
        return node.follow(topic, node.now(), () -> told.addAndGet(page.hashCode()));
    }

    static void announce(Fresh fresh, Topic topic) {
        fresh.jdbi().useHandle(handle -> Announcements.announce(handle, topic));
    }

    private List<Bulletin> nodes(TestDatabase database, Fresh fresh) {
        if (database == TestDatabase.H2) {
            var only = new Bulletin(scheduler, Clock.systemUTC());
            Neighbours.of(fresh.jdbi()).add(only::changed);
            return List.of(only);
        }
        var url = url(fresh);
        return List.of(node(url, fresh), node(url, fresh));
    }

    static String url(Fresh fresh) {
        try (var connection = fresh.source().getConnection()) {
            return connection.getMetaData().getURL();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Bulletin node(String url, Fresh fresh) {
        var node = new Bulletin(scheduler, Clock.systemUTC());
        var ear = ear(url, node);
        var before = listeners(fresh);
        var heard = new AtomicInteger();
        var probe = node.follow(Topic.QUESTIONS, node.now(), heard::incrementAndGet);
        ear.start();
        stops.add(ear::stop);
        await().until(() -> listeners(fresh) > before && heard.get() > 0);
        probe.end();
        return node;
    }

    static PostgresEar ear(String url, Bulletin node) {
        return new PostgresEar(url, "postgres", "", node);
    }

    private static int listeners(Fresh fresh) {
        return fresh.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                select count(*)
                                from pg_stat_activity
                                where datname = current_database() and application_name = :name
                                """)
                        .bind("name", PostgresEar.NAME)
                        .mapTo(Integer.class)
                        .one());
    }

    private static void breakOff(Fresh fresh) {
        fresh.jdbi()
                .useHandle(handle -> handle.createQuery("""
                                select pg_terminate_backend(pid)
                                from pg_stat_activity
                                where datname = current_database() and application_name = :name
                                """)
                        .bind("name", PostgresEar.NAME)
                        .mapTo(Boolean.class)
                        .list());
    }
}
