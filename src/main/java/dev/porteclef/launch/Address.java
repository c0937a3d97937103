package dev.porteclef.launch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// Where the portal answers.
///
/// @param host as configured, `null` for every address of the machine
/// @param port 0 while it is not known
record Address(@Nullable String host, int port, boolean secure) {

    static Address of(Environment environment) {
        var configured = environment.getProperty("server.port", Integer.class, 8080);
        return new Address(
                environment.getProperty("server.address"),
                environment.getProperty("local.server.port", Integer.class, configured),
                Https.ownCertificate(environment));
    }

    /// The configured host, resolved; the wildcard address where none is configured.
    @Nullable
    InetAddress bound() throws UnknownHostException {
        return host == null ? null : InetAddress.getByName(host);
    }

    /// In the form a browser takes, with `localhost` for the loopback address.
    @Override
    public String toString() {
        var shown = host == null || host.startsWith("127.") || host.equals("::1") || host.equals("0.0.0.0")
                ? "localhost"
                : host.contains(":") ? "[" + host + "]" : host;
        return (secure ? "https://" : "http://") + shown + ":" + port;
    }
}
