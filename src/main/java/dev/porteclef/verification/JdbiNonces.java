package dev.porteclef.verification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Jdbi;

/// The last nonce per key fingerprint, kept so that a restart or a clock set back never sends a smaller one.
final class JdbiNonces {

    private final Jdbi jdbi;

    JdbiNonces(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The next nonce for the key: `now` in the key's unit (milliseconds unless its owner agreed to microseconds), or
    /// one more than the last, whichever is larger.
    /// Committed before it is returned: a nonce that was perhaps sent is never given out again.
    long next(byte[] fingerprint, Instant now) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("""
                            insert into key_nonce (fingerprint, last_nonce)
                            values (:fingerprint, 0)
                            on conflict do nothing
                            """).bind("fingerprint", fingerprint).execute();
            var counter = handle.createQuery("""
                            select last_nonce, unit
                            from key_nonce
                            where fingerprint = :fingerprint
                            for update
                            """)
                    .bind("fingerprint", fingerprint)
                    .map((row, context) -> new Counter(row.getLong("last_nonce"), Unit.valueOf(row.getString("unit"))))
                    .one();
            var next = Math.max(counter.last() + 1, counter.unit().of(now));
            handle.createUpdate("""
                            update key_nonce
                            set last_nonce = :next
                            where fingerprint = :fingerprint
                            """)
                    .bind("next", next)
                    .bind("fingerprint", fingerprint)
                    .execute();
            return next;
        });
    }

    void countInMicroseconds(byte[] fingerprint) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update key_nonce
                        set unit = :unit
                        where fingerprint = :fingerprint
                        """)
                .bind("unit", Unit.MICROSECONDS.name())
                .bind("fingerprint", fingerprint)
                .execute());
    }

    private record Counter(long last, Unit unit) {}

    /// Both stay below the largest nonce that Bitfinex documents (9,007,199,254,740,991) until the year 2255.
    private enum Unit {
        MILLISECONDS(ChronoUnit.MILLIS),
        MICROSECONDS(ChronoUnit.MICROS);

        private final ChronoUnit unit;

        Unit(ChronoUnit unit) {
            this.unit = unit;
        }

        long of(Instant time) {
            return unit.between(Instant.EPOCH, time);
        }
    }
}
