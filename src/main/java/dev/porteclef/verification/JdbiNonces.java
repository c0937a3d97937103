package dev.porteclef.verification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The last nonce per key fingerprint, kept so that a restart or a clock set back never sends a smaller one. Counted in
/// milliseconds, or in microseconds where the key's owner agreed to it; both stay below the largest nonce that Bitfinex
/// documents (9,007,199,254,740,991) until the year 2255.
final class JdbiNonces {

    private final Jdbi jdbi;

    JdbiNonces(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The next nonce for the key: `now` in the key's unit, or one more than the last, whichever is larger.
    /// Committed before it is returned: a nonce that was perhaps sent is never given out again. Each statement
    /// commits by itself, which spares a round trip; a row left at 0 in between says nothing wrong.
    long next(byte[] fingerprint, Instant now) {
        return jdbi.withHandle(handle -> advance(handle, fingerprint, now).orElseGet(() -> {
            handle.createUpdate("""
                            insert into key_nonce (fingerprint, last_nonce)
                            values (:fingerprint, 0)
                            on conflict do nothing
                            """).bind("fingerprint", fingerprint).execute();
            return advance(handle, fingerprint, now).orElseThrow();
        }));
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

    /// In one statement, since this is done before each call of an exchange; empty where the key was never seen.
    private static Optional<Long> advance(Handle handle, byte[] fingerprint, Instant now) {
        return handle.createUpdate("""
                        update key_nonce
                        set last_nonce = greatest(
                            last_nonce + 1, case unit when 'MICROSECONDS' then :micros else :millis end)
                        where fingerprint = :fingerprint
                        """)
                .bind("millis", now.toEpochMilli())
                .bind("micros", ChronoUnit.MICROS.between(Instant.EPOCH, now))
                .bind("fingerprint", fingerprint)
                .executeAndReturnGeneratedKeys("last_nonce")
                .mapTo(Long.class)
                .findOne();
    }
}
