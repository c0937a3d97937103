package dev.porteclef.key;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.PracticeEndpoint;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.key.KeyModel.Move;
import dev.porteclef.key.KeyModel.Round;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A program in which customers do with their keys whatever can be done, and the portal its own rounds beside them,
/// until it is killed. Each says on standard output what it begins (`begin CONNECT 17`; the number names key, secret
/// and label) and, once the service has returned, what it was told (`done CONNECT 17 ACTIVE`); in the end each stops
/// in the middle of some act, before a statement, before a commit or right after one, and says that (`stopped`).
final class KeyMoves {

    /// What becomes of a thread; nothing while the program starts.
    private static final ThreadLocal<@Nullable KeyFate> FATE = new ThreadLocal<>();

    static final int CUSTOMERS = 8;
    private static final int MOVES_A_ROUND = 4;

    private final OutlivedSecrets outlived;
    private final TurnableClock clock;
    private final Semaphore moved = new Semaphore(0);

    private KeyMoves(OutlivedSecrets outlived, TurnableClock clock) {
        this.outlived = outlived;
        this.clock = clock;
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
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        var database = TestDatabase.valueOf(words[0]).on(new SteppedSource(open(words[1], words[2]), () -> {
            var fate = FATE.get();
            if (fate != null) {
                fate.step();
            }
        }));
        var clock = new TurnableClock(lastKnown(database).plus(Duration.ofHours(1)));
        var services = KeyFixture.services(
                database, new Staged(URI.create(words[4])), clock, new MasterKeyFolder(Path.of(words[3])));
        var moves = new KeyMoves(services.getBean(OutlivedSecrets.class), clock);
        var numbers = new AtomicInteger(Integer.parseInt(words[5]));
        var seed = Long.parseLong(words[6]);
        for (var number = 0; number < CUSTOMERS; number++) {
            var user = customer(number);
            var random = new Random(seed + number);
            var customer = new KeyCustomer(services, numbers, random);
            Thread.ofPlatform().start(() -> {
                try (var _ = SignedIn.as(user)) {
                    forEver(new KeyFate(random, Move.REPLACE), () -> moves.next(customer));
                }
            });
        }
        var random = new Random(seed + CUSTOMERS);
        Thread.ofPlatform()
                .start(() -> forEver(new KeyFate(random, Round.DESTROY), () -> {
                    moves.round(Round.ASK);
                    moves.round(Round.DESTROY);
                }));
    }

    private static void forEver(KeyFate fate, Runnable act) {
        FATE.set(fate);
        while (true) {
            act.run();
        }
    }

    /// Time goes on where the record ends: no process ever sees it go back.
    private static Instant lastKnown(TestDatabase.Fresh database) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select max(recorded_at) from audit_event")
                        .mapTo(Instant.class)
                        .findOne())
                .orElse(Instant.parse("2026-11-21T08:00:00Z"));
    }

    private record Staged(URI address) implements PracticeEndpoint {

        @Override
        public ExchangeId exchange() {
            return StagedBitfinex.ID;
        }
    }

    private void next(KeyCustomer customer) {
        // Nobody is held up by the limits on tries.
        turn(Duration.ofHours(1));
        customer.next();
        moved.release();
    }

    /// The portal's own round, a few moves of the customers after the last one.
    private void round(Round round) {
        moved.acquireUninterruptibly(MOVES_A_ROUND);
        begin(round, "");
        turn(round == Round.ASK ? Duration.ofHours(25) : Standing.KEPT_OUT_OF_USE);
        outlived.seeOut();
        say("done " + round);
    }

    private synchronized void turn(Duration step) {
        clock.turnBy(step);
    }

    /// Says what the current thread is about to do, and to which keys.
    static void begin(Enum<?> act, String numbers) {
        say("begin " + act + numbers);
        var fate = FATE.get();
        if (fate != null) {
            fate.begin(act);
        }
    }

    /// One write to the pipe: what arrives there survives the death of the process.
    static void say(String line) {
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
