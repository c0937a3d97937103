package dev.porteclef.key.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.ui.Page;
import java.util.Optional;
import java.util.UUID;

/// The key that an address names.
final class KeyParameter {

    /// The route of a key's own page, and the beginning of those below it.
    static final String ROUTE = Page.LOCALE + "/keys/:key([0-9a-f-]{36})";

    private KeyParameter() {}

    /// The reader's own key of this address.
    ///
    /// @throws NotFoundException where there is none: somebody else's is not found either
    static ExchangeKey find(BeforeEnterEvent event, ExchangeKeys keys) {
        return event.getRouteParameters()
                .get("key")
                .flatMap(KeyParameter::parse)
                .flatMap(keys::find)
                .orElseThrow(NotFoundException::new);
    }

    private static Optional<KeyId> parse(String text) {
        try {
            return Optional.of(new KeyId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
