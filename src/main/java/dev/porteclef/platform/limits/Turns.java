package dev.porteclef.platform.limits;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// How much of the processor strangers get: half, each in turn, so that those who are signed in never stand behind a
/// crowd. What costs next to nothing needs no turn. Of each address only one waits among those of all others, and its
/// neighbours stand in line behind it: a flood from one address holds up the rest by one turn at a time. Thread-safe.
@Component
public class Turns {

    /// Who waits for longer has gone.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Who comes when so many wait at the same address gets no turn.
    static final int LONGEST_LINE = 64;

    private final int atOnce;
    private final Semaphore free;
    private final Duration patience;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /// Those of one address who wait.
    ///
    /// @param first is held by the one of them who waits among all others
    private record Line(Semaphore first, int people) {

        private static Line ofOne() {
            return new Line(new Semaphore(1, true), 1);
        }

        private Line longer() {
            return new Line(first, people + 1);
        }

        private @Nullable Line shorter() {
            return people == 1 ? null : new Line(first, people - 1);
        }
    }

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
        return lines.values().stream().mapToInt(Line::people).sum();
    }

    /// Waits for a turn, behind everybody at `address` who waits already, and behind one of each other address; `null`
    /// where none came in time, where too many wait at `address`, or where the thread is interrupted.
    public @Nullable Turn await(String address) {
        var line = lines.merge(address, Line.ofOne(), (before, _) -> before.longer());
        try {
            return line.people() > LONGEST_LINE ? null : await(line.first());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lines.computeIfPresent(address, (_, now) -> now.shorter());
        }
    }

    private @Nullable Turn await(Semaphore first) throws InterruptedException {
        var until = System.nanoTime() + patience.toNanos();
        if (!first.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return null;
        }
        try {
            return free.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS) ? new Turn() : null;
        } finally {
            first.release();
        }
    }
}
