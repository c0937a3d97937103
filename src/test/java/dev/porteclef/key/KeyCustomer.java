package dev.porteclef.key;

import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.KeyModel.Move;
import dev.porteclef.key.KeyModel.Stage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/// One customer of [KeyMoves]: does with own keys whatever is possible, everything about equally often.
final class KeyCustomer {

    /// With fewer keys than this a customer connects one, with more none.
    private static final int FEW = 3;

    private static final int MANY = 10;
    private static final List<Move> MOVES = List.of(Move.values());

    private final ExchangeKeys keys;
    private final KeyUpkeep upkeep;
    private final AtomicInteger numbers;
    private final Random random;
    private final Map<Move, Integer> made = new EnumMap<>(Move.class);

    /// @param numbers gives out the number of the next key, to all customers
    KeyCustomer(ApplicationContext services, AtomicInteger numbers, Random random) {
        this.keys = services.getBean(ExchangeKeys.class);
        this.upkeep = services.getBean(KeyUpkeep.class);
        this.numbers = numbers;
        this.random = random;
    }

    /// One move: of two that are possible the one that was made less often so far.
    void next() {
        var own = keys.own();
        Supplier<Possible> any = () -> possible(own);
        var first = any.get();
        var second = any.get();
        var chosen = made.getOrDefault(first.move(), 0) <= made.getOrDefault(second.move(), 0) ? first : second;
        made.merge(chosen.move(), 1, Integer::sum);
        play(chosen, own);
    }

    /// @param key what it is done to, the old one where it is replaced; nothing where a key is connected
    private record Possible(Move move, @Nullable ExchangeKey key) {}

    private Possible possible(List<ExchangeKey> own) {
        while (own.size() >= FEW) {
            var key = own.get(random.nextInt(own.size()));
            var move = MOVES.get(random.nextInt(MOVES.size()));
            if (move == Move.CONNECT ? own.size() < MANY : isPossible(move, key, own.size())) {
                return new Possible(move, move == Move.CONNECT ? null : key);
            }
        }
        return new Possible(Move.CONNECT, null);
    }

    private static boolean isPossible(Move move, ExchangeKey key, int own) {
        return switch (move) {
            case REPLACE -> key.isReplaceable() && own < MANY;
            case CONNECT_AGAIN -> key.awaitsAnotherTry();
            case CHECK -> key.isCheckable();
            case RESUME -> move.fits(Stage.of(key)) && !key.replaced();
            case CONNECT, PAUSE, REPORT_LEAK, CHANGE_STRATEGY, DELETE -> move.fits(Stage.of(key));
        };
    }

    private void play(Possible chosen, List<ExchangeKey> own) {
        var key = chosen.key();
        if (key == null) {
            var number = numbers.getAndIncrement();
            play(chosen.move(), number, () -> told(connect(number)));
            return;
        }
        var number = KeyMoves.numberOf(key);
        switch (chosen.move()) {
            case CONNECT, CONNECT_AGAIN -> play(chosen.move(), number, () -> told(connect(number)));
            case REPLACE -> {
                var tried = own.stream()
                        .filter(other -> !other.id().equals(key.id()) && other.awaitsAnotherTry())
                        .findFirst();
                var next = tried.isPresent() && random.nextInt(3) == 0
                        ? KeyMoves.numberOf(tried.get())
                        : numbers.getAndIncrement();
                play(Move.REPLACE, next + " " + number, () -> told(replace(key.id(), next)));
            }
            case CHECK -> {
                var old = own.stream()
                        .filter(other -> key.life() == Life.DRAFT
                                && other.id().equals(key.standing().replaces()))
                        .findFirst();
                old.ifPresentOrElse(
                        replaced -> play(
                                Move.CHECK,
                                number + " " + KeyMoves.numberOf(replaced),
                                () -> checkDraft(key, replaced)),
                        () -> play(Move.CHECK, number, () -> told(check(key))));
            }
            case PAUSE -> play(Move.PAUSE, number, () -> told(upkeep.pause(key.id())));
            case RESUME -> play(Move.RESUME, number, () -> told(upkeep.resume(key.id())));
            case REPORT_LEAK -> play(Move.REPORT_LEAK, number, () -> told(upkeep.reportLeak(key.id())));
            case CHANGE_STRATEGY ->
                play(Move.CHANGE_STRATEGY, number, () -> {
                    var other = key.strategy().equals(Strategy.of("spot")) ? "margin" : "spot";
                    return told(upkeep.changeStrategy(key.id(), Strategy.of(other)));
                });
            case DELETE ->
                play(Move.DELETE, number, () -> {
                    keys.delete(key.id());
                    return Stage.ABSENT.name();
                });
        }
    }

    private ConnectOutcome connect(int number) {
        try (Credentials credentials = KeyFixture.pair(KeyMoves.apiKey(number), KeyMoves.secret(number))) {
            return keys.connect(KeyFixture.draft(KeyMoves.label(number)), credentials, null, _ -> {});
        }
    }

    private ConnectOutcome replace(KeyId old, int number) {
        try (Credentials credentials = KeyFixture.pair(KeyMoves.apiKey(number), KeyMoves.secret(number))) {
            return keys.replace(old, KeyFixture.draft(KeyMoves.label(number)), credentials, null, _ -> {});
        }
    }

    private Optional<ExchangeKey> check(ExchangeKey key) {
        return switch (keys.check(key.id(), _ -> {})) {
            case CheckOutcome.Checked(var checked) -> Optional.of(checked);
            case CheckOutcome.NotCheckable() -> Optional.empty();
            case CheckOutcome.NothingLearnt _, CheckOutcome.AlreadyConnected _, CheckOutcome.TooManyTries _ ->
                throw new AssertionError("no check");
        };
    }

    private String checkDraft(ExchangeKey draft, ExchangeKey old) {
        var checked = check(draft);
        var switched = checked.filter(
                key -> key.life() == Life.ACTIVE && key.standing().replaces() != null);
        return told(checked)
                + switched.map(_ -> " " + told(keys.find(old.id()))).orElse("");
    }

    private static String told(ConnectOutcome outcome) {
        return switch (outcome) {
            case ConnectOutcome.Connected(var key) -> told(key);
            case ConnectOutcome.Replaced(var key, var old) -> told(key) + " " + told(old);
            case ConnectOutcome.Refused(var key) -> told(key);
            case ConnectOutcome.AlreadyConnected(var key) -> told(key);
            case ConnectOutcome.NothingToReplace _,
                    ConnectOutcome.Malformed _,
                    ConnectOutcome.SecretInLabel _,
                    ConnectOutcome.TooManyTries _ -> throw new AssertionError("turned away: " + outcome);
        };
    }

    private static String told(Optional<ExchangeKey> key) {
        return key.map(KeyCustomer::told).orElse("-");
    }

    private static String told(ExchangeKey key) {
        return Stage.of(key).name();
    }

    private static void play(Move move, Object numbers, Supplier<String> act) {
        KeyMoves.begin(move, " " + numbers);
        KeyMoves.say("done " + move + " " + numbers + " " + act.get());
    }
}
