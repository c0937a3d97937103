package dev.porteclef.exchange;

import java.util.List;
import java.util.Optional;

/// The exchanges the portal knows, read and checked once at start.
public interface ExchangeCatalogue {

    /// All exchanges, by name.
    List<Exchange> all();

    Optional<Exchange> find(ExchangeId id);

    /// The exchange called `id`; callers pass ids that were checked before.
    default Exchange get(ExchangeId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no exchange " + id));
    }
}
