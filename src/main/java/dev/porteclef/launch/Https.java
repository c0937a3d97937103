package dev.porteclef.launch;

import java.net.Inet4Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/// Who ends the encrypted connection: the portal itself, or a declared proxy whose word on it is believed.
final class Https {

    private Https() {}

    /// Whether the portal has a certificate of its own (`server.ssl.*`).
    static boolean ownCertificate(Environment environment) {
        return environment.getProperty("server.ssl.enabled", Boolean.class, true)
                && Stream.of("bundle", "certificate", "key-store")
                        .map(name -> environment.getProperty("server.ssl." + name, ""))
                        .anyMatch(value -> !value.isBlank());
    }

    /// The server properties that make `X-Forwarded-For` and `X-Forwarded-Proto` count when they come from one of
    /// `proxies` and from nobody else; nothing for no proxy. The addresses must be IP literals.
    static Map<String, Object> trusting(List<String> proxies) {
        if (proxies.isEmpty()) {
            return Map.of();
        }
        // As blocks of one address each: a plain address would be taken for a regular expression.
        var trusted = proxies.stream()
                .map(IpLiteral::of)
                .map(address -> address.getHostAddress() + (address instanceof Inet4Address ? "/32" : "/128"))
                .collect(Collectors.joining(","));
        var properties = new LinkedHashMap<String, Object>();
        properties.put("server.forward-headers-strategy", "native");
        properties.put("server.tomcat.remoteip.remote-ip-header", "x-forwarded-for");
        properties.put("server.tomcat.remoteip.protocol-header", "x-forwarded-proto");
        properties.put("server.tomcat.remoteip.internal-proxies", trusted);
        return properties;
    }
}
