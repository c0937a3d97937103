package dev.porteclef.key;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.outbound.OutboundGate;
import dev.porteclef.platform.config.Installation;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/// How often a key is checked by itself: as often as the exchange's limits, the number of our addresses and the number
/// of keys allow, and never more often than is of use (`porteclef.watch.shortest-interval`). The one place that knows.
@Component
public class CheckInterval {

    /// Of what the limits allow; the other half is for people.
    private static final double SHARE = 0.5;
    /// Keys are counted anew so often: counting a million takes a while, and some more or less hardly matter.
    private static final Duration COUNTED_EVERY = Duration.ofMinutes(1);

    private final LoadingCache<Kind, Integer> keys;
    private final OutboundGate gate;
    private final Duration shortest;

    CheckInterval(Jdbi jdbi, OutboundGate gate, Installation installation, Clock clock) {
        var watched = new JdbiWatchedKeys(jdbi);
        this.keys = Caffeine.newBuilder()
                .expireAfterWrite(COUNTED_EVERY)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build(kind -> watched.count(kind.exchange(), kind.environment()));
        this.gate = gate;
        this.shortest = installation.watch().shortestInterval();
    }

    /// The time between two checks of one key where there are few.
    public Duration shortest() {
        return shortest;
    }

    /// The time between two checks of one key of that exchange when all goes well.
    public Duration of(ExchangeId exchange, Environment environment) {
        var perMinute = gate.perMinute(environment == Environment.PRACTICE) * SHARE;
        var possible = Duration.ofMillis((long) (keys.get(new Kind(exchange, environment)) / perMinute * 60_000));
        return possible.compareTo(shortest) > 0 ? possible : shortest;
    }

    private record Kind(ExchangeId exchange, Environment environment) {}
}
