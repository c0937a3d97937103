package dev.porteclef.support;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.policy.Deed;
import dev.porteclef.policy.StaffDeed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where support reads what customers ask. Opening a question is on the customer's record.
@Service
@PreAuthorize("hasRole('" + Role.Names.SUPPORT + "')")
@Transactional
public class SupportDesk {

    private static final int LATEST = 100;

    private final JdbiSupportRequests store;
    private final AuditLog audit;
    private final CurrentUser currentUser;

    SupportDesk(Jdbi jdbi, AuditLog audit, CurrentUser currentUser) {
        this.store = new JdbiSupportRequests(jdbi);
        this.audit = audit;
        this.currentUser = currentUser;
    }

    /// The latest hundred, newest first: when, and about a key on which exchange in which state. Not a word of the
    /// question, and not whose it is.
    @Deed(StaffDeed.SEE_QUESTIONS)
    @Transactional(readOnly = true)
    public List<Glance> latest() {
        return store.latest(LATEST);
    }

    /// One question with its report; that it was looked at goes into the record.
    @Deed(StaffDeed.READ_QUESTION)
    public Optional<SupportRequest> open(SupportRequestId id) {
        var request = store.find(id);
        request.ifPresent(found -> audit.record(
                Act.STAFF_LOOKED,
                currentUser.id(),
                found.owner(),
                found.key().value(),
                Map.of("label", found.label(), "reference", found.id().reference())));
        return request;
    }

    /// A question in the list.
    ///
    /// @param answered whether support has answered about its key since
    public record Glance(SupportRequestId id, Language language, Instant askedAt, String headline, boolean answered) {}
}
