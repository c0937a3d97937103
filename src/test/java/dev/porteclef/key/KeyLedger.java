package dev.porteclef.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.key.KeyMoves.Move;
import dev.porteclef.key.KeyMoves.Nature;
import dev.porteclef.key.KeyMoves.State;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the program of [KeyMoves] said before it was killed, and what may stand in the database after that: what was
/// done has happened; what was only begun has happened whole or not at all.
final class KeyLedger {

    private final Map<Integer, Entry> entries = new TreeMap<>();
    private final Map<Move, Integer> done = new EnumMap<>(Move.class);

    /// @param begun what was begun last and is not known to be done, if anything
    private record Entry(State settled, @Nullable Move begun) {}

    /// Takes down one line of the program.
    void take(String line) {
        var words = line.split(" ", -1);
        var move = Move.valueOf(words[1]);
        var number = Integer.parseInt(words[2]);
        var before = entries.getOrDefault(number, new Entry(State.ABSENT, null));
        if (words[0].equals("begin")) {
            entries.put(number, new Entry(before.settled(), move));
        } else {
            entries.put(number, new Entry(after(number, before.settled(), move), null));
            done.merge(move, 1, Integer::sum);
        }
    }

    /// Holds what is in the database against what may be there, and goes on from that.
    void compare(Map<Integer, State> found) {
        assertThat(entries.keySet()).as("keys that somebody began to connect").containsAll(found.keySet());
        entries.replaceAll((number, entry) -> {
            var state = found.getOrDefault(number, State.ABSENT);
            assertThat(state).as("%s %d: %s", Nature.of(number), number, entry).isIn(possible(number, entry));
            return new Entry(state, null);
        });
    }

    /// How often each move was seen done.
    Map<Move, Integer> done() {
        return Map.copyOf(done);
    }

    private static Set<State> possible(int number, Entry entry) {
        return entry.begun() == null
                ? Set.of(entry.settled())
                : Set.copyOf(java.util.List.of(entry.settled(), after(number, entry.settled(), entry.begun())));
    }

    private static State after(int number, State before, Move move) {
        return move.after(before, Nature.of(number));
    }
}
