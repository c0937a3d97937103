package dev.porteclef.platform.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place between two rows of a list ordered by time, from which one page is read: it stays where it is while rows
/// come and go around it. Its text form stands in addresses.
///
/// @param at of the row on whose far side the page begins
/// @param id of that row, `null`: of all rows of that moment
/// @param back whether the page before it is wanted, and not the one after it
public record Place(Instant at, @Nullable UUID id, boolean back) {

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    /// Right behind the row of that moment and id.
    public static Place behind(Instant at, UUID id) {
        return new Place(at, id, false);
    }

    /// The text form read again; nothing where it is none.
    public static Optional<Place> of(String text) {
        var back = text.startsWith("-");
        var parts = (back ? text.substring(1) : text).split("~", 2);
        try {
            var id = parts.length < 2 ? null : UUID.fromString(parts[1]);
            return Optional.of(new Place(Instant.parse(parts[0]), id, back)).filter(place -> isInTime(place.at()));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Whether every database can hold that moment.
    public static boolean isInTime(Instant at) {
        return at.isAfter(Instant.EPOCH) && at.isBefore(END_OF_TIME);
    }

    /// The same place with the page before it in view.
    Place backwards() {
        return new Place(at, id, true);
    }

    @Override
    public String toString() {
        return (back ? "-" : "") + at + (id == null ? "" : "~" + id);
    }
}
