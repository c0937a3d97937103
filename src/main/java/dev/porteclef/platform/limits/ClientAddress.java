package dev.porteclef.platform.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/// The address a request came from, as far as limits tell callers apart: an IPv4 address, or the /64 network of an
/// IPv6 address, since one household commands a whole /64.
public record ClientAddress(String value) {

    /// Accepts what the servlet container reports; a text that is no address literal stands for itself.
    public static ClientAddress of(String reported) {
        if (reported.indexOf(':') < 0) {
            return new ClientAddress(reported);
        }
        try {
            // With a colon inside this is a literal, never a name to look up.
            var address = InetAddress.getByName(reported);
            return new ClientAddress(
                    address instanceof Inet6Address
                            ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8)) + "::/64"
                            : address.getHostAddress());
        } catch (UnknownHostException e) {
            return new ClientAddress(reported);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
