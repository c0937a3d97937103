package dev.porteclef.practice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What can befall a practice key, and some of it the whole practice exchange, until it is switched off again.
public enum Mishap {
    /// The key is unknown, as if it had been deleted.
    KEY_DELETED(Reach.KEY),
    /// The IP list does not hold the portal's address, whatever is listed.
    IP_NOT_LISTED(Reach.EVERYTHING),
    /// The link in the e-mail was not opened.
    CONFIRMATION_PENDING(Reach.KEY),
    /// Some program has sent a number in microseconds: whatever counts in milliseconds is too small from then on.
    NONCE_SPOILT(Reach.KEY),
    /// Another program uses the key at this moment and is a little quicker, once in every verification.
    NONCE_RACE(Reach.KEY),
    MAINTENANCE(Reach.EVERYTHING),
    RATE_LIMITED(Reach.EVERYTHING),
    /// The same, told in the other known shape.
    RATE_LIMITED_OBJECT(Reach.EVERYTHING),
    SLOW_HEADERS(Reach.EVERYTHING, Delivery.LATE),
    SLOW_BODY(Reach.EVERYTHING, Delivery.DRIBBLING),
    BROKEN_OFF(Reach.EVERYTHING, Delivery.BROKEN_OFF),
    /// A web server in front of the API answers with a page of its own.
    ERROR_PAGE(Reach.EVERYTHING),
    EMPTY_ANSWER(Reach.EVERYTHING),
    /// The list of permissions grants writing to a scope that nobody has described.
    UNKNOWN_SCOPE(Reach.KEY),
    /// The list of permissions grants withdrawing, whichever boxes were ticked.
    WITHDRAW_LATER(Reach.KEY);

    private final Reach reach;
    private final Delivery delivery;

    Mishap(Reach reach) {
        this(reach, Delivery.AT_ONCE);
    }

    Mishap(Reach reach, Delivery delivery) {
        this.reach = reach;
        this.delivery = delivery;
    }

    /// Those that can befall the whole exchange.
    public static List<Mishap> ofTheExchange() {
        return Arrays.stream(values())
                .filter(mishap -> mishap.reach == Reach.EVERYTHING)
                .toList();
    }

    /// Its name.
    public String translationKey() {
        return "practice.mishap." + name();
    }

    /// What it does, and what of it is a guess.
    public String effectKey() {
        return translationKey() + ".effect";
    }

    boolean canBefallTheExchange() {
        return reach == Reach.EVERYTHING;
    }

    /// What is answered to every call, before the call is looked at.
    Optional<ApiAnswer> instead() {
        return switch (this) {
            case KEY_DELETED -> Optional.of(ApiAnswer.KEY_UNKNOWN);
            case MAINTENANCE -> Optional.of(ApiAnswer.MAINTENANCE);
            case RATE_LIMITED -> Optional.of(ApiAnswer.RATE_LIMITED);
            case RATE_LIMITED_OBJECT -> Optional.of(ApiAnswer.RATE_LIMITED_OBJECT);
            case ERROR_PAGE -> Optional.of(ApiAnswer.BAD_GATEWAY);
            case EMPTY_ANSWER -> Optional.of(ApiAnswer.NOTHING);
            case IP_NOT_LISTED,
                    CONFIRMATION_PENDING,
                    NONCE_SPOILT,
                    NONCE_RACE,
                    SLOW_HEADERS,
                    SLOW_BODY,
                    BROKEN_OFF,
                    UNKNOWN_SCOPE,
                    WITHDRAW_LATER -> Optional.empty();
        };
    }

    Delivery delivery() {
        return delivery;
    }

    private enum Reach {
        KEY,
        /// A key, or all keys of one owner.
        EVERYTHING
    }
}
