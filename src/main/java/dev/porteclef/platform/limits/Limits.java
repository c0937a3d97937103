package dev.porteclef.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.porteclef.platform.config.Installation;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Counts tries against every [Limit], in the memory of this process. Thread-safe.
@Component
public class Limits {

    private static final int CALLERS_PER_LIMIT = 50_000;

    private final Map<Limit, Cache<String, Bucket>> callers = new EnumMap<>(Limit.class);
    private final TimeMeter time;
    private final int callersPerLimit;
    private final int newReaders;

    @Autowired
    public Limits(Clock clock, Installation installation) {
        this(clock, CALLERS_PER_LIMIT, installation.readers().newPerAddress());
    }

    public Limits(Clock clock) {
        this(clock, CALLERS_PER_LIMIT);
    }

    Limits(Clock clock, int callersPerLimit) {
        this(clock, callersPerLimit, Limit.NEW_READER.capacity());
    }

    private Limits(Clock clock, int callersPerLimit, int newReaders) {
        this.time = new ClockTime(clock);
        this.callersPerLimit = callersPerLimit;
        this.newReaders = newReaders;
        for (var limit : Limit.values()) {
            callers.put(limit, emptyCounts(limit));
        }
    }

    /// Counts one try of `key` (an account id, an address) if the limit allows it; otherwise says how long to wait.
    public Allowance check(Limit limit, String key) {
        var counts = counts(limit);
        var bucket = counts.getIfPresent(key);
        if (bucket == null) {
            if (!limit.failOpen() && isFull(counts)) {
                return new Allowance.Wait(limit.period());
            }
            bucket = counts.get(key, _ -> full(limit));
        }
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? new Allowance.Allowed()
                : new Allowance.Wait(Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill())));
    }

    /// Takes back one counted try that turned out harmless, such as a right password.
    public void giveBack(Limit limit, String key) {
        var bucket = counts(limit).getIfPresent(key);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    /// Starts anew for `key`, as if it had never tried.
    public void forget(Limit limit, String key) {
        counts(limit).invalidate(key);
    }

    private Cache<String, Bucket> counts(Limit limit) {
        return Objects.requireNonNull(callers.get(limit));
    }

    private boolean isFull(Cache<String, Bucket> counts) {
        if (counts.estimatedSize() < callersPerLimit) {
            return false;
        }
        // The estimate still holds idle callers until they are swept.
        counts.cleanUp();
        return counts.estimatedSize() >= callersPerLimit;
    }

    private Cache<String, Bucket> emptyCounts(Limit limit) {
        // A bucket idle for a whole period is full again, so that forgetting it changes nothing.
        var counts = Caffeine.newBuilder().expireAfterAccess(limit.period()).ticker(time::currentTimeNanos);
        return limit.failOpen() ? counts.maximumSize(callersPerLimit).build() : counts.build();
    }

    private Bucket full(Limit limit) {
        var capacity = limit == Limit.NEW_READER ? newReaders : limit.capacity();
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(capacity).refillIntervally(capacity, limit.period()))
                .withCustomTimePrecision(time)
                .build();
    }

    /// Lets tests turn the time by the application's own clock.
    private record ClockTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Duration.ofMillis(clock.millis()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
