package dev.porteclef.exchange;

/// Numbers for one key's requests, each larger than any given out before for that key, also across restarts.
/// Unit: milliseconds since 1970, or the last one plus one where the clock is behind. Taken while the key's turn is
/// held.
@FunctionalInterface
public interface NonceSource {

    long next();
}
