package dev.porteclef.reminder;

import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.reminder.CalendarEntry.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/// Tables `calendar_feed` and `calendar_entry`.
final class JdbiCalendar {

    private static final RowMapper<CalendarEntry> ENTRIES = (row, context) -> {
        var instants = context.findColumnMapperFor(Instant.class).orElseThrow();
        var exchange = row.getString("exchange");
        return new CalendarEntry(
                row.getObject("uid", UUID.class),
                row.getObject("about", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("on_date", LocalDate.class),
                row.getString("label"),
                exchange.isEmpty() ? null : new ExchangeId(exchange),
                row.getBoolean("practice"),
                row.getInt("revision"),
                instants.map(row, "changed_at", context),
                instants.map(row, "cancelled_at", context));
    };

    private final Jdbi jdbi;

    JdbiCalendar(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// When the customer's address was made, if there is one.
    Optional<Instant> madeAt(UserId owner) {
        return jdbi.withHandle(handle -> handle.createQuery("select made_at from calendar_feed where owner = :owner")
                .bind("owner", owner)
                .mapTo(Instant.class)
                .findOne());
    }

    Optional<UserId> owner(byte[] hash) {
        return jdbi.withHandle(handle -> handle.createQuery("select owner from calendar_feed where token_hash = :hash")
                .bind("hash", hash)
                .mapTo(UserId.class)
                .findOne());
    }

    /// Takes the place of the address there was; joins the caller's transaction.
    void replaceFeed(UserId owner, byte[] hash, Instant now) {
        removeFeed(owner);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into calendar_feed (owner, token_hash, made_at)
                        values (:owner, :hash, :now)
                        """)
                .bind("owner", owner)
                .bind("hash", hash)
                .bind("now", now)
                .execute());
    }

    /// @return whether there was one
    boolean removeFeed(UserId owner) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from calendar_feed where owner = :owner")
                        .bind("owner", owner)
                        .execute())
                == 1;
    }

    /// All entries of `owner` by day, locked until the transaction ends.
    List<CalendarEntry> lock(UserId owner) {
        jdbi.useHandle(handle -> handle.createQuery("select uid from calendar_entry where owner = :owner for update")
                .bind("owner", owner)
                .mapTo(UUID.class)
                .list());
        // By a second statement: the first may have waited for another reader's changes.
        return of(owner);
    }

    List<CalendarEntry> of(UserId owner) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select uid, about, kind, on_date, label, exchange, practice, revision, changed_at, cancelled_at
                        from calendar_entry
                        where owner = :owner
                        order by on_date, uid
                        """).bind("owner", owner).map(ENTRIES).list());
    }

    /// Adds an entry, unless another reader has just added the one about the same.
    void insert(UserId owner, CalendarEntry entry) {
        jdbi.useHandle(handle ->
                bind(handle.createUpdate("""
                        insert into calendar_entry (
                            uid, owner, about, kind, on_date, label, exchange, practice, revision, changed_at,
                            cancelled_at)
                        values (
                            :uid, :owner, :about, :kind, :day, :label, :exchange, :practice, :revision, :changedAt,
                            :cancelledAt)
                        on conflict do nothing
                        """), entry).bind("owner", owner).execute());
    }

    void update(CalendarEntry entry) {
        jdbi.useHandle(handle -> bind(handle.createUpdate("""
                        update calendar_entry
                        set about = :about, kind = :kind, on_date = :day, label = :label, exchange = :exchange,
                            practice = :practice, revision = :revision, changed_at = :changedAt,
                            cancelled_at = :cancelledAt
                        where uid = :uid
                        """), entry).execute());
    }

    void delete(CalendarEntry entry) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from calendar_entry where uid = :uid")
                .bind("uid", entry.uid())
                .execute());
    }

    private static Update bind(Update update, CalendarEntry entry) {
        var exchange = entry.exchange();
        return update.bind("uid", entry.uid())
                .bind("about", entry.about())
                .bind("kind", entry.kind().name())
                .bind("day", entry.day())
                .bind("label", entry.label())
                .bind("exchange", exchange == null ? "" : exchange.value())
                .bind("practice", entry.practice())
                .bind("revision", entry.revision())
                .bind("changedAt", entry.changedAt())
                .bindByType("cancelledAt", entry.cancelledAt(), Instant.class);
    }
}
