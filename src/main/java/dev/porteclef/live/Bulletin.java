package dev.porteclef.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;

/// Who wants to know of what, on this node. A follower is told that there is news, at most once a second, or once in
/// three where there is always some, and always once after the last of it. Nobody keeps what is not followed.
public final class Bulletin {

    /// How long news is remembered for whoever has read already and follows in a moment.
    static final Duration REMEMBERED = Duration.ofSeconds(10);

    /// What could not be read is tried again after so long.
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(5);

    /// When the database is gone, every open page finds out; the log says it once in a while.
    private static final Duration SAID_AGAIN = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Bulletin.class);

    private final Map<Topic, Set<Follower>> followers = new ConcurrentHashMap<>();
    private final Cache<Topic, Instant> news = Caffeine.newBuilder()
            // Longer than asked for, for it is measured by another clock.
            .expireAfterWrite(REMEMBERED.multipliedBy(2))
            .maximumSize(10_000)
            .build();
    private final TaskScheduler scheduler;
    private final Clock clock;
    /// Until when any news may have been missed.
    private volatile Instant missed = Instant.MIN;
    private final AtomicReference<Instant> failureSaid = new AtomicReference<>(Instant.MIN);

    Bulletin(TaskScheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// Until it ends, a follower is told.
    public interface Following {

        /// Tells it once more in a while: what it was told of could not be read.
        ///
        /// @param failure of which the log is told, by its name only
        void again(RuntimeException failure);

        /// Ends it; a second time does nothing.
        void end();
    }

    /// The time from which a page that is about to be read follows.
    public Instant now() {
        return clock.instant();
    }

    /// Has `told` run in a thread of its own whenever there is news on `topic`.
    ///
    /// @param since when what the follower knows was read: news that came between is told at once; so is
    ///     whoever read so long ago that news of that time is no longer remembered
    public Following follow(Topic topic, Instant since, Runnable told) {
        var follower = new Follower(topic, told);
        followers.compute(topic, (_, known) -> {
            var all = known == null ? ConcurrentHashMap.<Follower>newKeySet() : known;
            all.add(follower);
            return all;
        });
        if (mayHaveChanged(topic, since)) {
            follower.hint();
        }
        return follower;
    }

    private boolean mayHaveChanged(Topic topic, Instant since) {
        var latest = news.getIfPresent(topic);
        return (latest != null && !latest.isBefore(since))
                || !missed.isBefore(since)
                || since.isBefore(clock.instant().minus(REMEMBERED));
    }

    /// How many follow, over all topics.
    public int followers() {
        return followers.values().stream().mapToInt(Set::size).sum();
    }

    /// There is news of `topic`: whoever follows it, or what it is a part of, on this node is told, and nobody
    /// elsewhere. What is announced comes here by itself.
    public void changed(Topic topic) {
        news.put(topic, clock.instant());
        followers.getOrDefault(topic, Set.of()).forEach(Follower::hint);
        topic.whole().ifPresent(this::changed);
    }

    /// News may have been missed: everybody looks again.
    void anythingMayHaveChanged() {
        missed = clock.instant();
        followers.values().forEach(all -> all.forEach(Follower::hint));
    }

    private void log(RuntimeException failure) {
        var now = clock.instant();
        var before = failureSaid.get();
        if (before.isBefore(now.minus(SAID_AGAIN)) && failureSaid.compareAndSet(before, now)) {
            LOG.warn(
                    "News could not be read for now ({}); it is tried again",
                    failure.getClass().getName());
        }
    }

    private final class Follower implements Following {

        private final Topic topic;
        private @Nullable Runnable told;
        private Instant rested = Instant.EPOCH;
        private boolean waiting;
        private boolean trying;

        private Follower(Topic topic, Runnable told) {
            this.topic = topic;
            this.told = told;
        }

        private synchronized void hint() {
            if (waiting || told == null) {
                return;
            }
            var now = clock.instant();
            // A clock that was set back makes nobody wait for longer.
            var latest = now.plus(topic.rest());
            waiting = schedule(this::tell, rested.isBefore(latest) ? rested : latest);
        }

        @Override
        public synchronized void again(RuntimeException failure) {
            log(failure);
            if (!trying && told != null) {
                trying = schedule(this::tryAgain, clock.instant().plus(BEFORE_ANOTHER_TRY));
            }
        }

        private synchronized void tryAgain() {
            trying = false;
            hint();
        }

        /// Whether it will run: a node that stops tells nobody any more.
        private boolean schedule(Runnable task, Instant at) {
            try {
                var _ = scheduler.schedule(task, at);
                return true;
            } catch (TaskRejectedException e) {
                LOG.debug("Nobody is told any more", e);
                return false;
            }
        }

        private void tell() {
            var page = told();
            if (page != null) {
                page.run();
            }
        }

        private synchronized @Nullable Runnable told() {
            waiting = false;
            rested = clock.instant().plus(topic.rest());
            return told;
        }

        @Override
        public void end() {
            synchronized (this) {
                // A page that is gone is not kept by news that is still on its way.
                told = null;
            }
            followers.computeIfPresent(topic, (_, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }
}
