package dev.porteclef.console.overview;

import dev.porteclef.key.Headline;
import java.util.Map;

/// How all keys stand at this moment.
///
/// @param states how many keys have which headline; none without a key
/// @param due keys in use to be replaced soon
/// @param overdue keys in use that should have been replaced
/// @param inUse all keys in use, of whatever age
public record Standings(Map<Headline, Long> states, long due, long overdue, long inUse) {

    public Standings {
        states = Map.copyOf(states);
    }

    /// Keys in use that are recent enough.
    public long fine() {
        return inUse - due - overdue;
    }

    public long keys() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }
}
