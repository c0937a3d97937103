package dev.porteclef.verification;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What can stand behind one and the same refusal of key and secret. Exchanges answer all of these alike, so each has
/// a starting weight, as likely as it is at a first try, and what each [Clue] adds, takes or rules out.
///
/// The weights are our judgement, not the exchange's word; decision 0012 tells how they came about. Only their order
/// is ever shown.
public enum Cause {
    /// A field lost or gained characters on its way into the form.
    DAMAGED(0, Map.of(Clue.UNUSUAL_SHAPE, 7), Set.of(Clue.USUAL_SHAPE, Clue.ACCEPTED_BEFORE)),
    /// Key and secret do not belong together.
    WRONG_PAIR(4, Map.of(), Set.of(Clue.ACCEPTED_BEFORE)),
    /// The key is in the secret's field and the other way round.
    SWAPPED(
            3,
            Map.of(Clue.UNUSUAL_SHAPE, -1),
            Set.of(Clue.ACCEPTED_BEFORE, Clue.SWAP_REFUSED, Clue.FIELDS_DIFFER_IN_SHAPE)),
    /// The key has an IP list without our address.
    ADDRESS_NOT_LISTED(2, Map.of(Clue.ADDRESS_CHANGED, 6, Clue.OTHERS_LOST, 2), Set.of(Clue.NO_ADDRESS_LISTS)),
    /// The e-mail link or the second factor of a new key is not confirmed yet.
    CONFIRMATION_PENDING(2, Map.of(Clue.REFUSED_FOR_HOURS, -2, Clue.UNUSUAL_SHAPE, -1), Set.of(Clue.ACCEPTED_BEFORE)),
    /// The key was deleted or revoked at the exchange.
    DELETED(1, Map.of(Clue.ACCEPTED_BEFORE, 4, Clue.REFUSED_FOR_HOURS, 1, Clue.OTHERS_LOST, -1), Set.of()),
    /// It is not this key: several that worked are refused at the same time.
    NOT_THIS_KEY(-9, Map.of(Clue.OTHERS_LOST, 17), Set.of(Clue.OTHERS_FINE));

    private final int atFirst;

    // Made by Map.of and Set.of above: never changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<Clue, Integer> weights;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Clue> impossibleWith;

    Cause(int atFirst, Map<Clue, Integer> weights, Set<Clue> impossibleWith) {
        this.atFirst = atFirst;
        this.weights = weights;
        this.impossibleWith = impossibleWith;
    }

    boolean isRuledOutBy(Set<Clue> clues) {
        return clues.stream().anyMatch(impossibleWith::contains);
    }

    int weight(Set<Clue> clues) {
        return atFirst
                + clues.stream().mapToInt(clue -> weights.getOrDefault(clue, 0)).sum();
    }

    /// What speaks for it among `clues`.
    Set<Clue> supportedBy(Set<Clue> clues) {
        return clues.stream().filter(clue -> weights.getOrDefault(clue, 0) > 0).collect(Collectors.toSet());
    }

    /// What speaks against it, or rules it out, among `clues`.
    Set<Clue> opposedBy(Set<Clue> clues) {
        return clues.stream()
                .filter(clue -> weights.getOrDefault(clue, 0) < 0 || impossibleWith.contains(clue))
                .collect(Collectors.toSet());
    }

    /// The key of its text in both languages.
    public String translationKey() {
        return "verification.cause." + name();
    }

    /// The key of the text that says what to do about it.
    public String actionKey() {
        return "verification.cause." + name() + ".action";
    }
}
