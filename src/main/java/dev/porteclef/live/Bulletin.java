package dev.porteclef.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TaskScheduler;

/// Who wants to know of what, on this node. A follower is told that there is news, at most once a second however much
/// there is, and always once after the last of it. Nobody keeps what is not followed.
public final class Bulletin {

    /// The least time between two times a follower is told.
    static final Duration REST = Duration.ofSeconds(1);

    /// How long news is remembered for whoever has read already and follows in a moment.
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final Map<Topic, Set<Follower>> followers = new ConcurrentHashMap<>();
    private final Cache<Topic, Instant> news = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();
    private final TaskScheduler scheduler;
    private final Clock clock;

    Bulletin(TaskScheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// Until it ends, a follower is told.
    public interface Following {

        /// Ends it; a second time does nothing.
        void end();
    }

    /// The time from which a page that is about to be read follows.
    public Instant now() {
        return clock.instant();
    }

    /// Has `told` run in a thread of its own whenever there is news on `topic`.
    ///
    /// @param since when what the follower knows was read: news that came between is told at once
    public Following follow(Topic topic, Instant since, Runnable told) {
        var follower = new Follower(topic, told);
        followers.compute(topic, (_, known) -> {
            var all = known == null ? ConcurrentHashMap.<Follower>newKeySet() : known;
            all.add(follower);
            return all;
        });
        var latest = news.getIfPresent(topic);
        if (latest != null && !latest.isBefore(since)) {
            follower.hint();
        }
        return follower;
    }

    /// How many follow, over all topics.
    public int followers() {
        return followers.values().stream().mapToInt(Set::size).sum();
    }

    void changed(Topic topic) {
        news.put(topic, clock.instant());
        followers.getOrDefault(topic, Set.of()).forEach(Follower::hint);
    }

    /// News may have been missed: everybody looks again.
    void anythingMayHaveChanged() {
        followers.values().forEach(all -> all.forEach(Follower::hint));
    }

    private final class Follower implements Following {

        private final Topic topic;
        private @Nullable Runnable told;
        private Instant rested = Instant.EPOCH;
        private boolean waiting;

        private Follower(Topic topic, Runnable told) {
            this.topic = topic;
            this.told = told;
        }

        private synchronized void hint() {
            if (waiting || told == null) {
                return;
            }
            waiting = true;
            var now = clock.instant();
            // A clock that was set back makes nobody wait for longer.
            var latest = now.plus(REST);
            var _ = scheduler.schedule(this::tell, rested.isBefore(latest) ? rested : latest);
        }

        private void tell() {
            var page = told();
            if (page != null) {
                page.run();
            }
        }

        private synchronized @Nullable Runnable told() {
            waiting = false;
            rested = clock.instant().plus(REST);
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
