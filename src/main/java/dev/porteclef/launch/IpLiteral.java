package dev.porteclef.launch;

import java.net.InetAddress;

/// Addresses written in numbers; no name is ever looked up.
final class IpLiteral {

    private IpLiteral() {}

    /// @throws IllegalArgumentException for anything that is not four decimal numbers or an IPv6 address
    static InetAddress of(String text) {
        // The JDK also accepts 127.1; no one who declares an address means that.
        if (!text.contains(":") && !text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            throw new IllegalArgumentException("not an IP address");
        }
        return InetAddress.ofLiteral(text);
    }

    static boolean isOne(String text) {
        try {
            of(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
