package dev.porteclef.watch;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.WatchedKeys;
import dev.porteclef.outbound.OutboundGate;
import dev.porteclef.platform.config.Installation;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// How often keys are checked: as often as the exchange's limits, the number of our addresses and the number of keys
/// allow, and never more often than is of use.
@Component
public class Rhythm {

    /// A refusal that came once is asked about again so soon.
    static final Duration DOUBT = Duration.ofMinutes(10);
    /// A key that is out of use is asked about once a day until the exchange refuses it.
    static final Duration OUT_OF_USE = Duration.ofDays(1);

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    /// Of what the limits allow; the other half is for people.
    private static final double SHARE = 0.5;
    /// How far two keys that were connected together drift apart.
    private static final double JITTER = 0.1;

    private final WatchedKeys keys;
    private final OutboundGate gate;
    private final Duration shortest;
    private final SecureRandom random;
    private final Clock clock;

    Rhythm(WatchedKeys keys, OutboundGate gate, Installation installation, SecureRandom random, Clock clock) {
        this.keys = keys;
        this.gate = gate;
        this.shortest = installation.watch().shortestInterval();
        this.random = random;
        this.clock = clock;
    }

    /// The time between two checks of one key, when all goes well.
    public Duration interval(ExchangeId exchange, Environment environment) {
        var perMinute = gate.perMinute(environment == Environment.PRACTICE) * SHARE;
        var possible = Duration.ofMillis((long) (keys.count(exchange, environment) / perMinute * 60_000));
        return possible.compareTo(shortest) > 0 ? possible : shortest;
    }

    /// When `key` is checked next, after a check that has just ended.
    Instant next(ExchangeKey key) {
        var since = key.noVerdictSince();
        if (since != null) {
            return later(retry(Duration.between(since, clock.instant()), key));
        }
        if (key.findings().doubtedAt() != null) {
            return later(DOUBT);
        }
        return later(usual(key));
    }

    /// Somewhere in the coming interval, so that keys which begin together do not go on together.
    Instant first(ExchangeId exchange, Environment environment) {
        return clock.instant().plus(times(interval(exchange, environment), random.nextDouble()));
    }

    /// Soon, for whatever could not be done now.
    Instant soon() {
        return later(FIRST_RETRY);
    }

    /// As long as the silence has lasted, so that the pauses double: a minute at first, the usual interval at last.
    private Duration retry(Duration silence, ExchangeKey key) {
        var usual = usual(key);
        if (silence.compareTo(FIRST_RETRY) < 0) {
            return FIRST_RETRY;
        }
        return silence.compareTo(usual) > 0 ? usual : silence;
    }

    private Duration usual(ExchangeKey key) {
        return key.standing().awaitsRevocation() ? OUT_OF_USE : interval(key.exchange(), key.environment());
    }

    private Instant later(Duration length) {
        return clock.instant().plus(times(length, 1 + JITTER * (random.nextDouble() * 2 - 1)));
    }

    private static Duration times(Duration length, double factor) {
        return Duration.ofMillis((long) (length.toMillis() * factor));
    }
}
