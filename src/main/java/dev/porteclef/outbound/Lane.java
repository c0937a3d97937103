package dev.porteclef.outbound;

import java.net.URI;

/// What an exchange limits: one question asked at one host. Exchanges count each question by itself, and each of our
/// addresses (src/docs/exchanges/bitfinex.md, section 8).
///
/// @param host with its port
/// @param practice whether it is the practice exchange, which allows more
public record Lane(String host, String question, boolean practice) {

    public static Lane of(URI endpoint, String question, boolean practice) {
        return new Lane(endpoint.getAuthority(), question, practice);
    }
}
