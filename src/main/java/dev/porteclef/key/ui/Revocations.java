package dev.porteclef.key.ui;

import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Background;
import java.util.function.Consumer;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/// Makes the part of a page that asks whether the exchange still accepts a key.
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
final class Revocations {

    private final ExchangeKeys keys;
    private final Background background;

    Revocations(ExchangeKeys keys, Background background) {
        this.keys = keys;
        this.background = background;
    }

    /// @param whenChanged told of the key when the exchange has been asked from there
    RevocationPanel create(ExchangeKey key, KeyWords words, Consumer<ExchangeKey> whenChanged) {
        var keysPage = KeysPageLink.of(key, words, ActionLink.Weight.PRIMARY);
        return new RevocationPanel(key, keys, background, words, keysPage, whenChanged);
    }
}
