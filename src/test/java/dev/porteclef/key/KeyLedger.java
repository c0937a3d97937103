package dev.porteclef.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.key.KeyModel.Move;
import dev.porteclef.key.KeyModel.Nature;
import dev.porteclef.key.KeyModel.Round;
import dev.porteclef.key.KeyModel.Stage;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the program of [KeyMoves] said before it was killed, and what may stand in the database after that: what was
/// done has happened as it was told; what was only begun has happened whole or not at all.
final class KeyLedger {

    private static final Entry UNKNOWN = new Entry(Set.of(Stage.ABSENT), Set.of());

    private final Map<Integer, Entry> entries = new TreeMap<>();
    /// Keys that nothing has been done to since the fortnight began that is passing now.
    private final Set<Integer> untouched = new HashSet<>();
    private final Set<String> done = new TreeSet<>();
    private final Set<Stage> seen = EnumSet.noneOf(Stage.class);

    /// @param settled how the key may stand if nothing is being done to it
    /// @param perhaps how it may stand besides, for what was begun last and is not known to be done
    private record Entry(Set<Stage> settled, Set<Stage> perhaps) {}

    /// Takes down one line of the program.
    void take(String line) {
        var words = line.split(" ", -1);
        var begins = words[0].equals("begin");
        if (!begins) {
            done.add(words[1]);
        }
        if (words.length == 2) {
            takeRound(Round.valueOf(words[1]), begins);
        } else if (begins) {
            begin(Move.valueOf(words[1]), words);
        } else {
            end(Move.valueOf(words[1]), words, line);
        }
    }

    private void takeRound(Round round, boolean begins) {
        if (round == Round.ASK) {
            return;
        }
        if (begins) {
            entries.forEach((number, entry) -> {
                if (entry.perhaps().isEmpty()) {
                    untouched.add(number);
                }
            });
            return;
        }
        // Whatever was on its way out then has lost its secrets.
        for (var number : List.copyOf(untouched)) {
            settle(number, without(Stage::isOnItsWayOut, before(number)));
        }
    }

    private void begin(Move move, String[] words) {
        var number = Integer.parseInt(words[2]);
        var before = before(number);
        put(number, new Entry(before, outcomes(move, number, before)));
        if (words.length > 3) {
            var old = Integer.parseInt(words[3]);
            var oldBefore = before(old);
            put(old, new Entry(oldBefore, each(oldBefore, stage -> stage.whenReplaced(Nature.of(old)))));
        }
    }

    /// `done REPLACE 17 12 ACTIVE REVOKED`: how the customer was told that both stand now; one word less: the old key
    /// was not replaced; `-`: nothing was done.
    private void end(Move move, String[] words, String line) {
        var number = Integer.parseInt(words[2]);
        var before = before(number);
        var replaces = words.length > 4;
        var told = words[replaces ? 4 : 3];
        if (told.equals("-")) {
            var unfit = without(move::fits, before);
            assertThat(unfit).as("%s without effect on %s", line, before).isNotEmpty();
            settle(number, unfit);
        } else {
            var stage = Stage.valueOf(told);
            assertThat(stage).as("%s after %s", line, before).isIn(outcomes(move, number, before));
            settle(number, Set.of(stage));
        }
        if (replaces) {
            endOfOld(words, !told.equals(Stage.ACTIVE.name()) || before.contains(Stage.ACTIVE), line);
        }
    }

    /// @param mayStay whether nothing that was told of the new key says that it took over
    private void endOfOld(String[] words, boolean mayStay, String line) {
        var old = Integer.parseInt(words[3]);
        var before = before(old);
        if (words.length == 5) {
            var staying = mayStay ? before : without(Stage::isInUse, before);
            assertThat(staying).as("%s, the old one after %s", line, before).isNotEmpty();
            settle(old, staying);
        } else {
            var stage = Stage.valueOf(words[5]);
            var replaced = each(before, possible -> possible.whenReplaced(Nature.of(old)));
            assertThat(stage).as("%s, the old one after %s", line, before).isIn(afterRounds(old, replaced));
            settle(old, Set.of(stage));
        }
    }

    /// Holds what is in the database against what may be there, and goes on from that.
    void compare(Map<Integer, Stage> found) {
        assertThat(entries.keySet()).as("keys that somebody began to connect").containsAll(found.keySet());
        entries.replaceAll((number, entry) -> {
            var stage = found.getOrDefault(number, Stage.ABSENT);
            var possible = afterRounds(
                    number,
                    Stream.concat(entry.settled().stream(), entry.perhaps().stream())
                            .collect(Collectors.toSet()));
            assertThat(stage).as("%s %d: %s", Nature.of(number), number, entry).isIn(possible);
            seen.add(stage);
            return new Entry(Set.of(stage), Set.of());
        });
        untouched.clear();
    }

    /// The names of the moves and rounds that were seen done.
    Set<String> done() {
        return Set.copyOf(done);
    }

    /// How keys stood after kills.
    Set<Stage> seen() {
        return Set.copyOf(seen);
    }

    private Set<Stage> before(int number) {
        return afterRounds(number, entries.getOrDefault(number, UNKNOWN).settled());
    }

    private void settle(int number, Set<Stage> stages) {
        put(number, new Entry(stages, Set.of()));
    }

    private void put(int number, Entry entry) {
        entries.put(number, entry);
        untouched.remove(number);
    }

    private static Set<Stage> outcomes(Move move, int number, Set<Stage> before) {
        return each(without(stage -> !move.fits(stage), before), stage -> move.outcomes(stage, Nature.of(number)));
    }

    private static Set<Stage> afterRounds(int number, Set<Stage> before) {
        return each(before, stage -> stage.afterRounds(Nature.of(number)).collect(Collectors.toSet()));
    }

    private static Set<Stage> each(Set<Stage> before, Function<Stage, Set<Stage>> after) {
        return before.stream().flatMap(stage -> after.apply(stage).stream()).collect(Collectors.toSet());
    }

    private static Set<Stage> without(Predicate<Stage> unwanted, Set<Stage> stages) {
        return stages.stream().filter(unwanted.negate()).collect(Collectors.toSet());
    }
}
