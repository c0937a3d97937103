package dev.porteclef.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.porteclef.exchange.NonceSource;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/// One request at a time per API key: the exchange judges nonces by the order of arrival, so two requests of the same
/// key must not overtake each other (src/docs/exchanges/bitfinex.md, section 3). The turn belongs to the key's
/// fingerprint, not to a row, so that the same key under two accounts waits too.
@Component
class KeyTurns {

    private final JdbiNonces nonces;
    private final Clock clock;
    private final Cache<String, ReentrantLock> turns =
            Caffeine.newBuilder().weakValues().build();

    KeyTurns(Jdbi jdbi, Clock clock) {
        this.nonces = new JdbiNonces(jdbi);
        this.clock = clock;
    }

    void countInMicroseconds(byte[] fingerprint) {
        nonces.countInMicroseconds(fingerprint);
    }

    /// Runs `conversation` while no other conversation with the same key runs in this process.
    <T> T take(byte[] fingerprint, Function<NonceSource, T> conversation) {
        var turn = turns.get(HexFormat.of().formatHex(fingerprint), name -> new ReentrantLock(true));
        turn.lock();
        try {
            return conversation.apply(() -> nonces.next(fingerprint, clock.instant()));
        } finally {
            turn.unlock();
        }
    }
}
