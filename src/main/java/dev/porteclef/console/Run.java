package dev.porteclef.console;

import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that an agent has begun for all keys of a list at once.
///
/// @param by the agent's e-mail; empty for an account that is gone
/// @param query which keys, as parameters of an address
/// @param keys how many there were when it began
/// @param outcomes how many have come to which end so far
/// @param endedAt `null` as long as it is under way
public record Run(
        RunId id,
        UserId agent,
        String by,
        Work work,
        Map<String, String> query,
        State state,
        int keys,
        Map<Outcome, Integer> outcomes,
        Instant begunAt,
        @Nullable Instant endedAt) {

    /// Where it stands.
    public enum State {
        RUNNING,
        /// An agent has stopped it; it can go on.
        CANCELLED,
        DONE
    }

    /// What became of one key.
    public enum Outcome {
        /// Checked, or answered.
        DONE,
        /// Gone, or not in a state for that any more; nothing was done.
        PASSED,
        /// Asked for, and not heard of for long: the exchange, or the way there, is silent.
        SILENT,
        /// Tried several times, and failed each time.
        FAILED
    }

    public Run {
        query = Map.copyOf(query);
        outcomes = Map.copyOf(outcomes);
    }

    /// How many keys have come to an end.
    public int done() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// How many have come to this one.
    public int of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }
}
