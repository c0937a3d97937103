package dev.porteclef.shell;

import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import dev.porteclef.watch.Incident;
import dev.porteclef.watch.IncidentNotice;
import dev.porteclef.watch.IncidentNotices;
import dev.porteclef.watch.Incidents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What was last heard of incidents, for pages that must not wait for the database, nor fail without it. One
/// thread at a time reads, beside all pages; when something else comes of it, they are told.
@Component
class KnownIncidents {

    /// Pages follow this one: incidents themselves are news before they are known here.
    static final Topic KNOWN = new Topic("known-incidents");

    /// Whoever opens a page sees to it that what is known is not older than this for long.
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Supplier<Wrong> incidents;
    private final Bulletin bulletin;
    /// How often somebody has wanted it to be read since it began to be read; 0 while nobody reads.
    private final AtomicInteger wanted = new AtomicInteger();
    private volatile Wrong known = Wrong.NOTHING;
    private volatile Instant read = Instant.MIN;
    private volatile Bulletin.@Nullable Following following;

    /// What is wrong, the oldest first.
    ///
    /// @param recognised what the portal has found out by itself, which is everybody's to know
    /// @param declared what agents have declared, which concerns the owners of some keys
    record Wrong(List<Incident> recognised, List<IncidentNotice> declared) {

        static final Wrong NOTHING = new Wrong(List.of(), List.of());
    }

    @Autowired
    KnownIncidents(Incidents incidents, IncidentNotices notices, Bulletin bulletin) {
        this(() -> new Wrong(incidents.current(), notices.open()), bulletin);
    }

    KnownIncidents(Supplier<Wrong> incidents, Bulletin bulletin) {
        this.incidents = incidents;
        this.bulletin = bulletin;
    }

    /// Nothing has been read yet, so it is read at once.
    @EventListener(ApplicationReadyEvent.class)
    void follow() {
        following = bulletin.follow(Topic.INCIDENTS, Instant.MIN, this::refresh);
    }

    /// Nothing before it was read for the first time. Returns at once.
    Wrong current() {
        if (read.isBefore(bulletin.now().minus(FRESH)) && wanted.compareAndSet(0, 1)) {
            Thread.ofVirtual().name("incidents").start(this::read);
        }
        return known;
    }

    /// There is news, which whoever reads just now may have missed.
    private void refresh() {
        if (wanted.getAndIncrement() == 0) {
            read();
        }
    }

    private void read() {
        int served;
        do {
            served = wanted.get();
            readOnce();
        } while (!wanted.compareAndSet(served, 0));
    }

    private void readOnce() {
        try {
            var now = incidents.get();
            if (!now.equals(known)) {
                known = now;
                bulletin.changed(KNOWN);
            }
        } catch (RuntimeException e) {
            // What was known stays; better old than none, and better none than no page.
            var told = following;
            if (told != null) {
                told.again(e);
            }
        }
        read = bulletin.now();
    }
}
