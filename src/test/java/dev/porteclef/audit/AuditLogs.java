package dev.porteclef.audit;

import dev.porteclef.platform.security.CurrentUser;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/// The real record for tests of other features.
public final class AuditLogs {

    private AuditLogs() {}

    public static AuditLog on(Jdbi jdbi, Clock clock) {
        return new JdbiAuditLog(jdbi, new CurrentUser(), clock);
    }
}
