package dev.porteclef.watch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The persistent scheduler of the watch. A node that misses three heartbeats is taken for gone, and its work is taken
/// over by another: within a minute.
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(20);
    /// Calls are paced by the gate, and most of a check is waiting.
    private static final int AT_ONCE = 8;

    @Bean
    @DependsOnDatabaseInitialization
    Scheduler scheduler(DataSource source, KeyWatch watch) {
        RecurringTask<Void> sweep = Tasks.recurring("find-unwatched-keys", new Daily(LocalTime.of(3, 0)))
                .execute((instance, context) -> watch.beginAll(context.getSchedulerClient()));
        return Scheduler.create(source, List.of(watch.task()))
                .startTasks(sweep)
                .threads(AT_ONCE)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(GRACE)
                .build();
    }

    /// Starts with everything else in place, and stops before anything is taken away: what is under way is finished.
    @Bean
    SmartLifecycle watching(Scheduler scheduler, KeyWatch watch) {
        return new SmartLifecycle() {

            private boolean running;

            @Override
            public void start() {
                scheduler.start();
                watch.beginAll(scheduler);
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
