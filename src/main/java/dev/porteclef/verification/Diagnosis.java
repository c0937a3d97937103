package dev.porteclef.verification;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Why the exchange refused a pair, as far as it can be known: the causes that remain, the likeliest first, each with
/// what speaks for and against it, and those that are ruled out.
///
/// @param suspects never empty; equal weights keep the order of [Cause]
public record Diagnosis(List<Suspect> suspects, List<Suspect> ruledOut) {

    public Diagnosis {
        suspects = List.copyOf(suspects);
        ruledOut = List.copyOf(ruledOut);
    }

    /// One cause with its clues.
    public record Suspect(Cause cause, Set<Clue> speaksFor, Set<Clue> speaksAgainst) {

        public Suspect {
            speaksFor = new TreeSet<>(speaksFor);
            speaksAgainst = new TreeSet<>(speaksAgainst);
        }
    }

    /// Ranks all causes by what is known.
    public static Diagnosis of(Set<Clue> known) {
        var clues = known.isEmpty() ? EnumSet.noneOf(Clue.class) : EnumSet.copyOf(known);
        var ruledOut = Arrays.stream(Cause.values())
                .filter(cause -> cause.isRuledOutBy(clues))
                .map(cause -> suspect(cause, clues))
                .toList();
        var suspects = Arrays.stream(Cause.values())
                .filter(cause -> !cause.isRuledOutBy(clues))
                // A negative weight means that nothing at all points to it.
                .filter(cause -> cause.weight(clues) >= 0)
                .sorted(Comparator.comparingInt(cause -> -cause.weight(clues)))
                .map(cause -> suspect(cause, clues))
                .toList();
        return new Diagnosis(suspects, ruledOut);
    }

    /// The likeliest cause.
    public Suspect first() {
        return suspects.getFirst();
    }

    /// Whether only one cause remains. More often than not it is more: then the page says that they cannot be told
    /// apart.
    public boolean isToldApart() {
        return suspects.size() == 1;
    }

    /// Whether trying the two fields the other way round could tell something.
    public boolean offersSwap() {
        return suspects.stream().anyMatch(suspect -> suspect.cause() == Cause.SWAPPED);
    }

    private static Suspect suspect(Cause cause, Set<Clue> clues) {
        return new Suspect(cause, cause.supportedBy(clues), cause.opposedBy(clues));
    }
}
