package dev.porteclef.key;

import dev.porteclef.platform.security.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Finds the keys of all customers whose secrets are kept only until the exchange refuses them. The one place that
/// reads keys without naming an owner: it serves the portal's own rounds and no person.
final class JdbiOutlivedSecrets {

    private final Jdbi jdbi;

    JdbiOutlivedSecrets(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Keys of all customers whose secrets have to be gone by `now`.
    List<Due> dueForDestruction(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select owner, id
                        from exchange_key
                        where destroy_by <= :now
                        order by destroy_by
                        """)
                .bind("now", now)
                .map((row, context) -> due(row))
                .list());
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(new UserId(row.getObject("owner", UUID.class)), new KeyId(row.getObject("id", UUID.class)));
    }

    /// A key that something is to be done about.
    record Due(UserId owner, KeyId id) {}
}
