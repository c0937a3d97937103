package dev.porteclef.demo;

import java.util.UUID;
import java.util.random.RandomGenerator;

/// Ids of what is made up. They begin alike and are of version 8, which the portal never gives: what lies between
/// [#FIRST] and [#LAST] is made up, and nothing else is.
final class MadeUpIds {

    static final UUID FIRST = UUID.fromString("de30da7a-0000-8000-8000-000000000000");
    static final UUID LAST = UUID.fromString("de30da7a-ffff-8fff-bfff-ffffffffffff");

    private static final long FREE_HIGH = 0x0000_0000_ffff_0fffL;
    private static final long FREE_LOW = 0x3fff_ffff_ffff_ffffL;

    private MadeUpIds() {}

    static UUID random(RandomGenerator random) {
        return of(random.nextLong(), random.nextLong());
    }

    /// Rising with `number`: an index that is filled in its order stays small.
    static UUID counted(long number, long seed) {
        return of(
                (((number >>> 12) & 0xffff) << 16) | (number & 0xfff),
                ((number >>> 28) << 44) | (seed & 0xfff_ffff_ffffL));
    }

    private static UUID of(long high, long low) {
        return new UUID(
                FIRST.getMostSignificantBits() | (high & FREE_HIGH),
                FIRST.getLeastSignificantBits() | (low & FREE_LOW));
    }
}
