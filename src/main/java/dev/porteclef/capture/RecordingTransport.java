package dev.porteclef.capture;

import dev.porteclef.exchange.ExchangeTransport;
import dev.porteclef.exchange.Route;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The portal's own way out, with the same allow-list and bounds, that remembers the last reply: adapters return only
/// what a reply means, and here the reply itself is wanted.
///
/// Exists in the tool's process only. The portal has no bean of this type, and a test sees to it that nobody else
/// extends the transport.
final class RecordingTransport extends ExchangeTransport {

    private @Nullable Reply last;

    RecordingTransport(AllowedHosts allowed, Clock clock) {
        super(allowed, clock);
    }

    @Override
    public Reply send(HttpRequest request, Route route) {
        var reply = super.send(request, route);
        last = reply;
        return reply;
    }

    /// The last reply since this was asked before; nothing where none was sent for.
    Optional<Reply> take() {
        var taken = Optional.ofNullable(last);
        last = null;
        return taken;
    }
}
