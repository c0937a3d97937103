package dev.porteclef.reminder;

import dev.porteclef.exchange.Environment;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.KeyRoster;
import dev.porteclef.key.RotationRule;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.reminder.CalendarEntry.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Brings what a customer's calendar was told last in line with their keys whenever the calendar is read: that is the
/// only moment at which it matters. An entry whose key was replaced moves on with the new key. Joins the caller's
/// transaction.
@Component
class CalendarEntries {

    /// How long a cancelled entry is told of, so that calendars that look seldom take it back, too.
    static final Duration CANCELLED_KEPT = Duration.ofDays(30);

    private final JdbiCalendar store;
    private final KeyRoster roster;
    private final RotationRule rule;
    private final Clock clock;

    CalendarEntries(Jdbi jdbi, KeyRoster roster, RotationRule rule, Clock clock) {
        this.store = new JdbiCalendar(jdbi);
        this.roster = roster;
        this.rule = rule;
        this.clock = clock;
    }

    /// The entries as they stand now, cancelled ones included.
    List<CalendarEntry> current(UserId owner) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var stored = new ArrayList<>(store.lock(owner));
        var keys = roster.of(owner);
        for (var wish : wishes(owner, keys, now)) {
            var entry = entryFor(wish, stored, keys);
            if (entry.isEmpty()) {
                store.insert(owner, wish);
            } else {
                stored.remove(entry.get());
                if (!entry.get().tellsAs(wish)) {
                    store.update(entry.get().revisedAs(wish, now));
                }
            }
        }
        stored.forEach(leftOver -> cancel(leftOver, now));
        return store.of(owner);
    }

    private void cancel(CalendarEntry entry, Instant now) {
        var since = entry.cancelledAt();
        if (since == null) {
            store.update(entry.cancelled(now));
        } else if (!now.isBefore(since.plus(CANCELLED_KEPT))) {
            store.delete(entry);
        }
    }

    /// What a calendar should hold, as first revisions.
    private List<CalendarEntry> wishes(UserId owner, List<KeyRoster.Entry> keys, Instant now) {
        var wishes = new ArrayList<CalendarEntry>();
        keys.stream()
                .filter(KeyRoster.Entry::isInUse)
                .map(key -> rotation(key, now))
                .forEach(wishes::add);
        if (!wishes.isEmpty()) {
            var first = ReviewDay.next(owner, LocalDate.ofInstant(now, ZoneOffset.UTC));
            wishes.add(new CalendarEntry(
                    UUID.randomUUID(), owner.value(), Kind.REVIEW, first, "", null, false, 0, now, null));
        }
        return wishes;
    }

    private CalendarEntry rotation(KeyRoster.Entry key, Instant now) {
        return new CalendarEntry(
                UUID.randomUUID(),
                key.id().value(),
                Kind.ROTATION,
                LocalDate.ofInstant(rule.endOf(key.connectedAt()), ZoneOffset.UTC),
                key.label(),
                key.exchange(),
                key.environment() == Environment.PRACTICE,
                0,
                now,
                null);
    }

    /// The entry about the same; else about the nearest of the keys it has replaced, one after another. The
    /// review keeps the day it began on.
    private static Optional<CalendarEntry> entryFor(
            CalendarEntry wish, List<CalendarEntry> stored, List<KeyRoster.Entry> keys) {
        var byId = keys.stream().collect(Collectors.toMap(KeyRoster.Entry::id, Function.identity()));
        for (UUID about = wish.about(); about != null; about = replacedBy(about, byId)) {
            var wanted = about;
            var found = stored.stream()
                    .filter(entry -> entry.about().equals(wanted))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static @Nullable UUID replacedBy(UUID about, Map<KeyId, KeyRoster.Entry> byId) {
        var key = byId.get(new KeyId(about));
        var replaced = key == null ? null : key.replaces();
        // One that is still in use has an entry of its own.
        return replaced == null
                        || Optional.ofNullable(byId.get(replaced))
                                .filter(KeyRoster.Entry::isInUse)
                                .isPresent()
                ? null
                : replaced.value();
    }
}
