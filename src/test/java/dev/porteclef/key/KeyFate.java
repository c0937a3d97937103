package dev.porteclef.key;

import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// Where a thread of [KeyMoves] stops for ever: a few steps after it has begun some act, half the time the one that
/// has the most to tear apart.
final class KeyFate {

    /// About as many steps in the database as the longest act has.
    private static final int STEPS = 45;

    private final Random random;
    private final Enum<?> riskiest;
    private final boolean waitsForIt;
    private int actsLeft;
    private int stepsLeft = Integer.MAX_VALUE;

    KeyFate(Random random, Enum<?> riskiest) {
        this.random = random;
        this.riskiest = riskiest;
        this.waitsForIt = random.nextBoolean();
        this.actsLeft = 5 + random.nextInt(12);
    }

    void begin(Enum<?> act) {
        if (--actsLeft <= 0 && stepsLeft > STEPS && (!waitsForIt || act == riskiest)) {
            stepsLeft = random.nextInt(STEPS);
        }
    }

    void step() {
        if (stepsLeft-- <= 0) {
            KeyMoves.say("stopped");
            while (true) {
                LockSupport.park();
            }
        }
    }
}
