package dev.porteclef.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Only so many have a turn at once, and who waits too long has none.
class TurnsTest {

    private final Turns turns = new Turns(2, Duration.ZERO);

    @Test
    void there_is_no_turn_while_all_are_taken() {
        var first = Objects.requireNonNull(turns.await());
        assertThat(turns.await()).isNotNull();
        assertThat(turns.await()).isNull();
        first.close();
        first.close();
        assertThat(turns.await()).isNotNull();
        assertThat(turns.await()).isNull();
    }

    @Test
    void an_interrupted_thread_gets_none_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        assertThat(turns.await()).isNull();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(turns.await()).isNotNull();
    }
}
