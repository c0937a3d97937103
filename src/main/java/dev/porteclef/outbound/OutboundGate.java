package dev.porteclef.outbound;

import dev.porteclef.exchange.Route;
import dev.porteclef.outbound.Errand.Priority;
import dev.porteclef.outbound.JdbiOutbound.Prospect;
import dev.porteclef.platform.lifecycle.Stopping;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.springframework.scheduling.annotation.Scheduled;

/// The gate that every call of an exchange passes: people before the watch, the first before the second, and no faster
/// than each outgoing address may. Shared by all nodes through the database.
public class OutboundGate {

    /// So often at the most: each look costs the database three statements.
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);
    /// A person's page tells the place in the queue: a quarter of what it may take without seeming stuck.
    private static final Duration A_PERSON_LOOKS = Duration.ofMillis(250);
    /// Nobody sees where the watch stands; but a ticket must be shown now and then.
    private static final Duration THE_WATCH_LOOKS = Duration.ofSeconds(2);

    private final JdbiOutbound outbound;
    private final List<Route> routes;
    private final Pace live;
    private final Pace practice;
    private final Pause pause;
    private final Stopping stopping;
    private final Clock clock;
    private final GateNews news;

    OutboundGate(Jdbi jdbi, List<Route> routes, Pace live, Pace practice, Pause pause, Clock clock) {
        this(jdbi, routes, live, practice, pause, new Stopping(), clock, GateNews.UNHEARD);
    }

    OutboundGate(
            Jdbi jdbi,
            List<Route> routes,
            Pace live,
            Pace practice,
            Pause pause,
            Stopping stopping,
            Clock clock,
            GateNews news) {
        this.outbound = new JdbiOutbound(jdbi);
        this.routes = List.copyOf(routes);
        this.live = live;
        this.practice = practice;
        this.pause = pause;
        this.stopping = stopping;
        this.clock = clock;
        this.news = news;
    }

    /// Waits for a place and takes it. Whoever need not wait always passes.
    ///
    /// @return the way to take at once, or nothing where patience ended first, the portal stops, or the thread was
    ///     interrupted: it is not any more, since what follows uses the database
    public Optional<Route> pass(Lane lane, Errand errand) {
        var pace = paceOf(lane);
        if (pace.isUnlimited()) {
            return Optional.of(routes.getFirst());
        }
        var now = clock.instant();
        var straightOn = enter(lane, pace, errand.priority(), Ticket.NONE, now);
        var route = straightOn.isPresent() ? straightOn : queue(lane, pace, errand);
        news.left(errand.priority(), route.isPresent(), Duration.between(now, clock.instant()));
        return route;
    }

    private Optional<Route> queue(Lane lane, Pace pace, Errand errand) {
        var ticket = outbound.draw(lane, errand.priority(), clock.instant());
        try {
            var told = 0;
            while (true) {
                var now = clock.instant();
                var route = enter(lane, pace, errand.priority(), ticket, now);
                if (route.isPresent()) {
                    return route;
                }
                if (!now.isBefore(errand.until()) || stopping.begun()) {
                    return Optional.empty();
                }
                var prospect = outbound.prospect(lane, addresses(), pace, errand.priority(), ticket, now);
                var place = 1 + prospect.ahead();
                if (place != told) {
                    errand.place().accept(place);
                    told = place;
                }
                pause.of(untilTheTurn(prospect, pace, errand.priority(), now));
                if (Thread.interrupted()) {
                    return Optional.empty();
                }
                if (!outbound.show(ticket, clock.instant())) {
                    // Swept, since it was not shown in time: without one, everybody would pass.
                    ticket = outbound.draw(lane, errand.priority(), clock.instant());
                }
            }
        } finally {
            outbound.drop(ticket);
        }
    }

    /// Nobody can pass whoever is first in the queue: looking too late would waste the places of all who stand behind.
    private Duration untilTheTurn(Prospect prospect, Pace pace, Priority priority, Instant now) {
        var turn = prospect.freeAt()
                .plus(pace.interval().multipliedBy(prospect.ahead()).dividedBy(routes.size()));
        var longest = switch (priority) {
            case PERSON -> A_PERSON_LOOKS;
            case WATCH -> THE_WATCH_LOOKS;
        };
        var wait = Duration.between(now, turn).toMillis();
        return Duration.ofMillis(Math.clamp(wait, SHORTEST_WAIT.toMillis(), longest.toMillis()));
    }

    private List<String> addresses() {
        return routes.stream().map(Route::address).toList();
    }

    private Optional<Route> enter(Lane lane, Pace pace, Priority priority, Ticket ticket, Instant now) {
        for (var route : inTurn(now)) {
            if (outbound.enter(lane, route.address(), pace, priority, ticket, now)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    /// Begins with another address each millisecond, so that the load is shared without a memory of its own.
    private List<Route> inTurn(Instant now) {
        var turned = new ArrayList<>(routes);
        Collections.rotate(turned, (int) (now.toEpochMilli() % routes.size()));
        return turned;
    }

    /// The exchange has asked this address to stay away: nobody calls it from there before that time is over.
    public void stayAway(Route route, Lane lane, Duration length) {
        outbound.stayAway(route.address(), lane.host(), clock.instant().plus(length));
        news.paused(lane);
    }

    /// How many verifications a minute all outgoing addresses allow together, without bursts; infinitely many where
    /// there is no limit.
    public double perMinute(boolean ofPractice) {
        var pace = ofPractice ? practice : live;
        return pace.isUnlimited() ? Double.POSITIVE_INFINITY : (double) pace.perMinute() * routes.size();
    }

    /// Removes what nodes that are gone have left in the queue.
    @Scheduled(fixedDelayString = "PT1M")
    void sweep() {
        outbound.sweep(clock.instant());
    }

    /// How many wait now.
    public int waiting(Priority priority) {
        return outbound.waiting(priority, clock.instant());
    }

    /// How long the one who waits longest has waited; nothing where nobody waits.
    public Optional<Duration> longestWait() {
        var now = clock.instant();
        return outbound.longestWaiting(now).map(since -> Duration.between(since, now));
    }

    private Pace paceOf(Lane lane) {
        return lane.practice() ? practice : live;
    }
}
