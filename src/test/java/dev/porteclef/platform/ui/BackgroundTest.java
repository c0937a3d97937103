package dev.porteclef.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.vaadin.flow.component.UI;
import dev.porteclef.platform.lifecycle.Stopping;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

@Timeout(60)
class BackgroundTest {

    private final Stopping stopping = new Stopping();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();

    @Test
    void a_stop_waits_for_what_is_under_way() throws Exception {
        var background = begun(Duration.ofMinutes(10));
        var stop = Thread.ofPlatform().start(background::stop);
        while (!EnumSet.of(Thread.State.TIMED_WAITING, Thread.State.TERMINATED).contains(stop.getState())) {
            Thread.onSpinWait();
        }
        assertThat(stop.getState()).isEqualTo(Thread.State.TIMED_WAITING);
        end.countDown();
        stop.join();
        assertThat(interrupted).isFalse();
    }

    @Test
    void what_does_not_end_is_left_to_itself() throws Exception {
        begun(Duration.ofMillis(1)).stop();
        end.countDown();
        over.await();
        assertThat(interrupted).as("it may be using the database").isFalse();
    }

    @Test
    void nothing_new_begins_once_the_portal_stops() {
        var background = new Background(new SimpleAsyncTaskExecutor(), stopping);
        var run = new AtomicBoolean();
        stopping.begin();
        assertThatIllegalStateException().isThrownBy(() -> background.run(new UI(), () -> run.set(true)));
        background.stop();
        assertThat(run).isFalse();
    }

    /// With work under way that ends when [#end] opens.
    private Background begun(Duration toFinish) throws InterruptedException {
        var background = new Background(new SimpleAsyncTaskExecutor(), stopping, toFinish);
        background.start();
        background.run(new UI(), () -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            over.countDown();
        });
        begun.await();
        return background;
    }
}
