package dev.porteclef.platform.data;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list that is read along an index from a place in it (keyset paging).
///
/// @param before from where the page before this one is read, `null`: there is none
/// @param after from where the page after it is read, `null`: there is none
public record Stretch<T>(
        List<T> lines, @Nullable Place before, @Nullable Place after) {

    public Stretch {
        lines = List.copyOf(lines);
    }

    /// Reads the lines nearest to a place.
    @FunctionalInterface
    public interface Lines<T> {

        /// At most `limit` lines on the far side of `place`, nearest first: of a place that looks back those before it.
        ///
        /// @param place `null`: from the beginning
        List<T> read(@Nullable Place place, int limit);
    }

    /// The page at `place` with at most `size` lines. What is left before the beginning is never a page of its own: the
    /// first page is a whole one.
    ///
    /// @param place `null`: the first page
    /// @param behind the place right behind a line
    public static <T> Stretch<T> read(@Nullable Place place, int size, Lines<T> list, Function<T, Place> behind) {
        // One more than is shown tells whether there are more.
        var found = list.read(place, size + 1);
        var more = found.size() > size;
        var lines = more ? found.subList(0, size) : found;
        if (place == null || !place.back()) {
            return new Stretch<>(
                    lines,
                    place == null ? null : before(lines, place, behind),
                    more ? behind.apply(lines.getLast()) : null);
        }
        if (!more) {
            return read(null, size, list, behind);
        }
        var forward = lines.reversed();
        return new Stretch<>(forward, behind.apply(forward.getFirst()).backwards(), behind.apply(forward.getLast()));
    }

    private static <T> Place before(List<T> lines, Place place, Function<T, Place> behind) {
        return lines.isEmpty()
                ? new Place(place.at(), null, true)
                : behind.apply(lines.getFirst()).backwards();
    }
}
