package dev.porteclef.watch;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.CheckInterval;
import dev.porteclef.key.ExchangeKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// When a key is checked next: after the usual interval, sooner while something is in doubt.
@Component
class Rhythm {

    /// A refusal that came once is asked about again so soon.
    static final Duration DOUBT = Duration.ofMinutes(10);
    /// A key that is out of use is asked about once a day until the exchange refuses it.
    static final Duration OUT_OF_USE = Duration.ofDays(1);

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    /// Two to the tenth minutes are 17 hours.
    private static final int DOUBLINGS = 10;
    /// How far two keys that were connected together drift apart.
    private static final double JITTER = 0.1;

    private final CheckInterval interval;
    private final SecureRandom random;
    private final Clock clock;

    Rhythm(CheckInterval interval, SecureRandom random, Clock clock) {
        this.interval = interval;
        this.random = random;
        this.clock = clock;
    }

    /// After a check that has just ended.
    Instant next(ExchangeKey key) {
        var since = key.noVerdictSince();
        if (since != null) {
            return later(retry(Duration.between(since, clock.instant()), key));
        }
        return later(key.findings().doubtedAt() == null ? usual(key) : DOUBT);
    }

    /// Somewhere in the coming interval, so that keys which begin together do not go on together.
    Instant first(ExchangeId exchange, Environment environment) {
        return clock.instant().plus(times(interval.of(exchange, environment), random.nextDouble()));
    }

    /// For whatever could not be done now.
    Instant soon(ExchangeId exchange, Environment environment) {
        return later(shorter(FIRST_RETRY, interval.of(exchange, environment)));
    }

    /// For whatever has failed `failures` times in a row, 0 at first.
    Instant afterFailures(int failures) {
        return later(shorter(FIRST_RETRY, interval.shortest()).multipliedBy(1L << Math.min(failures, DOUBLINGS)));
    }

    /// As long as the silence has lasted, so that the pauses double: a minute at first, the usual interval at last.
    private Duration retry(Duration silence, ExchangeKey key) {
        return shorter(silence.compareTo(FIRST_RETRY) < 0 ? FIRST_RETRY : silence, usual(key));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Duration usual(ExchangeKey key) {
        return key.standing().awaitsRevocation() ? OUT_OF_USE : interval.of(key.exchange(), key.environment());
    }

    private Instant later(Duration length) {
        return clock.instant().plus(times(length, 1 + JITTER * (random.nextDouble() * 2 - 1)));
    }

    private static Duration times(Duration length, double factor) {
        return Duration.ofMillis((long) (length.toMillis() * factor));
    }
}
