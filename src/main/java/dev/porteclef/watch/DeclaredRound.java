package dev.porteclef.watch;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.watch.DeclaredIncident.Ending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks once a minute how many keys still stand like each declared incident, and ends those that are over. What
/// another
/// node looks at in the same moment is passed over.
@Component
class DeclaredRound {

    private static final Logger LOG = LoggerFactory.getLogger(DeclaredRound.class);

    /// Over when fewer than one in so many keys stands like it.
    private static final int ONE_IN = 10;
    /// Over when nothing has changed for so long.
    private static final Duration STALE = Duration.ofDays(7);

    private final JdbiDeclaredIncidents incidents;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transactions;

    DeclaredRound(Jdbi jdbi, AuditLog audit, Clock clock, PlatformTransactionManager transactionManager) {
        this.incidents = new JdbiDeclaredIncidents(jdbi);
        this.audit = audit;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /// One look at every open incident. What fails for one is logged without its message, and the others go on.
    @Scheduled(
            initialDelayString = "${porteclef.watch.count-every:1m}",
            fixedDelayString = "${porteclef.watch.count-every:1m}")
    void look() {
        for (var incident : incidents.open()) {
            try {
                transactions.executeWithoutResult(_ -> look(incident.id()));
            } catch (RuntimeException e) {
                LOG.warn(
                        "Looking at a declared incident failed: {}",
                        e.getClass().getName());
            }
        }
    }

    private void look(UUID id) {
        var incident = incidents.take(id).orElse(null);
        if (incident == null) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var fresh = incidents.remember(id, incident.trouble());
        var affected = incidents.reach(incident.trouble()).keys();
        var changed = fresh > 0 || affected != incident.affected();
        if (changed) {
            incidents.count(id, affected, now);
        }
        // A key whose cause has only changed its name has not recovered.
        ending(incident, Math.max(affected, incidents.amiss(id)), changed ? now : incident.changedAt(), now)
                .ifPresent(ending -> end(incident, ending, now));
    }

    private static Optional<Ending> ending(DeclaredIncident incident, int affected, Instant changedAt, Instant now) {
        // What has come since the last count belongs to the peak, too.
        var peak = Math.max(incident.peak(), affected);
        if (affected == 0 || affected * ONE_IN < peak) {
            return Optional.of(Ending.RECOVERED);
        }
        return now.isBefore(changedAt.plus(STALE)) ? Optional.empty() : Optional.of(Ending.STALE);
    }

    private void end(DeclaredIncident incident, Ending ending, Instant now) {
        if (incidents.end(incident.id(), new DeclaredIncident.End(now, ending, null))) {
            var details = new HashMap<>(DeclaredIncidents.details(incident));
            details.put("ending", ending.name());
            audit.record(Act.INCIDENT_ENDED, null, null, incident.id(), details);
            LOG.info(
                    "End of declared incident at {} ({}): {}",
                    incident.trouble().exchange(),
                    incident.trouble().environment(),
                    ending);
        }
    }
}
