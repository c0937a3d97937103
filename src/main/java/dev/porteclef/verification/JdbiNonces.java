package dev.porteclef.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The last nonce per key fingerprint, kept so that a restart or a clock set back never sends a smaller one, and who
/// speaks for the key just now. Counted in milliseconds, or in microseconds where the key's owner agreed to it; both
/// stay below the largest nonce that Bitfinex documents (9,007,199,254,740,991) until the year 2255.
final class JdbiNonces {

    /// How long a key is held from a nonce on: longer than one call may take. Whoever waits for the place of the next
    /// call may be overtaken; nonces grow all the same.
    static final Duration HELD = Duration.ofSeconds(30);
    /// How far the clocks of nodes are believed to differ: who holds a key for longer has had a clock that was wrong.
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final Jdbi jdbi;

    JdbiNonces(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The next nonce for the key: `now` in the key's unit, or one more than the last, whichever is larger; nothing
    /// while another conversation holds the key. From here on `holder` holds it.
    ///
    /// Committed before it is returned: a nonce that was perhaps sent is never given out again. Each
    /// statement commits by itself, which spares a round trip; a row left at 0 in between says nothing
    /// wrong.
    Optional<Long> next(byte[] fingerprint, UUID holder, Instant now) {
        var next = advance(fingerprint, holder, now);
        return next.isEmpty() && isNew(fingerprint) ? advance(fingerprint, holder, now) : next;
    }

    /// Lets others speak for the key.
    void release(byte[] fingerprint, UUID holder) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update key_nonce
                        set held_by = null, held_until = 0
                        where fingerprint = :fingerprint and held_by = :holder
                        """)
                .bind("fingerprint", fingerprint)
                .bind("holder", holder)
                .execute());
    }

    /// From now on the key is counted in microseconds.
    void countInMicroseconds(byte[] fingerprint) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        update key_nonce
                        set unit = 'MICROSECONDS'
                        where fingerprint = :fingerprint
                        """).bind("fingerprint", fingerprint).execute());
    }

    /// In one statement, since this is done before each call of an exchange.
    private Optional<Long> advance(byte[] fingerprint, UUID holder, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update key_nonce
                        set last_nonce = greatest(
                                last_nonce + 1, case unit when 'MICROSECONDS' then :micros else :millis end),
                            held_by = :holder, held_until = :until
                        where fingerprint = :fingerprint
                        and (held_by = :holder or held_until not between :millis and :believable)
                        """)
                .bind("millis", now.toEpochMilli())
                .bind("micros", ChronoUnit.MICROS.between(Instant.EPOCH, now))
                .bind("until", now.plus(HELD).toEpochMilli())
                .bind("believable", now.plus(HELD).plus(SKEW).toEpochMilli())
                .bind("holder", holder)
                .bind("fingerprint", fingerprint)
                .executeAndReturnGeneratedKeys("last_nonce")
                .mapTo(Long.class)
                .findOne());
    }

    private boolean isNew(byte[] fingerprint) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into key_nonce (fingerprint, last_nonce)
                        values (:fingerprint, 0)
                        on conflict do nothing
                        """)
                        .bind("fingerprint", fingerprint)
                        .execute())
                == 1;
    }
}
