package dev.porteclef.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;

/// For whom an exchange is asked: decides who goes first and how long it is worth waiting.
///
/// @param until when waiting for a place ends, for all questions together
/// @param place told the place in the queue whenever it changes, 1 for the next; never told where nobody waits
public record Errand(Priority priority, Instant until, IntConsumer place) {

    /// How long a person waits at most: by then they would have gone.
    private static final Duration OF_A_PERSON = Duration.ofSeconds(60);
    /// Nobody waits for it, and its threads are needed at other lanes.
    private static final Duration OF_THE_WATCH = Duration.ofSeconds(30);

    /// Begun `now`, with the patience that belongs to `priority`.
    public static Errand of(Priority priority, Instant now, IntConsumer place) {
        var patience = switch (priority) {
            case PERSON -> OF_A_PERSON;
            case WATCH -> OF_THE_WATCH;
        };
        return new Errand(priority, now.plus(patience), place);
    }

    /// Who goes first.
    public enum Priority {
        /// Somebody is looking at the page.
        PERSON(1),
        /// The portal looks after a key by itself.
        WATCH(2);

        private final int rank;

        Priority(int rank) {
            this.rank = rank;
        }

        /// The smaller goes first; stands in the database.
        int rank() {
            return rank;
        }
    }
}
