package dev.porteclef.watch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.porteclef.platform.config.Installation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// The persistent scheduler of the watch. A node that misses four heartbeats is taken for gone, and its work is taken
/// over by another: within a minute.
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration GRACE = Duration.ofSeconds(20);
    /// Calls are paced by the gate, and most of a check is waiting.
    private static final int AT_ONCE = 16;

    /// Plans, as part of the transaction at hand where there is one; what is planned is done by [#watching].
    @Bean
    @DependsOnDatabaseInitialization
    SchedulerClient plans(DataSource source, KeyWatch watch) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(source), watch.task())
                .build();
    }

    /// Starts with everything else in place, and stops before anything is taken away: what is under way is finished.
    @Bean
    @DependsOnDatabaseInitialization
    SmartLifecycle watching(DataSource source, KeyWatch watch, Installation installation, Clock clock) {
        RecurringTask<Void> sweep = Tasks.recurring("find-unwatched-keys", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> watch.beginAll(context.getSchedulerClient()));
        return new Watching(() -> tuned(
                        Scheduler.create(source, List.of(watch.task())).startTasks(sweep),
                        installation.watch().heartbeat())
                .clock(clock::instant)
                .build());
    }

    /// Whatever node it is on.
    static SchedulerBuilder tuned(SchedulerBuilder scheduler, Duration heartbeat) {
        return scheduler
                .threads(AT_ONCE)
                .schedulerName(new SchedulerName.Fixed("node-" + UUID.randomUUID()))
                .pollingInterval(heartbeat)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(GRACE);
    }

    /// A scheduler cannot be started twice: each start makes another one.
    private static final class Watching implements SmartLifecycle {

        private final Supplier<Scheduler> schedulers;
        private @Nullable Scheduler running;

        private Watching(Supplier<Scheduler> schedulers) {
            this.schedulers = schedulers;
        }

        @Override
        public synchronized void start() {
            var scheduler = schedulers.get();
            scheduler.start();
            running = scheduler;
        }

        @Override
        public synchronized void stop() {
            if (running != null) {
                running.stop();
                running = null;
            }
        }

        @Override
        public synchronized boolean isRunning() {
            return running != null;
        }
    }
}
