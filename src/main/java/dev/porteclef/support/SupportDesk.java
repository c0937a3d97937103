package dev.porteclef.support;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.platform.data.Place;
import dev.porteclef.platform.data.Stretch;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.policy.Deed;
import dev.porteclef.policy.StaffDeed;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where support reads what customers ask. Opening a question is on the customer's record.
@Service
@PreAuthorize("hasRole('" + Role.Names.SUPPORT + "')")
@Transactional
public class SupportDesk {

    /// How many questions a page of either list shows.
    public static final int PAGE = 25;

    /// Beyond this they are many.
    public static final int COUNTED = 99;

    private final JdbiSupportRequests store;
    private final JdbiGlances glances;
    private final AuditLog audit;
    private final CurrentUser currentUser;

    SupportDesk(Jdbi jdbi, AuditLog audit, CurrentUser currentUser) {
        this.store = new JdbiSupportRequests(jdbi);
        this.glances = new JdbiGlances(jdbi);
        this.audit = audit;
        this.currentUser = currentUser;
    }

    /// What waits for an answer, who waits longest first.
    ///
    /// @param place `null`: the first page
    @Deed(StaffDeed.SEE_QUESTIONS)
    @Transactional(readOnly = true)
    public Stretch<Glance> waiting(@Nullable Place place) {
        return Stretch.read(place, PAGE, glances::waiting, Glance::behind);
    }

    /// What is settled, the latest first.
    ///
    /// @param place `null`: the first page
    @Deed(StaffDeed.SEE_QUESTIONS)
    @Transactional(readOnly = true)
    public Stretch<Glance> settled(@Nullable Place place) {
        return Stretch.read(place, PAGE, glances::settled, Glance::behind);
    }

    /// How many wait for an answer, counted up to one more than [#COUNTED].
    @Deed(StaffDeed.SEE_QUESTIONS)
    @Transactional(readOnly = true)
    public int countWaiting() {
        return glances.countWaiting(COUNTED + 1);
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
}
