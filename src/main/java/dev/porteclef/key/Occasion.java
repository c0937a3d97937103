package dev.porteclef.key;

import dev.porteclef.outbound.Errand;

/// On what occasion a key is checked: decides who goes first, and whether one refusal is believed.
public enum Occasion {
    /// Its owner asks, and is told what this very check says.
    ASKED(Errand.Priority.PERSON),
    /// The portal looks after it: green turns red at the second refusal in a row.
    WATCHED(Errand.Priority.WATCH);

    private final Errand.Priority priority;

    Occasion(Errand.Priority priority) {
        this.priority = priority;
    }

    Errand.Priority priority() {
        return priority;
    }

    /// Whether a refusal of a key that was fine so far is believed, as long as no [CommonCause] is under way.
    ///
    /// @param doubted whether the check before refused it, too
    boolean believesRefusal(boolean doubted) {
        return switch (this) {
            case ASKED -> true;
            case WATCHED -> doubted;
        };
    }
}
