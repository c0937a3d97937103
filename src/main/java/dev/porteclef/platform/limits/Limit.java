package dev.porteclef.platform.limits;

import java.time.Duration;

/// Every rate limit of the portal: `capacity` tries per `period`, all given back together when the period ends.
///
/// What guards something guessable *fails closed*: while so many callers are being counted that memory is at its
/// bound, a new caller is refused. The others forget the caller that was idle longest and go on.
public enum Limit {
    /// Wrong passwords for one account from one address.
    SIGN_IN("sign-in", 5, Duration.ofMinutes(15), false),
    /// Wrong passwords for one account, whichever the addresses, so that many of them cannot guess at it for ever.
    ///
    /// It locks out the owner too: for at most an hour each time, and again whenever somebody spends a hundred more
    /// tries on it. Hence 100: nobody mistypes that often, one address alone gets 20 tries an hour and cannot lock
    /// an account, and fewer than a million guesses a year are few against the passwords let pass at sign-up.
    SIGN_IN_ACCOUNT("sign-in-account", 100, Duration.ofHours(1), false),
    /// Wrong passwords from one address, whichever the account.
    SIGN_IN_ADDRESS("sign-in-address", 50, Duration.ofMinutes(15), false),
    /// Sign-ups from one address, also those that find the e-mail taken.
    SIGN_UP("sign-up", 10, Duration.ofHours(1), false),
    /// Keys one customer submits, each of which calls an exchange. Whoever makes every mistake of the rehearsal once,
    /// and some of them twice, must not be held up.
    CONNECT_KEY("connect-key", 60, Duration.ofMinutes(10), true),
    /// Checks one customer asks for.
    CHECK_KEY("check-key", 60, Duration.ofMinutes(10), true),
    /// API keys one agent looks for: what cannot be found may be a secret, and is not to be tried out.
    FIND_KEY("find-key", 30, Duration.ofMinutes(10), false),
    /// Lists one agent downloads, each of which may be of all keys.
    LIST_EXPORT("list-export", 30, Duration.ofHours(1), true),
    /// Questions one customer sends to support.
    ASK_SUPPORT("ask-support", 10, Duration.ofHours(1), true),
    /// Pages drawn for readers at one address who have no session; what was drawn for anybody lately is not drawn
    /// again.
    FIRST_ANSWER("first-answer", 1_200, Duration.ofMinutes(10), true),
    /// What readers at one address say of articles.
    OPINION("opinion", 60, Duration.ofHours(1), true),
    /// Requests from one address for what an unguessable address alone opens: a calendar, the end of a reminder. A
    /// calendar service asks for many customers from one address.
    UNGUESSABLE("unguessable", 600, Duration.ofMinutes(10), false),
    /// Sessions that readers begin from one address without being signed in; an installation may say another number.
    NEW_READER("new-reader", 900, Duration.ofMinutes(10), true),
    /// Practice keys one customer makes.
    PRACTICE_KEY("practice-key", 30, Duration.ofMinutes(10), true);

    private final String id;
    private final int capacity;
    private final Duration period;
    private final boolean failOpen;

    Limit(String id, int capacity, Duration period, boolean failOpen) {
        this.id = id;
        this.capacity = capacity;
        this.period = period;
        this.failOpen = failOpen;
    }

    /// The stable name for logs and metrics.
    public String id() {
        return id;
    }

    /// How many tries a period has.
    public int capacity() {
        return capacity;
    }

    /// After how long all tries are given back.
    public Duration period() {
        return period;
    }

    /// Whether callers pass when the limiter cannot keep count of them.
    public boolean failOpen() {
        return failOpen;
    }
}
