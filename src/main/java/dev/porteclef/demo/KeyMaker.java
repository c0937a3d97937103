package dev.porteclef.demo;

import dev.porteclef.demo.Fate.Onset;
import dev.porteclef.demo.Seeds.Stream;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.exchange.StrategyProfile;
import dev.porteclef.key.Life;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Makes up the keys of a plan, one after the other.
final class KeyMaker {

    /// Nothing is checked later than this before the plan's moment: the watch judges an exchange by the checks of the
    /// last minutes, and must not take these for its own.
    static final Duration QUIET = Duration.ofHours(1);

    private static final Duration ROUND = Duration.ofHours(6);
    private static final Duration OLD_ENOUGH = Duration.ofDays(3);
    private static final double YOUNG = 0.8;
    private static final int YOUNG_DAYS = 92;
    private static final int OLD_DAYS = 240;
    private static final int ADD_ON_PERCENT = 10;
    private static final int SECOND_ATTEMPT_PERCENT = 24;
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static final List<String> LABELS = List.of(
            "Grid on spot",
            "Grille BTC",
            "Cash and carry",
            "Bot principal",
            "Main bot",
            "Sous-compte 1",
            "Sub-account 2",
            "Prêt au jour",
            "Funding",
            "Marge prudente",
            "Perpetuals",
            "Test",
            "Arbitrage",
            "Épargne",
            "Swing ETH",
            "Clé du bot");

    private final DemoPlan plan;
    private final List<Exchange> exchanges;
    private final List<Exchange> withAddressLists;
    private final MadeUpCustomers customers;

    private int number;
    private int leftOver;
    private @Nullable MadeUpKey before;

    KeyMaker(DemoPlan plan, List<Exchange> exchanges, MadeUpCustomers customers) {
        this.plan = plan;
        this.exchanges = List.copyOf(exchanges);
        this.withAddressLists = exchanges.stream()
                .filter(exchange -> exchange.maxListedAddresses() > 0)
                .toList();
        this.customers = customers;
    }

    MadeUpKey next() {
        var random = Seeds.of(plan.seed(), Stream.KEY, number);
        var id = MadeUpIds.random(random);
        var checks = share() + leftOver;
        var fate = possible(drawn(random), checks);
        var follows = fate == Fate.DRAFT || isReplaced(before);
        var kin = follows ? before : null;
        var exchange = kin == null ? exchange(fate, random) : kin.exchange();
        var spread = random.nextDouble();
        var latest = plan.at().minus(QUIET).minus(part(ROUND, spread));
        var newcomer = follows ? null : customers.newcomerWith(number).orElse(null);
        var usual = createdAt(fate, kin, random);
        var createdAt = newcomer == null || newcomer.connectsAt() == null ? usual : newcomer.connectsAt();
        var times = times(fate, createdAt, latest, random);
        var count = Math.min(checks, most(fate, createdAt, times.end()));
        leftOver = checks - count;
        var owner = newcomer == null ? owner(kin, random) : newcomer.customer();
        var key = new MadeUpKey(
                number,
                id,
                owner,
                exchange,
                kin == null ? strategy(exchange, random) : kin.strategy(),
                exchange.programs()
                        .get(uneven(exchange.programs().size(), random))
                        .id(),
                LABELS.get(uneven(LABELS.size(), random)) + (random.nextInt(3) == 0 ? " " + random.nextInt(100) : ""),
                fingerprint(fate, random),
                tail(random),
                fate,
                createdAt,
                fate.isOver() ? times.end() : createdAt,
                kin == null ? null : kin.id(),
                course(fate, createdAt, times, count, newcomer != null, random),
                Seeds.of(plan.seed(), Stream.REPORT, number).nextLong());
        number++;
        before = key;
        return key;
    }

    private UUID owner(@Nullable MadeUpKey kin, RandomGenerator random) {
        return kin == null ? customers.any(random) : kin.owner();
    }

    /// Not everybody's first key is right at once.
    private static List<MadeUpKey.Check> course(
            Fate fate, Instant createdAt, Times times, int count, boolean first, RandomGenerator random) {
        var course = MadeUpKey.Check.course(fate, createdAt, times.since(), times.end(), count, random);
        return first && random.nextInt(100) < SECOND_ATTEMPT_PERCENT
                ? MadeUpKey.Check.atTheSecondAttempt(course, random)
                : course;
    }

    private static boolean isReplaced(@Nullable MadeUpKey key) {
        return key != null && key.fate() == Fate.REPLACED;
    }

    /// A few hundred keys meet with an incident, be there ten thousand keys or a million.
    private Fate drawn(RandomGenerator random) {
        var fate = Fate.random(random);
        return random.nextDouble() * plan.keys() * fate.share() < fate.most() ? fate : Fate.WORKS;
    }

    private Exchange exchange(Fate fate, RandomGenerator random) {
        var choices = fate.saying().isAboutAddresses() ? withAddressLists : exchanges;
        var any = random.nextInt(choices.size());
        return choices.get(fate.isIncident() ? 0 : any);
    }

