package dev.porteclef.reminder;

import dev.porteclef.exchange.ExchangeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a customer's calendar was told last about one thing.
///
/// @param uid stays the same for ever, also when another key takes the place of the one it is about
/// @param about the key, or the owner for the monthly review
/// @param day of the rotation, or the first review
/// @param exchange `null` for the review
/// @param practice whether the key is valid at the practice exchange only
/// @param revision grows with every change (`SEQUENCE`)
/// @param cancelledAt when it was taken back, `null`: it holds
record CalendarEntry(
        UUID uid,
        UUID about,
        Kind kind,
        LocalDate day,
        String label,
        @Nullable ExchangeId exchange,
        boolean practice,
        int revision,
        Instant changedAt,
        @Nullable Instant cancelledAt) {

    enum Kind {
        ROTATION,
        REVIEW
    }

    boolean isCancelled() {
        return cancelledAt != null;
    }

    /// Whether both tell a calendar the same. A review goes on from the day it began on.
    boolean tellsAs(CalendarEntry other) {
        return about.equals(other.about)
                && (kind == Kind.REVIEW || day.equals(other.day))
                && label.equals(other.label)
                && isCancelled() == other.isCancelled();
    }

    /// What `wish` tells, as the next revision of this entry.
    CalendarEntry revisedAs(CalendarEntry wish, Instant now) {
        var moved = kind == Kind.REVIEW ? day : wish.day;
        return new CalendarEntry(
                uid, wish.about, kind, moved, wish.label, wish.exchange, wish.practice, revision + 1, now, null);
    }

    CalendarEntry cancelled(Instant now) {
        return new CalendarEntry(uid, about, kind, day, label, exchange, practice, revision + 1, now, now);
    }
}
