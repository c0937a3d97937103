package dev.porteclef.key.ui;

import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.ui.Background;
import dev.porteclef.platform.ui.Explanations;
import java.util.function.Consumer;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/// Makes the part of a page that shows what the checks of a key came to, so that no page needs what that part needs.
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
final class KeyResults {

    private final ExchangeKeys keys;
    private final KeyUpkeep upkeep;
    private final Background background;
    private final Installation installation;
    private final Explanations explanations;

    KeyResults(
            ExchangeKeys keys,
            KeyUpkeep upkeep,
            Background background,
            Installation installation,
            Explanations explanations) {
        this.keys = keys;
        this.upkeep = upkeep;
        this.background = background;
        this.installation = installation;
        this.explanations = explanations;
    }

    /// An empty one.
    ///
    /// @param whenChanged told of the key whenever something done here has changed it; the result shows it by then
    KeyResult create(KeyWords words, Consumer<ExchangeKey> whenChanged) {
        var entries = new KeyEntries(explanations, words.exchange(), words.language());
        return new KeyResult(
                keys,
                upkeep,
                background,
                new VerdictParts(words, entries, installation.outgoingAddresses()),
                whenChanged);
    }
}
