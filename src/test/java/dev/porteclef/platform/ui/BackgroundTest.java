package dev.porteclef.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

@Timeout(60)
class BackgroundTest {

    @Test
    void a_stop_waits_for_what_is_under_way() throws Exception {
        var background = new Background(new SimpleAsyncTaskExecutor());
        var stopping = new CountDownLatch(1);
        var finished = new AtomicBoolean();
        background.start();
        background.run(new UI(), () -> {
            await(stopping);
            finished.set(true);
        });
        var stop = Thread.ofVirtual().start(background::stop);
        stopping.countDown();
        stop.join();
        assertThat(finished).isTrue();
    }

    @Test
    void what_does_not_end_is_interrupted() {
        var background = new Background(new SimpleAsyncTaskExecutor(), Duration.ofMillis(1));
        var begun = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        background.run(new UI(), () -> {
            begun.countDown();
            try {
                await(new CountDownLatch(1));
            } catch (IllegalStateException e) {
                interrupted.set(true);
            }
        });
        await(begun);
        background.stop();
        assertThat(interrupted).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
