package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.i18n.Language;
import java.util.Optional;
import java.util.function.Supplier;

/// What others have to tell a key's owner on its page, above its verdict: that support has answered, for instance. The
/// page need not know who they are.
@FunctionalInterface
public interface OwnersNotices {

    /// Nothing where there is nothing to tell.
    ///
    /// @param page whose locale the texts take
    Optional<Told> about(ExchangeKey key, Component page, Language language);

    /// @param basis as long as it is equal, what was drawn stays
    record Told(Object basis, Supplier<Component> draw) {}
}
