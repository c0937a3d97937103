package dev.porteclef.shell;

import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import dev.porteclef.watch.Incident;
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

    private final Supplier<List<Incident>> incidents;
    private final Bulletin bulletin;
    /// How often somebody has wanted it to be read since it began to be read; 0 while nobody reads.
    private final AtomicInteger wanted = new AtomicInteger();
    private volatile List<Incident> known = List.of();
    private volatile Instant read = Instant.MIN;
    private volatile Bulletin.@Nullable Following following;

    @Autowired
    KnownIncidents(Incidents incidents, Bulletin bulletin) {
        this(incidents::current, bulletin);
    }

    KnownIncidents(Supplier<List<Incident>> incidents, Bulletin bulletin) {
        this.incidents = incidents;
        this.bulletin = bulletin;
    }

    /// Nothing has been read yet, so it is read at once.
    @EventListener(ApplicationReadyEvent.class)
    void follow() {
        following = bulletin.follow(Topic.INCIDENTS, Instant.MIN, this::refresh);
    }

    /// The oldest first; none before they were read for the first time. Returns at once.
    List<Incident> current() {
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
