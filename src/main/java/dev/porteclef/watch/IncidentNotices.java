package dev.porteclef.watch;

import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What customers are told of declared incidents: whoever owns a key that stands like one, and nobody else.
@Service
@Transactional(readOnly = true)
public class IncidentNotices {

    private final JdbiDeclaredIncidents incidents;
    private final CurrentUser currentUser;

    IncidentNotices(Jdbi jdbi, CurrentUser currentUser) {
        this.incidents = new JdbiDeclaredIncidents(jdbi);
        this.currentUser = currentUser;
    }

    /// What there is to be told, the oldest first; for the portal itself, which tells it to whom it concerns.
    public List<IncidentNotice> open() {
        return incidents.open().stream()
                .map(one -> new IncidentNotice(one.id(), one.trouble(), one.since(), one.texts()))
                .toList();
    }

    /// Those among `notices` that concern the signed-in customer as the own keys stand now.
    @PreAuthorize("hasRole('" + Role.Names.CUSTOMER + "')")
    public List<IncidentNotice> mine(List<IncidentNotice> notices) {
        var own = incidents.troublesOf(currentUser.id());
        return notices.stream().filter(one -> own.contains(one.trouble())).toList();
    }
}
