package dev.porteclef.verification;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The last nonce per key fingerprint, kept so that a restart or a clock set back never sends a smaller one.
final class JdbiNonces {

    private final Jdbi jdbi;

    JdbiNonces(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The next nonce for the key: `now` in milliseconds, or one more than the last, whichever is larger.
    /// Committed before it is returned: a nonce that was perhaps sent is never given out again.
    long next(byte[] fingerprint, long now) {
        return jdbi.inTransaction(handle -> {
            var next = advance(handle, fingerprint, now);
            if (next.isPresent()) {
                return next.get();
            }
            handle.createUpdate("""
                            insert into key_nonce (fingerprint, last_nonce)
                            values (:fingerprint, 0)
                            on conflict do nothing
                            """).bind("fingerprint", fingerprint).execute();
            return advance(handle, fingerprint, now).orElseThrow();
        });
    }

    /// In one statement, since this is done before each call of an exchange; empty where the key was never seen.
    private static Optional<Long> advance(Handle handle, byte[] fingerprint, long now) {
        return handle.createUpdate("""
                        update key_nonce
                        set last_nonce = greatest(last_nonce + 1, :now)
                        where fingerprint = :fingerprint
                        """)
                .bind("now", now)
                .bind("fingerprint", fingerprint)
                .executeAndReturnGeneratedKeys("last_nonce")
                .mapTo(Long.class)
                .findOne();
    }
}
