package dev.porteclef.platform.limits;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// How much of the processor strangers get: half, each in turn, so that those who are signed in never stand behind a
/// crowd. What costs next to nothing needs no turn. Thread-safe.
@Component
public class Turns {

    /// Who waits for longer has gone.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int atOnce;
    private final Semaphore free;
    private final Duration patience;

    @Autowired
    Turns() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), PATIENCE);
    }

    /// @param atOnce how many have a turn at the same time
    /// @param patience how long one waits for it
    Turns(int atOnce, Duration patience) {
        this.atOnce = atOnce;
        this.free = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /// One's turn, until it is closed for the first time.
    public final class Turn implements AutoCloseable {

        private final AtomicBoolean over = new AtomicBoolean();

        private Turn() {}

        @Override
        public void close() {
            if (over.compareAndSet(false, true)) {
                free.release();
            }
        }
    }

    /// How many have a turn at the same time.
    public int atOnce() {
        return atOnce;
    }

    /// How many wait for a turn, more or less: they come and go meanwhile.
    public int waiting() {
        return free.getQueueLength();
    }

    /// Waits for a turn, behind everybody who waits already; `null` where none came in time, or where the thread is
    /// interrupted.
    public @Nullable Turn await() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS) ? new Turn() : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
