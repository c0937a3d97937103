package dev.porteclef.watch;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.porteclef.exchange.Endpoints;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.key.CheckInterval;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyWorld;
import dev.porteclef.platform.data.Beside;
import dev.porteclef.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// The watch over the keys of several customers, whose scheduler acts when it is told to.
final class WatchWorld implements AutoCloseable {

    final KeyWorld keys;
    final Incidents incidents;
    private final Node node;

    WatchWorld(TestDatabase database) {
        keys = new KeyWorld(database);
        incidents = new Incidents(keys.jdbi(), keys.clock());
        keys.cause(incidents);
        node = node();
    }

    /// One process: its watch, its lookout, and its scheduler.
    record Node(KeyWatch watch, Lookout lookout, ManualScheduler scheduler) {}

    /// Another process on the same database.
    Node node() {
        var beans = new StaticListableBeanFactory();
        var watch = new KeyWatch(
                keys.watched(),
                new Breakers(keys.clock()),
                new Rhythm(keys.bean(CheckInterval.class), new SecureRandom(), keys.clock()),
                keys.bean(Beside.class),
                keys.clock(),
                beans.getBeanProvider(SchedulerClient.class));
        var builder = TestHelper.createManualScheduler(keys.source(), List.of(watch.task()))
                .clock(new SettableClock());
        WatchConfiguration.tuned(builder, Duration.ofSeconds(5));
        var scheduler = builder.build();
        beans.addBean("scheduler", scheduler);
        var lookout = new Lookout(
                keys.bean(ExchangeCatalogue.class), keys.bean(Endpoints.class), incidents, keys.watched(), watch);
        return new Node(watch, lookout, scheduler);
    }

    /// New customers with a good key each, which the watch has found.
    List<ExchangeKey> watched(int number) {
        var own = keys.customersWithAKey(number);
        node.watch().beginAll(node.scheduler());
        return own;
    }

    /// Lets `time` go by in steps, in each of which whatever is due is done.
    void letPass(Duration time, Duration step) {
        for (var gone = step; gone.compareTo(time) <= 0; gone = gone.plus(step)) {
            keys.clock().turnBy(step);
            act(node);
        }
    }

    /// Lets time go by until this key is due, and then a moment.
    void letPassUntilDue(ExchangeKey key) {
        var due = Objects.requireNonNull(planned().get(key.id().value()));
        var wait = Duration.between(keys.clock().instant(), due).plusMillis(1);
        keys.clock().turnBy(wait.isNegative() ? Duration.ZERO : wait);
        act(node);
    }

    void act(Node one) {
        one.lookout().look();
        one.scheduler().setTime(keys.clock().instant());
        one.scheduler().runAnyDueExecutions();
    }

    /// What is planned, by key.
    Map<UUID, Instant> planned() {
        return keys.jdbi()
                .withHandle(handle -> handle
                        .createQuery(
                                "select task_instance, execution_time from scheduled_tasks where task_name = :task")
                        .bind("task", KeyWatch.TASK)
                        .map((row, context) -> Map.entry(
                                UUID.fromString(row.getString("task_instance")),
                                context.findColumnMapperFor(Instant.class)
                                        .orElseThrow()
                                        .map(row, "execution_time", context)))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    List<Headline> headlines(List<ExchangeKey> own) {
        return own.stream().map(key -> keys.now(key).headline()).toList();
    }

    boolean isIncident() {
        return incidents.isUnderWay(StagedBitfinex.ID, Environment.PRACTICE);
    }

    @Override
    public void close() {
        keys.close();
    }
}
