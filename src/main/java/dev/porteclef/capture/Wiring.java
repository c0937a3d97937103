package dev.porteclef.capture;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeAdapter;
import dev.porteclef.exchange.ExchangeCatalogue;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/// What a run needs of the portal.
///
/// @param transport the one that the adapters send through
/// @param address where an exchange is asked
record Wiring(
        ExchangeCatalogue catalogue,
        List<ExchangeAdapter> adapters,
        RecordingTransport transport,
        Function<Exchange, URI> address,
        Clock clock) {

    Wiring {
        adapters = List.copyOf(adapters);
    }

    /// The adapter that the content of `exchange` names; the catalogue was checked to name one that exists.
    ExchangeAdapter adapter(Exchange exchange) {
        return adapters.stream()
                .filter(adapter -> adapter.name().equals(exchange.adapter()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no adapter " + exchange.adapter()));
    }
}
