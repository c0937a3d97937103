package dev.porteclef.key;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may become of a key, told a second time and independently of the portal: how it can stand, what can be done
/// with it, what the exchange may say of it, and what may come of that.
final class KeyModel {

    private KeyModel() {}

    /// What the exchange says when it is asked for a key's rights.
    enum Answer {
        FINE,
        ABLE_TO_WITHDRAW,
        REFUSED,
        /// A gateway speaks in its place.
        NOTHING
    }

    /// How the exchange answers a key in the course of time; its number tells.
    enum Nature {
        GOOD(Answer.FINE, Answer.FINE),
        FOUND_OUT(Answer.FINE, Answer.ABLE_TO_WITHDRAW),
        ABLE(Answer.ABLE_TO_WITHDRAW, Answer.ABLE_TO_WITHDRAW),
        /// Deleted on the exchange after a while.
        GONE(Answer.FINE, Answer.REFUSED),
        REJECTED(Answer.REFUSED, Answer.REFUSED),
        SILENT(Answer.NOTHING, Answer.NOTHING),
        LATE(Answer.NOTHING, Answer.FINE);

        private final Answer first;
        private final Answer later;

        Nature(Answer first, Answer later) {
            this.first = first;
            this.later = later;
        }

        static Nature of(int number) {
            return values()[number % values().length];
        }

        /// The answer to the question with this count, one being the first. Some keys change sooner than others.
        static Answer answer(int number, int count) {
            var nature = of(number);
            return count <= 1 + number / values().length % 3 ? nature.first : nature.later;
        }

        Set<Answer> answers() {
            return EnumSet.of(first, later);
        }
    }

    /// How a key stands in the database.
    enum Stage {
        ABSENT(false),
        DRAFT(true),
        ACTIVE(true),
        /// By its owner.
        PAUSED(true),
        LEAKED(true),
        /// Its time was up.
        LEAKED_ENDED(false),
        REPLACED(true),
        REPLACED_ENDED(false),
        REVOKED(false),
        /// Able to withdraw, when it was stored already.
        FOUND_OUT(false),
        REFUSED(false);

        /// Whether its secrets are there.
        final boolean sealed;

        Stage(boolean sealed) {
            this.sealed = sealed;
        }

        static Stage of(ExchangeKey key) {
            return switch (key.life()) {
                case DRAFT -> DRAFT;
                case ACTIVE -> ACTIVE;
                case REPLACED -> key.sealed() ? REPLACED : REPLACED_ENDED;
                case REVOKED -> REVOKED;
                case REFUSED -> REFUSED;
                case PAUSED ->
                    switch (key.pauseReason()) {
                        case LEAK -> key.sealed() ? LEAKED : LEAKED_ENDED;
                        case WITHDRAW -> FOUND_OUT;
                        case CUSTOMER, SUPPORT -> PAUSED;
                        case null -> throw new AssertionError("a pause without a reason");
                    };
            };
        }

        /// Waits for the exchange to refuse it, or for its end.
        boolean isOnItsWayOut() {
            return this == REPLACED || this == LEAKED;
        }

        boolean isInUse() {
            return this == ACTIVE || this == PAUSED;
        }

        boolean isEnded() {
            return this == REPLACED_ENDED || this == LEAKED_ENDED;
        }

        private Stage ended() {
            return this == REPLACED ? REPLACED_ENDED : this == LEAKED ? LEAKED_ENDED : this;
        }

        private Stream<Stage> asked(Answer answer) {
            return switch (answer) {
                case FINE -> Stream.of(this == DRAFT ? ACTIVE : this);
                case ABLE_TO_WITHDRAW -> Stream.of(FOUND_OUT);
                // Where all keys are refused of a sudden, this one is not gone.
                case REFUSED -> isOnItsWayOut() ? Stream.of(REVOKED, this) : Stream.of(this);
                case NOTHING -> Stream.of(this);
            };
        }

        /// What the portal's own rounds may have made of it, whatever its owner did.
        Stream<Stage> afterRounds(Nature nature) {
            if (isOnItsWayOut()) {
                return Stream.concat(
                        Stream.of(this, ended()), nature.answers().stream().flatMap(this::asked));
            }
            // Asked while it was leaked, and resumed before the answer came.
            var late = isInUse() && nature.answers().contains(Answer.ABLE_TO_WITHDRAW);
            return late ? Stream.of(this, FOUND_OUT) : Stream.of(this);
        }

        /// What may become of it once another key takes its place, and the exchange is asked once more.
        Set<Stage> whenReplaced(Nature nature) {
            var after = isInUse() ? REPLACED : this;
            return after.isOnItsWayOut()
                    ? Stream.concat(Stream.of(after), nature.answers().stream().flatMap(after::asked))
                            .collect(Collectors.toSet())
                    : Set.of(after);
        }
    }

    /// What can be done with a key. To add one: say here when it fits and what may come of it, and let
    /// [KeyCustomer] play it.
    enum Move {
        CONNECT,
        CONNECT_AGAIN,
        /// By a new key, which is meant here, or by one that was tried before.
        REPLACE,
        CHECK,
        PAUSE,
        RESUME,
        REPORT_LEAK,
        CHANGE_STRATEGY,
        DELETE;

        boolean fits(Stage stage) {
            return switch (this) {
                case CONNECT -> stage == Stage.ABSENT;
                case CONNECT_AGAIN -> stage == Stage.ACTIVE || stage == Stage.DRAFT;
                case REPLACE -> CONNECT.fits(stage) || CONNECT_AGAIN.fits(stage);
                case CHECK -> stage.sealed && stage != Stage.PAUSED;
                case PAUSE -> stage == Stage.ACTIVE;
                case RESUME -> stage == Stage.PAUSED || stage == Stage.LEAKED;
                case REPORT_LEAK, CHANGE_STRATEGY -> stage.isInUse();
                case DELETE -> stage != Stage.ABSENT;
            };
        }

        /// How a key may stand right after it.
        Set<Stage> outcomes(Stage before, Nature nature) {
            return switch (this) {
                case CONNECT, CONNECT_AGAIN -> afterAnswer(nature, Stage.ACTIVE);
                case REPLACE -> afterAnswer(nature, Stage.DRAFT);
                case CHECK -> nature.answers().stream().flatMap(before::asked).collect(Collectors.toSet());
                case PAUSE -> Set.of(Stage.PAUSED);
                case RESUME -> Set.of(Stage.ACTIVE);
                case REPORT_LEAK -> Set.of(Stage.LEAKED);
                case CHANGE_STRATEGY -> Set.of(before);
                case DELETE -> Set.of(Stage.ABSENT);
            };
        }

        private static Set<Stage> afterAnswer(Nature nature, Stage unproven) {
            return nature.answers().stream()
                    .map(answer -> switch (answer) {
                        case FINE -> Stage.ACTIVE;
                        case ABLE_TO_WITHDRAW -> Stage.REFUSED;
                        case REFUSED, NOTHING -> unproven;
                    })
                    .collect(Collectors.toSet());
        }
    }

    /// What the portal does by itself every hour; which of the two comes of it is a matter of the time since then.
    enum Round {
        /// A day: the exchange is asked about keys that are on their way out.
        ASK,
        /// A fortnight: their secrets are destroyed.
        DESTROY
    }
}
