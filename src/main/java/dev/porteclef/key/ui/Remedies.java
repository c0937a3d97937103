package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import dev.porteclef.key.ExchangeKey;

/// What a verdict can offer to do at once, with the key it is about.
interface Remedies {

    /// Asks the exchange about the key once more.
    void checkAgain();

    /// Asks it about the same pair with its two fields swapped.
    void trySwapped();

    /// Counts in microseconds for this key from now on, for good, and checks again. Its owner has agreed.
    void countInMicroseconds();

    /// Leads to where key and secret can be pasted again, as the primary action.
    Component pasteAgain(ExchangeKey key);
}
