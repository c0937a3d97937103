package dev.porteclef.watch;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.CommonCause;
import dev.porteclef.watch.JdbiIncidents.Fare;
import dev.porteclef.watch.JdbiIncidents.Known;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Recognises across all keys that not they but the exchange or one of our addresses is at fault, and
/// recognises the end of it. Shared by all nodes through the database.
@Service
public class Incidents implements CommonCause {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /// Mail waits for so long after the end: what was refused meanwhile is asked once more.
    private static final Duration AFTERMATH = Duration.ofMinutes(10);
    /// What the exchange has said about many keys for so long is believed in the end.
    private static final Duration LONGEST = Duration.ofHours(24);
    /// Fewer keys than this are no pattern.
    private static final int MANY_KEYS = 5;
    /// One customer who deletes keys, or rehearses an outage, is no pattern either.
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

    /// What is wrong now, the oldest first; several of our addresses with the same trouble are one incident.
    public List<Incident> current() {
        return incidents.current();
    }

    /// Whether something is wrong there now.
    public boolean isUnderWay(ExchangeId exchange, Environment environment) {
        return open(exchange, environment).findAny().isPresent();
    }

    @Override
    public boolean isUnderWay(ExchangeId exchange, Environment environment, String address) {
        return open(exchange, environment)
                .anyMatch(known -> switch (known.incident().kind()) {
                    case NO_ANSWER -> true;
                    case MANY_REFUSED -> known.address().equals(address);
                });
    }

    /// Whether something is wrong there, or was until a moment ago.
    boolean wasJustNow(ExchangeId exchange, Environment environment) {
        var moment = clock.instant().minus(AFTERMATH);
        return known(exchange, environment)
                .anyMatch(known -> known.endedAt() == null || known.endedAt().isAfter(moment));
    }

    private Stream<Known> open(ExchangeId exchange, Environment environment) {
        return known(exchange, environment).filter(known -> known.endedAt() == null);
    }

    private Stream<Known> known(ExchangeId exchange, Environment environment) {
        return incidents.known(exchange, environment).stream();
    }

    /// What should be asked before its time.
    ///
    /// @param number how many keys
    /// @param uncheckedSince and only those that were last checked before this
    /// @param over since when keys may have been refused wrongly, where an incident has just ended; else `null`
    record Wanted(
            int number, Instant uncheckedSince, @Nullable Instant over) {}

    /// Looks at the latest checks of one exchange, and begins or ends what follows from them.
    Wanted look(ExchangeId exchange, Environment environment) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var window = now.minus(WINDOW);
        var fare = incidents.fare(exchange, environment, null, window, ENOUGH);
        var over = new ArrayList<Instant>();
        lookForSilence(new Incident(exchange, environment, Incident.Kind.NO_ANSWER, now), fare)
                .ifPresent(over::add);
        var addresses = new TreeSet<>(incidents.addresses(exchange, environment, window, ENOUGH * MANY_KEYS));
        known(exchange, environment).map(Known::address).forEach(addresses::add);
        for (var address : addresses) {
            lookForRefusals(new Incident(exchange, environment, Incident.Kind.MANY_REFUSED, now), address)
                    .ifPresent(over::add);
        }
        var since = over.isEmpty() ? null : Collections.min(over).minus(WINDOW);
        if (isUnderWay(exchange, environment)) {
            var minute = now.minus(MINUTE);
            var heard =
                    incidents.fare(exchange, environment, null, minute, ENOUGH).heard();
            return new Wanted(A_MINUTE - heard, minute, since);
        }
        var suspicious = fare.silent() > 0 || fare.lost() > 0;
        return new Wanted(suspicious ? ENOUGH - fare.heard() : 0, window, since);
    }

    /// @return since when it had lasted, where it ends with this look
    private Optional<Instant> lookForSilence(Incident now, Fare fare) {
        var silence = fare.silent() >= MANY_KEYS
                && fare.silent() > fare.answered()
                && fare.silentOwners() >= incidents.owners(now.exchange(), now.environment(), MANY_OWNERS);
        if (silence) {
            begin(now, "");
            return Optional.empty();
        }
        return find(now, "").filter(_ -> isGoodAgain(now, null)).flatMap(known -> end(known, now.since()));
    }

    private Optional<Instant> lookForRefusals(Incident now, String address) {
        var known = find(now, address);
        if (known.isPresent() && known.get().endedAt() == null && isBelieved(known.get(), now.since())) {
            believe(known.get(), now.since());
            return Optional.empty();
        }
        var fare = incidents.fare(now.exchange(), now.environment(), address, window(now), ENOUGH);
        if (fare.lost() >= MANY_KEYS && fare.losers() >= MANY_OWNERS && fare.lost() > fare.accepted()) {
            begin(now, address);
            return Optional.empty();
        }
        return known.filter(_ -> isGoodAgain(now, address)).flatMap(one -> end(one, now.since()));
    }

    /// Also when nobody is left who could be asked.
    private boolean isGoodAgain(Incident now, @Nullable String address) {
        var last = incidents.lastOnes(now.exchange(), now.environment(), address, window(now), GOOD_AGAIN);
        var good = switch (now.kind()) {
            case NO_ANSWER -> last.answered();
            case MANY_REFUSED -> last.accepted();
        };
        return good == GOOD_AGAIN || incidents.owners(now.exchange(), now.environment(), 1) == 0;
    }

    private void begin(Incident now, String address) {
        var known = find(now, address).orElse(null);
        var believed = known != null && known.endedAt() != null && isBelieved(known, known.endedAt());
        if (!believed && incidents.begin(now, address)) {
            LOG.warn("Incident at {} ({}): {}", now.exchange(), now.environment(), now.kind());
        }
    }

    /// Its row stays: it does not begin again before its cause has gone.
    private void believe(Known known, Instant now) {
        if (incidents.end(known, now)) {
            var incident = known.incident();
            LOG.warn("Refusals are believed by now at {} ({})", incident.exchange(), incident.environment());
        }
    }

    private static boolean isBelieved(Known known, Instant until) {
        return known.incident().kind() == Incident.Kind.MANY_REFUSED
                && Duration.between(known.incident().since(), until).compareTo(LONGEST) >= 0;
    }

    /// @return since when it had lasted, where it did until now
    private Optional<Instant> end(Known known, Instant now) {
        if (known.endedAt() != null) {
            incidents.forget(known, now.minus(AFTERMATH));
            return Optional.empty();
        }
        if (!incidents.end(known, now)) {
            return Optional.empty();
        }
        var incident = known.incident();
        LOG.info("End of incident at {} ({}): {}", incident.exchange(), incident.environment(), incident.kind());
        return Optional.of(incident.since());
    }

    private Optional<Known> find(Incident now, String address) {
        return known(now.exchange(), now.environment())
                .filter(known ->
                        known.incident().kind() == now.kind() && known.address().equals(address))
                .findFirst();
    }

    private static Instant window(Incident now) {
        return now.since().minus(WINDOW);
    }
}
