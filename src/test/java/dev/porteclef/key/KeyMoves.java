package dev.porteclef.key;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.PracticeEndpoint;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.SteppedSource;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TurnableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// A program in which customers do with their keys whatever can be done, until it is killed. Each says on standard
/// output what it begins (`begin CONNECT 17`) and, once the service has returned, that it is done; in the end each
/// stops
/// in the middle of some act, before a statement, before a commit or right after one, and says that too (`stopped`).
final class KeyMoves {

    /// What a thread does at each of its steps in the database; nothing while the program starts.
    private static final ThreadLocal<Runnable> STOP = new ThreadLocal<>();

    static final int CUSTOMERS = 4;

    private final ExchangeKeys keys;
    private final TurnableClock clock;
    private final AtomicInteger numbers;

    private KeyMoves(ExchangeKeys keys, TurnableClock clock, AtomicInteger numbers) {
        this.keys = keys;
        this.clock = clock;
        this.numbers = numbers;
    }

    /// What can be done with a key; the number names key, secret and label. To add one: say here what state it leads
    /// to, and let [#next] play it.
    enum Move {
        CONNECT,
        CONNECT_AGAIN,
        CHECK,
        DELETE;

        /// How things stand once it is done with a key that stood at `before`.
        State after(State before, Nature nature) {
            return switch (this) {
                case CONNECT, CONNECT_AGAIN -> nature == Nature.ABLE ? State.WITHOUT_SECRET : State.WITH_SECRET;
                case CHECK -> nature == Nature.FOUND_OUT ? State.WITHOUT_SECRET : before;
                case DELETE -> State.ABSENT;
            };
        }
    }

    /// How a key stands in the database.
    enum State {
        ABSENT,
        WITH_SECRET,
        /// Refused, or found able to withdraw later.
        WITHOUT_SECRET
    }

    /// What the exchange says of a key; its number tells.
    enum Nature {
        GOOD,
        /// Good at first, able to withdraw ever after.
        FOUND_OUT,
        ABLE,
        REJECTED,
        SILENT;

        static Nature of(int number) {
            return values()[number % values().length];
        }
    }

    static String label(int number) {
        return "bot " + number;
    }

    static int numberOf(ExchangeKey key) {
        return Integer.parseInt(key.label().substring("bot ".length()));
    }

    static String apiKey(int number) {
        return padded("k" + number, 'Q');
    }

    static int numberOf(String apiKey) {
        return Integer.parseInt(apiKey.substring(1, apiKey.indexOf('Q')));
    }

    static String secret(int number) {
        return padded("s" + number, 'z');
    }

    private static String padded(String beginning, char filler) {
        return beginning + String.valueOf(filler).repeat(43 - beginning.length());
    }

    static SignedInUser customer(int number) {
        var id = new UserId(new UUID(0, number));
        return new SignedInUser(id, id + "@example.org", "", Set.of(Role.CUSTOMER), Language.ENGLISH, true);
    }

    static HikariDataSource open(String url, String user) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("");
        return new HikariDataSource(config);
    }

    /// @param words which database, its address and user, the folder of the master key, the exchange's address, the
    ///     first number to give out, the seed
    public static void main(String[] words) {
        var database = TestDatabase.valueOf(words[0]).on(new SteppedSource(open(words[1], words[2]), () -> {
            if (STOP.get() != null) {
                STOP.get().run();
            }
        }));
        var clock = new TurnableClock(Instant.parse("2026-11-21T08:00:00Z"));
        var services = KeyFixture.services(
                database, new Staged(URI.create(words[4])), clock, new KeyFixture.MasterKeyFolder(Path.of(words[3])));
        var moves = new KeyMoves(
                services.getBean(ExchangeKeys.class), clock, new AtomicInteger(Integer.parseInt(words[5])));
        for (var customer = 0; customer < CUSTOMERS; customer++) {
            var user = customer(customer);
            var random = new Random(Long.parseLong(words[6]) + customer);
            Thread.ofPlatform().start(() -> {
                try (var _ = SignedIn.as(user)) {
                    STOP.set(after(60 + random.nextInt(240)));
                    while (true) {
                        moves.next(random);
                    }
                }
            });
        }
    }

    /// Lets so many steps pass, and none ever after.
    private static Runnable after(int steps) {
        var left = new AtomicInteger(steps);
        return () -> {
            if (left.getAndDecrement() <= 0) {
                say("stopped");
                while (true) {
                    LockSupport.park();
                }
            }
        };
    }

    private record Staged(URI address) implements PracticeEndpoint {

        @Override
        public ExchangeId exchange() {
            return StagedBitfinex.ID;
        }
    }

    private void next(Random random) {
        // Nobody is held up by the limits on tries.
        clock.turnBy(Duration.ofHours(1));
        var own = keys.own();
        if (own.size() < 4 || (own.size() < 12 && random.nextInt(3) == 0)) {
            var number = numbers.getAndIncrement();
            play(Move.CONNECT, number, () -> connect(number));
            return;
        }
        var key = own.get(random.nextInt(own.size()));
        var number = numberOf(key);
        switch (pick(key, random)) {
            case CONNECT, CONNECT_AGAIN -> play(Move.CONNECT_AGAIN, number, () -> connect(number));
            case CHECK -> play(Move.CHECK, number, () -> keys.check(key.id(), _ -> {}));
            case DELETE -> play(Move.DELETE, number, () -> keys.delete(key.id()));
        }
    }

    private static Move pick(ExchangeKey key, Random random) {
        if (!key.isCheckable() || random.nextInt(4) == 0) {
            return Move.DELETE;
        }
        return key.awaitsAnotherTry() && random.nextBoolean() ? Move.CONNECT_AGAIN : Move.CHECK;
    }

    private void connect(int number) {
        try (Credentials credentials = KeyFixture.pair(apiKey(number), secret(number))) {
            keys.connect(KeyFixture.draft(label(number)), credentials, null, _ -> {});
        }
    }

    private static void play(Move move, int number, Runnable act) {
        say("begin " + move + " " + number);
        act.run();
        say("done " + move + " " + number);
    }

    /// One write to the pipe: what arrives there survives the death of the process.
    private static void say(String line) {
        var bytes = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    static List<UserId> customers() {
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(number -> customer(number).id())
                .toList();
    }
}
