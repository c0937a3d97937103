package dev.porteclef.audit;

import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of the record, as it is read.
///
/// @param actor who did it; `null` for the portal itself or a stranger
/// @param subject whose data it concerns, and in whose journal it stands
/// @param object the id of the key it concerns, if any
/// @param details short facts by name (`label`, `verdict`, `code`), never a secret
public record AuditEntry(
        long number,
        Instant at,
        Act act,
        @Nullable UserId actor,
        @Nullable UserId subject,
        @Nullable UUID object,
        Map<String, String> details) {

    public AuditEntry {
        details = Map.copyOf(details);
    }

    /// Whether somebody else did it than the one whom it concerns: staff, for no customer reaches another's data.
    public boolean isByStaff() {
        return actor != null && subject != null && !actor.equals(subject);
    }
}
