package dev.porteclef.demo;

import java.time.Instant;

/// What is to be made up. The same plan gives the same rows, to the byte.
///
/// @param checksPerKey on average
/// @param at the moment that everything is told from: nothing is younger
public record DemoPlan(int keys, int customers, int checksPerKey, long seed, Instant at) {

    /// The most keys of one plan, and the most checks of a key.
    public static final int MOST_KEYS = 10_000_000;

    public static final int MOST_CHECKS = 1_000;

    public DemoPlan {
        if (keys < 1 || keys > MOST_KEYS || customers < 1 || customers > keys) {
            throw new IllegalArgumentException("no such number of keys and customers");
        }
        if (checksPerKey < 1 || checksPerKey > MOST_CHECKS) {
            throw new IllegalArgumentException("no such number of checks");
        }
    }

    /// How many checks there will be, give or take those of the last keys.
    public long checks() {
        return (long) keys * checksPerKey;
    }
}
