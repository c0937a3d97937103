package dev.porteclef.platform.lifecycle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Whether this process has begun to stop, from before anything is taken away.
///
/// Whoever waits for something then gives up by itself, so that nobody has to be interrupted: a thread that writes to
/// H2 while it is interrupted closes the whole database, and one that uses PostgreSQL its connection.
@Component
public class Stopping {

    private final CountDownLatch begun = new CountDownLatch(1);

    /// From the first moment of the stop on, and for good.
    public boolean begun() {
        return begun.getCount() == 0;
    }

    /// Waits for `length`, but no longer than until the stop begins, or until the thread is interrupted: it stays so.
    public void pause(Duration length) {
        try {
            var _ = begun.await(length.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @EventListener(ContextClosedEvent.class)
    public void begin() {
        begun.countDown();
    }
}
