package dev.porteclef.watch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.porteclef.platform.config.Installation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The persistent scheduler of the watch. A node that misses four heartbeats is taken for gone, and its work is taken
/// over by another: within a minute.
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration GRACE = Duration.ofSeconds(20);
    /// Calls are paced by the gate, and most of a check is waiting.
    private static final int AT_ONCE = 16;

    @Bean
    @DependsOnDatabaseInitialization
    Scheduler scheduler(DataSource source, KeyWatch watch, Installation installation, Clock clock) {
        RecurringTask<Void> sweep = Tasks.recurring("find-unwatched-keys", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> watch.beginAll(context.getSchedulerClient()));
        return tuned(
                        Scheduler.create(source, List.of(watch.task())).startTasks(sweep),
                        installation.watch().heartbeat())
                .clock(clock::instant)
                .build();
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

    /// Starts with everything else in place, and stops before anything is taken away: what is under way is finished.
    @Bean
    SmartLifecycle watching(Scheduler scheduler) {
        return new SmartLifecycle() {

            private boolean running;

            @Override
            public void start() {
                scheduler.start();
                running = true;
            }

            @Override
            public void stop() {
                scheduler.stop();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
