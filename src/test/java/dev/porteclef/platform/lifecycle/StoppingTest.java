package dev.porteclef.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@Timeout(60)
class StoppingTest {

    @Test
    void the_stop_begins_before_anything_is_stopped() {
        var seen = new ArrayList<Boolean>();
        try (var context = new AnnotationConfigApplicationContext()) {
            context.register(Stopping.class);
            context.registerBean(Stopped.class, () -> new Stopped(context.getBean(Stopping.class), seen));
            context.refresh();
            seen.add(context.getBean(Stopping.class).begun());
        }
        assertThat(seen).containsExactly(false, true);
    }

    @Test
    void nobody_waits_once_it_has_begun() throws Exception {
        var stopping = new Stopping();
        var waiting = Thread.ofVirtual().start(() -> stopping.pause(Duration.ofDays(1)));
        stopping.begin();
        waiting.join();
        stopping.pause(Duration.ofDays(1));
        assertThat(stopping.begun()).isTrue();
    }

    @Test
    void whoever_is_interrupted_stays_so() {
        Thread.currentThread().interrupt();
        new Stopping().pause(Duration.ofDays(1));
        assertThat(Thread.interrupted()).isTrue();
    }

    /// What is stopped, and sees whether the stop has begun.
    private record Stopped(Stopping stopping, List<Boolean> seen) implements SmartLifecycle {

        @Override
        public void start() {}

        @Override
        public void stop() {
            seen.add(stopping.begun());
        }

        @Override
        public boolean isRunning() {
            return true;
        }
    }
}
