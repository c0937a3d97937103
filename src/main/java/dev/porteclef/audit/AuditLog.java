package dev.porteclef.audit;

import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The append-only record. Rows are added in the transaction of the act, so that neither stands without the other;
/// the database itself refuses to change or delete them.
public interface AuditLog {

    /// Adds one row; fails where no transaction is open.
    ///
    /// @param details short facts by name, never a secret; values are cut at 200 characters
    void record(
            Act act,
            @Nullable UserId actor,
            @Nullable UserId subject,
            @Nullable UUID object,
            Map<String, String> details);

    /// The signed-in customer's own journal, newest first: entries with a number below `before`, at most `limit`.
    List<AuditEntry> ownJournal(long before, int limit);

    /// What happened to one object of the signed-in customer, oldest first.
    List<AuditEntry> ownJournalOf(UUID object, Instant since);
}
