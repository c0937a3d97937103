package dev.porteclef.verification;

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
            handle.createUpdate("""
                            insert into key_nonce (fingerprint, last_nonce)
                            values (:fingerprint, 0)
                            on conflict do nothing
                            """).bind("fingerprint", fingerprint).execute();
            var last = handle.createQuery("""
                            select last_nonce
                            from key_nonce
                            where fingerprint = :fingerprint
                            for update
                            """)
                    .bind("fingerprint", fingerprint)
                    .mapTo(Long.class)
                    .one();
            var next = Math.max(last + 1, now);
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
}
