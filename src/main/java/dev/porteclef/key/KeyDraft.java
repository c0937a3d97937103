package dev.porteclef.key;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Strategy;

/// What a customer says about a key beside its credentials.
///
/// @param label the customer's own name for it, 1 to 60 characters without outer spaces
/// @param program the [dev.porteclef.exchange.BotProgram#id()] that will use it
public record KeyDraft(ExchangeId exchange, Environment environment, String label, Strategy strategy, String program) {

    public static final int MAX_LABEL = 60;

    public KeyDraft {
        requireLabel(label);
    }

    /// @throws IllegalArgumentException where `label` is none
    static String requireLabel(String label) {
        if (label.isBlank() || label.length() > MAX_LABEL || !label.equals(label.strip())) {
            throw new IllegalArgumentException("a label has 1 to " + MAX_LABEL + " characters");
        }
        return label;
    }
}
