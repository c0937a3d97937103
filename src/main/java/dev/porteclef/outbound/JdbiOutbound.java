package dev.porteclef.outbound;

import dev.porteclef.outbound.Errand.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Lanes, pauses and tickets in the database. Each method is one statement that commits by itself, so that nodes need
/// no lock between them.
final class JdbiOutbound {

    /// Whoever waits shows the ticket several times a second.
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(5);
    /// How far the clocks of nodes are believed to differ. What lies further ahead was written by a clock
    /// that was wrong: set right, it must not have to catch up first.
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final Jdbi jdbi;

    JdbiOutbound(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Takes a place in the lane of `address` unless it is used up, paused, or somebody waits who comes first. This is
    /// the generic cell rate algorithm (ITU-T I.371): `next_free` is its theoretical arrival time.
    boolean enter(Lane lane, String address, Pace pace, Priority priority, Ticket ticket, Instant now) {
        return advance(lane, address, pace, priority, ticket, now)
                || (isNew(lane, address) && advance(lane, address, pace, priority, ticket, now));
    }

    private boolean advance(Lane lane, String address, Pace pace, Priority priority, Ticket ticket, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update outbound_lane
                        set next_free = case
                                when next_free > :believable then :now
                                else greatest(next_free, :now)
                            end + :interval
                        where address = :address and host = :host and question = :question
                        and (next_free <= :now + :headStart or next_free > :believable)
                        and not exists (
                            select 1 from outbound_pause
                            where address = :address and host = :host and paused_until > :now)
                        and not exists (
                            select 1 from outbound_ticket
                            where host = :host and question = :question and shown_at between :fresh and :ahead
                            and (priority < :priority or (priority = :priority and number < :ticket)))
                        """)
                        .bind("now", now.toEpochMilli())
                        .bind("believable", believable(pace, now))
                        .bind("interval", pace.interval().toMillis())
                        .bind("headStart", pace.headStart(priority).toMillis())
                        .bind("address", address)
                        .bind("host", lane.host())
                        .bind("question", lane.question())
                        .bind("fresh", fresh(now))
                        .bind("ahead", ahead(now))
                        .bind("priority", priority.rank())
                        .bind("ticket", ticket.number())
                        .execute())
                == 1;
    }

    private boolean isNew(Lane lane, String address) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into outbound_lane (address, host, question, next_free)
                        values (:address, :host, :question, 0)
                        on conflict do nothing
                        """)
                        .bind("address", address)
                        .bind("host", lane.host())
                        .bind("question", lane.question())
                        .execute())
                == 1;
    }

    void stayAway(String address, String host, Instant until) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            insert into outbound_pause (address, host, paused_until)
                            values (:address, :host, 0)
                            on conflict do nothing
                            """).bind("address", address).bind("host", host).execute();
            handle.createUpdate("""
                            update outbound_pause
                            set paused_until = greatest(paused_until, :until)
                            where address = :address and host = :host
                            """)
                    .bind("until", until.toEpochMilli())
                    .bind("address", address)
                    .bind("host", host)
                    .execute();
        });
    }

    Ticket draw(Lane lane, Priority priority, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into outbound_ticket (host, question, priority, shown_at, drawn_at)
                        values (:host, :question, :priority, :now, :now)
                        """)
                .bind("host", lane.host())
                .bind("question", lane.question())
                .bind("priority", priority.rank())
                .bind("now", now.toEpochMilli())
                .executeAndReturnGeneratedKeys("number")
                .mapTo(Long.class)
                .map(Ticket::new)
                .one());
    }

    /// Whether it is still there: what was not shown for too long is swept.
    boolean show(Ticket ticket, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update outbound_ticket set shown_at = :now where number = :number")
                        .bind("now", now.toEpochMilli())
                        .bind("number", ticket.number())
                        .execute())
                == 1;
    }

    void drop(Ticket ticket) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from outbound_ticket where number = :number")
                .bind("number", ticket.number())
                .execute());
    }

    /// What whoever holds `ticket` has to expect.
    Prospect prospect(
            Lane lane, Collection<String> addresses, Pace pace, Priority priority, Ticket ticket, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select
                            (select count(*)
                             from outbound_ticket
                             where host = :host and question = :question and shown_at between :fresh and :ahead
                             and (priority < :priority or (priority = :priority and number < :ticket))) as ahead,
                            (select min(greatest(
                                case when next_free > :believable then :now else next_free - :headStart end,
                                coalesce(paused_until, 0)))
                             from outbound_lane
                             left join outbound_pause
                                on outbound_pause.address = outbound_lane.address
                                and outbound_pause.host = outbound_lane.host
                             where outbound_lane.host = :host and question = :question
                             and outbound_lane.address in (<addresses>)) as free_at
                        """)
                .bind("host", lane.host())
                .bind("question", lane.question())
                .bind("fresh", fresh(now))
                .bind("ahead", ahead(now))
                .bind("priority", priority.rank())
                .bind("ticket", ticket.number())
                .bind("headStart", pace.headStart(priority).toMillis())
                .bind("believable", believable(pace, now))
                .bind("now", now.toEpochMilli())
                .bindList("addresses", List.copyOf(addresses))
                .map((row, _) -> new Prospect(row.getInt("ahead"), Instant.ofEpochMilli(row.getLong("free_at"))))
                .one());
    }

    /// @param ahead how many wait who come first
    /// @param freeAt when the first address may be used again, as long as nobody else uses it
    record Prospect(int ahead, Instant freeAt) {}

    int waiting(Priority priority, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) from outbound_ticket where priority = :priority and shown_at between :fresh and :ahead
                        """)
                .bind("priority", priority.rank())
                .bind("fresh", fresh(now))
                .bind("ahead", ahead(now))
                .mapTo(Integer.class)
                .one());
    }

    /// When the one who waits longest began to; a node of an older version does not say.
    Optional<Instant> longestWaiting(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select min(drawn_at) from outbound_ticket where drawn_at > 0 and shown_at between :fresh and :ahead
                        """)
                        .bind("fresh", fresh(now))
                        .bind("ahead", ahead(now))
                        .mapTo(Long.class)
                        .findOne())
                .map(Instant::ofEpochMilli);
    }

    /// Removes the tickets of nodes that are gone.
    void sweep(Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from outbound_ticket where shown_at not between :fresh and :ahead")
                .bind("fresh", fresh(now))
                .bind("ahead", ahead(now))
                .execute());
    }

    private static long fresh(Instant now) {
        return now.minus(SHOWN_WITHIN).toEpochMilli();
    }

    private static long ahead(Instant now) {
        return now.plus(SKEW).toEpochMilli();
    }

    private static long believable(Pace pace, Instant now) {
        return now.plus(pace.reach()).plus(SKEW).toEpochMilli();
    }
}
