package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Life;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;

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

    /// The address where another key is made that takes the place of `key`, lest a dead one stand beside it. One
    /// that waits is tried again where the key before it is replaced; where nothing is to be replaced, a new key is
    /// connected.
    static String anotherKey(Language language, ExchangeKey key) {
        var place = key.life() == Life.DRAFT ? key.standing().replaces() : key.isReplaceable() ? key.id() : null;
        return place == null
                ? Addresses.connect(
                        language, key.exchange().value(), key.strategy().toString())
                : ReplaceView.address(language, place);
    }
}
