package dev.porteclef.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.porteclef.exchange.NonceSource;
import dev.porteclef.outbound.Pause;
import dev.porteclef.platform.lifecycle.Stopping;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One conversation at a time per API key: the exchange judges nonces by the order of arrival, so two requests of the
/// same key must not overtake each other (src/docs/exchanges/bitfinex.md, section 3). The turn belongs to the key's
/// fingerprint, not to a row, so that the same key under two accounts waits too.
///
/// Within this process by a lock, among nodes by the row of the nonce: a conversation holds both from its first call to
/// its end. A node that is gone lets go after [JdbiNonces#HELD].
@Component
class KeyTurns {

    private static final Logger LOG = LoggerFactory.getLogger(KeyTurns.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    /// Longer than a node that is gone can hold a key; for this process and the others together.
    private static final int LOOKS = 450;

    /// What this process is called in the rows it holds. It never waits for itself: what it could not let go of when
    /// the database was away is its own.
    private final UUID node = UUID.randomUUID();

    private final JdbiNonces nonces;
    private final Pause pause;
    private final Stopping stopping;
    private final Clock clock;
    private final Cache<String, ReentrantLock> turns =
            Caffeine.newBuilder().weakValues().build();

    KeyTurns(Jdbi jdbi, Pause pause, Stopping stopping, Clock clock) {
        this.nonces = new JdbiNonces(jdbi);
        this.pause = pause;
        this.stopping = stopping;
        this.clock = clock;
    }

    void countInMicroseconds(byte[] fingerprint) {
        nonces.countInMicroseconds(fingerprint);
    }

    /// Runs `conversation` while no other conversation with the same key runs anywhere. Others are waited for when the
    /// first nonce is asked for: whoever has no place at the gate yet keeps nobody waiting.
    <T> T take(byte[] fingerprint, Function<NonceSource, T> conversation) {
        var turn = new Turn(
                fingerprint, turns.get(HexFormat.of().formatHex(fingerprint), name -> new ReentrantLock(true)));
        try {
            return conversation.apply(turn::nonce);
        } finally {
            turn.end();
        }
    }

    /// Of one conversation, from its first nonce to its end.
    private final class Turn {

        private final byte[] fingerprint;
        private final ReentrantLock lock;
        private boolean held;

        private Turn(byte[] fingerprint, ReentrantLock lock) {
            this.fingerprint = fingerprint;
            this.lock = lock;
        }

        private long nonce() {
            for (var look = 0; look < LOOKS; look++) {
                if (isHeld()) {
                    var nonce = nonces.next(fingerprint, node, clock.instant());
                    if (nonce.isPresent()) {
                        return nonce.get();
                    }
                    pause.of(LOOK_AGAIN);
                }
                // Not interrupted any more: what follows uses the database.
                if (Thread.interrupted() || stopping.begun()) {
                    break;
                }
            }
            throw new KeyIsBusy();
        }

        /// Waits for this process's other conversations about the key, for one look.
        private boolean isHeld() {
            try {
                held = held || lock.tryLock(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return held;
        }

        private void end() {
            if (held) {
                try {
                    release(fingerprint);
                } finally {
                    lock.unlock();
                }
            }
        }
    }

    /// What the exchange said is worth more than this: where it fails, the others wait a little.
    private void release(byte[] fingerprint) {
        try {
            nonces.release(fingerprint, node);
        } catch (RuntimeException e) {
            LOG.warn("A key was not let go of: {}", e.getClass().getName());
        }
    }

    /// Another conversation speaks for the key, and does not come to an end.
    static final class KeyIsBusy extends RuntimeException {

        private static final long serialVersionUID = 1L;

        KeyIsBusy() {
            super("another conversation speaks for this key");
        }
    }
}
