package dev.porteclef.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Only so many have a turn at once, who waits too long has none, and no address stands in the way of another.
class TurnsTest {

    private static final String HERE = "here";

    private final Turns turns = new Turns(2, Duration.ZERO);
    private final Turns patient = new Turns(1, Duration.ofMinutes(1));
    private final List<String> served = new CopyOnWriteArrayList<>();

    @Test
    void there_is_no_turn_while_all_are_taken() {
        var first = Objects.requireNonNull(turns.await(HERE));
        assertThat(turns.await(HERE)).isNotNull();
        assertThat(turns.await(HERE)).isNull();
        first.close();
        first.close();
        assertThat(turns.await(HERE)).isNotNull();
        assertThat(turns.await(HERE)).isNull();
        assertThat(turns.await("elsewhere")).isNull();
    }

    @Test
    void an_interrupted_thread_gets_none_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        assertThat(turns.await(HERE)).isNull();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(turns.await(HERE)).isNotNull();
        assertThat(turns.waiting()).isZero();
    }

    @Test
    @Timeout(30)
    void whoever_comes_after_a_crowd_from_another_address_waits_for_one_of_it() throws Exception {
        var taken = Objects.requireNonNull(patient.await(HERE));
        var crowd = Stream.generate(() -> waits("crowd")).limit(20).toList();
        var late = waits("elsewhere");
        taken.close();
        late.join();
        for (var one : crowd) {
            one.join();
        }
        assertThat(served).hasSize(21);
        assertThat(served.indexOf("elsewhere")).isEqualTo(1);
        assertThat(patient.waiting()).isZero();
    }

    @Test
    @Timeout(30)
    void one_address_waits_with_so_many_and_the_next_is_sent_away_at_once() throws Exception {
        var taken = Objects.requireNonNull(patient.await(HERE));
        var crowd =
                Stream.generate(() -> waits("crowd")).limit(Turns.LONGEST_LINE).toList();
        assertThat(patient.await("crowd")).isNull();
        assertThat(patient.waiting()).isEqualTo(Turns.LONGEST_LINE);
        taken.close();
        for (var one : crowd) {
            one.join();
        }
        assertThat(served).hasSize(Turns.LONGEST_LINE);
        assertThat(patient.await("crowd")).isNotNull();
    }

    /// Somebody who has a turn for no time at all; stands in the queue when this returns.
    private Thread waits(String address) {
        var thread = Thread.ofPlatform().daemon().start(() -> {
            try (var _ = Objects.requireNonNull(patient.await(address))) {
                served.add(address);
            }
        });
        Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }
}
