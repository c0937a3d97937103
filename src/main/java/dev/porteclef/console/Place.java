package dev.porteclef.console;

import dev.porteclef.key.KeyId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place between two keys of an ordered list, from which one page is read: it stays where it is while keys come and
/// go around it. Its text form stands in addresses.
///
/// @param at of the key on whose far side the page begins
/// @param id of that key, `null`: of all keys of that moment
/// @param back whether the page before it is wanted, and not the one after it
public record Place(Instant at, @Nullable KeyId id, boolean back) {

    /// Right behind `line`.
    static Place after(KeyLine line, KeyOrder order) {
        return new Place(line.at(order), line.id(), false);
    }

    /// Right before `line`.
    static Place before(KeyLine line, KeyOrder order) {
        return new Place(line.at(order), line.id(), true);
    }

    /// The text form read again; nothing where it is none.
    public static Optional<Place> of(String text) {
        var back = text.startsWith("-");
        var parts = (back ? text.substring(1) : text).split("~", 2);
        try {
            var id = parts.length < 2 ? null : new KeyId(UUID.fromString(parts[1]));
            return Optional.of(new Place(Instant.parse(parts[0]), id, back))
                    .filter(place -> QueryText.isInTime(place.at()));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return (back ? "-" : "") + at + (id == null ? "" : "~" + id);
    }
}
