package dev.porteclef.demo;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Randomness that is the same for the same seed, on every machine; each thing that is made up has its own, so that one
/// can be made without those before it.
final class Seeds {

    /// What the randomness is for.
    enum Stream {
        CUSTOMER(1),
        KEY(2),
        SHARE(3),
        REPORT(4),
        WAY(5);

        private final long number;

        Stream(long number) {
            this.number = number;
        }
    }

    private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

    private Seeds() {}

    static RandomGenerator of(long seed, Stream stream, long number) {
        var mixed = new SplittableRandom(seed ^ stream.number * GOLDEN).nextLong();
        // Mixed once more: neighbours that lie a step apart would tell the same story, shifted.
        return new SplittableRandom(new SplittableRandom(mixed + number).nextLong());
    }
}
