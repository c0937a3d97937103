package dev.porteclef.watch;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.Occasion;
import dev.porteclef.key.WatchedKeys.Watched;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Recognises across all keys that not they but the exchange or our own address is at fault, and recognises the end of
/// it. Shared by all nodes through the database.
@Service
public class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /// Fewer keys than this are no pattern.
    private static final int MANY_KEYS = 5;
    /// One customer who deletes keys is no pattern either.
    private static final int MANY_OWNERS = 3;
    /// So many good answers in a row end it.
    private static final int GOOD_AGAIN = 3;
    /// The keys that were heard of last tell enough: an outage is seen by them, however many others there are.
    private static final int ENOUGH = 12;
    /// While it lasts, so many keys a minute are asked about, to see its end.
    private static final int A_MINUTE = 3;

    private final JdbiIncidents incidents;
    private final Clock clock;

    Incidents(Jdbi jdbi, Clock clock) {
        this.incidents = new JdbiIncidents(jdbi);
        this.clock = clock;
    }

    /// What is wrong now, the oldest first.
    public List<Incident> current() {
        return incidents.all();
    }

    /// Whether something is wrong there now.
    public boolean isUnderWay(ExchangeId exchange, Environment environment) {
        return current().stream()
                .anyMatch(incident -> incident.exchange().equals(exchange) && incident.environment() == environment);
    }

    /// On what occasion the watch checks a key just now.
    Occasion occasion(Watched key) {
        return isUnderWay(key.exchange(), key.environment()) ? Occasion.WATCHED_IN_INCIDENT : Occasion.WATCHED;
    }

    /// How many more keys should be heard before their time.
    ///
    /// @param uncheckedSince and only those that were last checked before this
    record Wanted(int number, Instant uncheckedSince) {}

    /// Looks at the latest checks of one exchange, and begins or ends what follows from them.
    Wanted look(ExchangeId exchange, Environment environment) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var fare = incidents.fare(exchange, environment, now.minus(WINDOW), ENOUGH);
        if (fare.silent() >= MANY_KEYS && fare.silent() > fare.answered()) {
            begin(new Incident(exchange, environment, Incident.Kind.NO_ANSWER, now));
        } else if (incidents.lastOnes(exchange, environment, GOOD_AGAIN).answered() == GOOD_AGAIN) {
            end(exchange, environment, Incident.Kind.NO_ANSWER);
        }
        if (fare.lost() >= MANY_KEYS && fare.losers() >= MANY_OWNERS && fare.lost() > fare.accepted()) {
            begin(new Incident(exchange, environment, Incident.Kind.MANY_REFUSED, now));
        } else if (incidents.lastOnes(exchange, environment, GOOD_AGAIN).accepted() == GOOD_AGAIN) {
            end(exchange, environment, Incident.Kind.MANY_REFUSED);
        }
        if (isUnderWay(exchange, environment)) {
            var minute = now.minus(MINUTE);
            return new Wanted(
                    A_MINUTE
                            - incidents
                                    .fare(exchange, environment, minute, ENOUGH)
                                    .heard(),
                    minute);
        }
        var suspicious = fare.silent() > 0 || fare.lost() > 0;
        return new Wanted(suspicious ? ENOUGH - fare.heard() : 0, now.minus(WINDOW));
    }

    private void begin(Incident incident) {
        if (incidents.begin(incident)) {
            LOG.warn("Incident at {} ({}): {}", incident.exchange(), incident.environment(), incident.kind());
        }
    }

    private void end(ExchangeId exchange, Environment environment, Incident.Kind kind) {
        if (incidents.end(exchange, environment, kind)) {
            LOG.info("End of incident at {} ({}): {}", exchange, environment, kind);
        }
    }
}