    /// Where the key before, the number of checks or the exchanges leave no room for a fate, the key works.
    private Fate possible(Fate fate, int checks) {
        if (isReplaced(before)) {
            return fate.onset() == Onset.BORN && fate.life() == Life.ACTIVE ? fate : Fate.WORKS;
        }
        if (fate == Fate.DRAFT && (before == null || before.fate().life() != Life.ACTIVE)) {
            return Fate.WORKS;
        }
        if (fate == Fate.REPLACED && number == plan.keys() - 1) {
            return Fate.WORKS;
        }
        if (fate.saying().isAboutAddresses() && withAddressLists.isEmpty()) {
            return Fate.WORKS;
        }
        return fate.onset() != Onset.BORN && checks < 2 ? Fate.WORKS : fate;
    }

    /// One of two keys has as many more checks than usual as the other has fewer.
    private int share() {
        if (number % 2 == 0 && number == plan.keys() - 1) {
            return plan.checksPerKey();
        }
        var difference = Seeds.of(plan.seed(), Stream.SHARE, number / 2).nextInt(plan.checksPerKey() / 2 + 1);
        return plan.checksPerKey() + (number % 2 == 0 ? -difference : difference);
    }

    /// As many checks as a key has minutes: no two are at the same moment.
    private static int most(Fate fate, Instant createdAt, Instant end) {
        var least = fate.onset() == Onset.BORN ? 1 : 2;
        return (int) Math.max(least, Duration.between(createdAt, end).dividedBy(Duration.ofMinutes(1)));
    }

    private Instant createdAt(Fate fate, @Nullable MadeUpKey kin, RandomGenerator random) {
        var share = random.nextDouble();
        if (kin != null && fate != Fate.DRAFT) {
            return kin.lifeSince();
        }
        if (kin != null) {
            return between(kin.createdAt(), plan.at().minus(QUIET), share);
        }
        var least = fate.onset() == Onset.BORN && !fate.isOver() ? QUIET : OLD_ENOUGH;
        return plan.at().minus(least).minus(age(share)).truncatedTo(ChronoUnit.MILLIS);
    }

    /// Most are of the last three months, as keys are changed that often.
    private static Duration age(double share) {
        return share < YOUNG
                ? part(Duration.ofDays(YOUNG_DAYS), share / YOUNG)
                : Duration.ofDays(YOUNG_DAYS).plus(part(Duration.ofDays(OLD_DAYS), (share - YOUNG) / (1 - YOUNG)));
    }

    /// @param since when the fate came about
    /// @param end when the last check is
    private record Times(Instant since, Instant end) {}

    private Times times(Fate fate, Instant createdAt, Instant latest, RandomGenerator random) {
        var share = random.nextDouble();
        var end = later(createdAt, latest);
        if (fate == Fate.REFUSED) {
            end = createdAt;
        } else if (fate.isOver()) {
            end = between(createdAt, end, share);
        }
        var since = switch (fate.onset()) {
            case BORN -> createdAt;
            case ONCE -> between(createdAt, end, share);
            case YESTERDAY -> plan.at().minusSeconds(26 * 3_600 + (long) (2_400 * share));
            // Most at the beginning, the others as their turn comes.
            case THIS_MORNING -> plan.at().minusSeconds(5 * 3_600 - (long) (5_400 * share * share));
            case LATELY -> plan.at().minus(QUIET).minusSeconds((long) (1_800 * share));
            case LAST_TIME -> end;
        };
        since = since.truncatedTo(ChronoUnit.MILLIS);
        return new Times(since, later(since, end).truncatedTo(ChronoUnit.MILLIS));
    }

    private static Strategy strategy(Exchange exchange, RandomGenerator random) {
        var choices = exchange.choices();
        var profile = choices.get(uneven(choices.size(), random)).id();
        var addOns = exchange.addOns();
        var more = random.nextInt(100) < ADD_ON_PERCENT && !addOns.isEmpty();
        return new Strategy(
                profile,
                more
                        ? Set.of(addOns.stream()
                                .map(StrategyProfile::id)
                                .toList()
                                .get(random.nextInt(addOns.size())))
                        : Set.of());
    }

    /// Bytes like those of a keyed hash, of no key; a refused key has none.
    private static byte @Nullable [] fingerprint(Fate fate, RandomGenerator random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return fate == Fate.REFUSED ? null : bytes;
    }

    private static String tail(RandomGenerator random) {
        var tail = new StringBuilder();
        for (var sign = 0; sign < 4; sign++) {
            tail.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return tail.toString();
    }

    /// The first most often.
    private static int uneven(int size, RandomGenerator random) {
        var share = random.nextDouble();
        return (int) (size * share * share);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant between(Instant from, Instant to, double share) {
        return from.plus(part(Duration.between(from, to), share)).truncatedTo(ChronoUnit.MILLIS);
    }

    private static Duration part(Duration length, double share) {
        return Duration.ofMillis((long) (length.toMillis() * share));
    }
}
