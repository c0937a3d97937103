package dev.porteclef.watch;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.key.CredentialGuard;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.policy.Deed;
import dev.porteclef.policy.StaffDeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where agents say that something is wrong with all keys that stand alike. Their owners read about it, mail about the
/// colour of those keys waits, and it ends by itself when they recover ([DeclaredRound]).
@Service
@PreAuthorize("hasAnyRole('" + Role.Names.SUPPORT + "', '" + Role.Names.ADMIN + "')")
@Transactional
public class DeclaredIncidents {

    /// For how long it is told that one has ended.
    private static final Duration RECENT = Duration.ofDays(7);

    /// More than this nobody reads.
    private static final int MOST = 50;

    private final JdbiDeclaredIncidents incidents;
    private final CredentialGuard guard;
    private final AuditLog audit;
    private final CurrentUser currentUser;
    private final Clock clock;

    DeclaredIncidents(Jdbi jdbi, CredentialGuard guard, AuditLog audit, CurrentUser currentUser, Clock clock) {
        this.incidents = new JdbiDeclaredIncidents(jdbi);
        this.guard = guard;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /// Whom a declaration would concern now.
    @Deed(StaffDeed.DECLARE_INCIDENT)
    @Transactional(readOnly = true)
    public Reach reach(Trouble trouble) {
        return incidents.reach(trouble);
    }

    /// Those that last, the oldest first.
    @Deed(StaffDeed.DECLARE_INCIDENT)
    @Transactional(readOnly = true)
    public List<DeclaredIncident> open() {
        return incidents.open();
    }

    /// The one that lasts and that `key` stands like, if there is one.
    @Deed(StaffDeed.DECLARE_INCIDENT)
    @Transactional(readOnly = true)
    public Optional<DeclaredIncident> of(ExchangeKey key) {
        var trouble = Trouble.of(key);
        return incidents.open().stream()
                .filter(one -> one.trouble().equals(trouble))
                .findFirst();
    }

    /// Those that have ended within the last seven days, the latest first.
    @Deed(StaffDeed.DECLARE_INCIDENT)
    @Transactional(readOnly = true)
    public List<DeclaredIncident> ended() {
        return incidents.endedSince(clock.instant().minus(RECENT), MOST);
    }

    /// Declares an incident, of which the owners of all keys that stand like `trouble` are told by `typed`.
    @Deed(StaffDeed.DECLARE_INCIDENT)
    public DeclareOutcome declare(Trouble trouble, IncidentTexts typed) {
        if (!trouble.isAmiss()) {
            return new DeclareOutcome.NobodyAffected();
        }
        var texts = typed.stripped();
        var faults = faults(texts);
        if (!faults.isEmpty()) {
            return new DeclareOutcome.Unfit(faults);
        }
        var reach = incidents.reach(trouble);
        if (reach.keys() == 0) {
            return new DeclareOutcome.NobodyAffected();
        }
        var now = now();
        var author = currentUser.id();
        var incident = new DeclaredIncident(
                UUID.randomUUID(), trouble, now, author, texts, reach.keys(), reach.keys(), now, null);
        if (!incidents.insert(incident)) {
            return new DeclareOutcome.AlreadyOpen();
        }
        incidents.remember(incident.id(), trouble);
        audit.record(Act.INCIDENT_DECLARED, author, null, incident.id(), details(incident));
        return new DeclareOutcome.Declared(incident);
    }

    private Map<Language, DeclareOutcome.Fault> faults(IncidentTexts texts) {
        var faults = new EnumMap<Language, DeclareOutcome.Fault>(Language.class);
        for (var language : Language.values()) {
            var text = texts.in(language);
            if (text.isEmpty()) {
                faults.put(language, DeclareOutcome.Fault.MISSING);
            } else if (text.length() > IncidentTexts.LONGEST) {
                faults.put(language, DeclareOutcome.Fault.TOO_LONG);
            } else if (guard.looksLikeCredential(text)) {
                faults.put(language, DeclareOutcome.Fault.HOLDS_SECRET);
            }
        }
        return faults;
    }

    /// Ends one by hand.
    ///
    /// @return whether it lasted until now
    @Deed(StaffDeed.DECLARE_INCIDENT)
    public boolean end(UUID id) {
        var author = currentUser.id();
        var open = incidents.open().stream().filter(one -> one.id().equals(id)).findFirst();
        if (open.isEmpty()
                || !incidents.end(id, new DeclaredIncident.End(now(), DeclaredIncident.Ending.BY_HAND, author))) {
            return false;
        }
        audit.record(Act.INCIDENT_ENDED, author, null, id, details(open.get()));
        return true;
    }

    /// What the record says of one.
    static Map<String, String> details(DeclaredIncident incident) {
        var trouble = incident.trouble();
        var cause = trouble.cause();
        return Map.of(
                "headline",
                trouble.headline().name(),
                "cause",
                cause == null ? "" : cause.name(),
                "exchange",
                trouble.exchange().value(),
                "environment",
                trouble.environment().name(),
                "peak",
                Integer.toString(incident.peak()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
