package dev.porteclef.demo;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One made-up key with the whole course of its checks. It has no secret, and therefore is never asked about.
///
/// @param number which of the plan's
/// @param fingerprint like a keyed hash, but of nothing; `null` for a refused key
/// @param lifeSince since when it is where it is
/// @param replaces the key whose place it has taken or is meant to take
/// @param checks in their order, never empty
record MadeUpKey(
        int number,
        UUID id,
        UUID owner,
        Exchange exchange,
        Strategy strategy,
        String program,
        String label,
        byte @Nullable [] fingerprint,
        String tail,
        Fate fate,
        Instant createdAt,
        Instant lifeSince,
        @Nullable UUID replaces,
        List<Check> checks,
        long reportSeed) {

    /// One check: when, and what it said.
    record Check(Instant at, Saying saying) {

        private static final Duration USUAL = Duration.ofHours(6);
        /// Of so many checks one is not answered.
        private static final int SILENT_ONE_OF = 50;

        private static final List<Saying> SILENCES = List.of(Saying.MAINTENANCE, Saying.TOO_SLOW, Saying.RATE_LIMITED);

        /// The first when the key was connected, the others at the usual intervals up to the last. Where
        /// what the fate says began before all of these, the second is of that moment, as if of old checks
        /// only those were kept that changed something.
        ///
        /// @param since when what the fate says began
        static List<Check> course(
                Fate fate, Instant createdAt, Instant since, Instant end, int count, RandomGenerator random) {
            var life = Duration.between(createdAt, end);
            var step = Math.min(USUAL.toMillis(), life.toMillis() / count);
            var checks = new ArrayList<Check>(count);
            for (var place = 0; place < count; place++) {
                var last = place == count - 1;
                var early = last || step < 4 ? 0 : random.nextLong(step / 4);
                var at = place == 0 && !last ? createdAt : end.minusMillis((count - 1L - place) * step + early);
                var silent = !last && place > 0 && random.nextInt(SILENT_ONE_OF) == 0;
                if (place == 1 && !last && since.isAfter(createdAt) && since.isBefore(at)) {
                    checks.add(new Check(since, fate.saying()));
                } else if (last || !at.isBefore(since)) {
                    checks.add(new Check(at, silent ? silence(random) : fate.saying()));
                } else {
                    checks.add(new Check(at, silent ? silence(random) : Saying.FINE));
                }
            }
            return List.copyOf(checks);
        }

        /// The same, but refused at first: somebody who had to tick a box, or to confirm the key, and asked again soon.
        /// Itself where there is no room for that, or where the key was not fine to begin with.
        static List<Check> atTheSecondAttempt(List<Check> course, RandomGenerator random) {
            if (course.size() < 3
                    || course.get(0).saying() != Saying.FINE
                    || course.get(1).saying() != Saying.FINE) {
                return course;
            }
            var first = course.getFirst().at();
            var room = Duration.between(first, course.get(2).at()).toMillis() / 2;
            var again = first.plusMillis(Math.min(room, 120_000 + random.nextInt(5_000_000)));
            var changed = new ArrayList<>(course);
            changed.set(0, new Check(first, random.nextBoolean() ? Saying.BOX_MISSING : Saying.NEVER_ACCEPTED));
            changed.set(1, new Check(again, Saying.FINE));
            return List.copyOf(changed);
        }

        private static Saying silence(RandomGenerator random) {
            return SILENCES.get(random.nextInt(SILENCES.size()));
        }
    }
}
