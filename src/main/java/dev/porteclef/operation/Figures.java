package dev.porteclef.operation;

import dev.porteclef.mail.MailFigures;
import dev.porteclef.outbound.Errand.Priority;
import dev.porteclef.outbound.OutboundGate;
import dev.porteclef.watch.Incidents;
import dev.porteclef.watch.WatchFigures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// The numbers that stand in the database, read together and kept for some seconds: whoever asks for ten of them, or
/// asks while the database is gone, costs one look.
@Component
class Figures {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration FAR_BEHIND = Duration.ofHours(1);

    private final OutboundGate gate;
    private final WatchFigures watch;
    private final Incidents incidents;
    private final MailFigures mail;
    private final Clock clock;
    private Now latest = Now.UNKNOWN;

    Figures(OutboundGate gate, WatchFigures watch, Incidents incidents, MailFigures mail, Clock clock) {
        this.gate = gate;
        this.watch = watch;
        this.incidents = incidents;
        this.mail = mail;
        this.clock = clock;
    }

    /// Each is `NaN` while the database does not answer.
    ///
    /// @param longestWaitSeconds 0 where nobody waits
    /// @param due tasks of the watch that should have begun
    /// @param overdue of these, an hour ago and longer
    /// @param incidents that are open
    /// @param mail that waits
    record Now(
            Instant at,
            double peopleWaiting,
            double watchWaiting,
            double longestWaitSeconds,
            double due,
            double overdue,
            double incidents,
            double mail) {

        private static final Now UNKNOWN = unknown(Instant.MIN);

        static Now unknown(Instant at) {
            return new Now(at, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }

        boolean known() {
            return !Double.isNaN(due);
        }
    }

    synchronized Now now() {
        var now = clock.instant();
        if (latest.at().isBefore(now.minus(KEPT)) || latest.at().isAfter(now)) {
            try {
                latest = Within.of(PATIENCE, () -> read(now));
            } catch (IllegalStateException e) {
                latest = Now.unknown(now);
            }
        }
        return latest;
    }

    private Now read(Instant now) {
        return new Now(
                now,
                gate.waiting(Priority.PERSON),
                gate.waiting(Priority.WATCH),
                gate.longestWait().map(Duration::toSeconds).orElse(0L),
                watch.due(),
                watch.overdue(FAR_BEHIND),
                incidents.current().size(),
                mail.waiting());
    }
}
