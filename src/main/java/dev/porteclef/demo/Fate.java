package dev.porteclef.demo;

import dev.porteclef.key.Life;
import dev.porteclef.key.PauseReason;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What has become of a key, and how often, of a thousand. About four in five work; most of what went wrong did so in
/// bursts, as it does where one cause hits many.
enum Fate {
    WORKS(720, Saying.FINE, Onset.BORN),
    EMPTY(55, Saying.NO_FUNDS, Onset.BORN),
    LESS_THAN_RECOMMENDED(30, Saying.RECOMMENDED_MISSING, Onset.BORN),
    MORE_THAN_NEEDED(20, Saying.MORE_RIGHTS, Onset.BORN),
    UNPROVEN(6, Saying.UNKNOWN_RIGHT, Onset.ONCE),
    RACED(4, Saying.RACED, Onset.LATELY),
    BOX_TAKEN_AWAY(8, Saying.BOX_MISSING, Onset.ONCE),
    BOX_NEVER_GIVEN(9, Saying.BOX_MISSING, Onset.BORN),
    NOT_LISTED(5, Saying.ADDRESS_CHANGED, Onset.ONCE),
    /// Three incidents of our addresses. The exchange tells some customers that it is the address, and others no more
    /// than that the pair is refused.
    NOT_LISTED_THIS_MORNING(16, Saying.ADDRESS_CHANGED, Onset.THIS_MORNING, 700),
    ADDRESS_REFUSED_THIS_MORNING(10, Saying.ADDRESS_REFUSED, Onset.THIS_MORNING, 400),
    NOT_LISTED_YESTERDAY(6, Saying.ADDRESS_CHANGED, Onset.YESTERDAY, 500),
    MISTYPED(7, Saying.DAMAGED, Onset.BORN),
    NEVER_ACCEPTED(10, Saying.NEVER_ACCEPTED, Onset.BORN),
    DELETED(13, Saying.DELETED, Onset.ONCE),
    NONCE_AHEAD(5, Saying.NONCE_AHEAD, Onset.ONCE),
    IN_MAINTENANCE(12, Saying.MAINTENANCE, Onset.LATELY),
    LIMITED(2, Saying.RATE_LIMITED, Onset.LATELY),
    NOT_HEARD_OF(2, Saying.UNREACHABLE, Onset.BORN),
    DOUBTED(4, Saying.DELETED, Onset.LAST_TIME),
    RESTS(14, Saying.FINE, Onset.BORN, Life.PAUSED, PauseReason.CUSTOMER),
    LEAKED(2, Saying.FINE, Onset.BORN, Life.PAUSED, PauseReason.LEAK),
    CAN_WITHDRAW_NOW(2, Saying.WITHDRAWS, Onset.LAST_TIME, Life.PAUSED, PauseReason.WITHDRAW),
    REFUSED(7, Saying.WITHDRAWS, Onset.BORN, Life.REFUSED, null),
    /// The next key has taken its place.
    REPLACED(9, Saying.FINE, Onset.BORN, Life.REPLACED, null),
    REVOKED(18, Saying.DELETED, Onset.LAST_TIME, Life.REVOKED, null),
    /// Meant to take the place of the key before.
    DRAFT(4, Saying.NEVER_ACCEPTED, Onset.BORN, Life.DRAFT, null);

    /// When it began.
    enum Onset {
        /// With the key.
        BORN,
        ONCE,
        YESTERDAY,
        THIS_MORNING,
        LATELY,
        LAST_TIME
    }

    private static final Fate[] ALL = values();
    private static final int SUM = sum();

    private final int weight;
    private final Saying saying;
    private final Onset onset;
    private final Life life;
    private final @Nullable PauseReason reason;
    private final int most;

    Fate(int weight, Saying saying, Onset onset) {
        this(weight, saying, onset, Integer.MAX_VALUE);
    }

    Fate(int weight, Saying saying, Onset onset, int most) {
        this(weight, saying, onset, Life.ACTIVE, null, most);
    }

    Fate(int weight, Saying saying, Onset onset, Life life, @Nullable PauseReason reason) {
        this(weight, saying, onset, life, reason, Integer.MAX_VALUE);
    }

    Fate(int weight, Saying saying, Onset onset, Life life, @Nullable PauseReason reason, int most) {
        this.weight = weight;
        this.saying = saying;
        this.onset = onset;
        this.life = life;
        this.reason = reason;
        this.most = most;
    }

    static Fate random(RandomGenerator random) {
        var left = random.nextInt(SUM);
        for (var fate : ALL) {
            left -= fate.weight;
            if (left < 0) {
                return fate;
            }
        }
        throw new AssertionError("the weights do not sum up");
    }

    private static int sum() {
        var sum = 0;
        for (var fate : ALL) {
            sum += fate.weight;
        }
        return sum;
    }

    Saying saying() {
        return saying;
    }

    Onset onset() {
        return onset;
    }

    Life life() {
        return life;
    }

    @Nullable
    PauseReason reason() {
        return reason;
    }

    /// Its share of all keys.
    double share() {
        return (double) weight / SUM;
    }

    /// How many keys meet it at most, give or take a few, however many there are.
    int most() {
        return most;
    }

    /// Whether it is one event, that hit keys of one exchange.
    boolean isIncident() {
        return most < Integer.MAX_VALUE;
    }

    /// Whether nothing was asked any more once the key was where it is.
    boolean isOver() {
        return life != Life.ACTIVE && life != Life.DRAFT;
    }
}
