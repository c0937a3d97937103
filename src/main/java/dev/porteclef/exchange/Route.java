package dev.porteclef.exchange;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// One of the ways by which calls leave the portal.
///
/// @param address from where the exchange sees them; customers put it on their keys' IP lists
/// @param from the local address to call from, `null`: whichever the machine takes
/// @param proxy the proxy to call through, `null`: none
public record Route(
        String address,
        @Nullable InetAddress from,
        @Nullable InetSocketAddress proxy) {

    /// Straight out, from wherever the machine is seen.
    public static final Route DIRECT = new Route("", null, null);
}
