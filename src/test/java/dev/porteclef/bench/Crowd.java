package dev.porteclef.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Many who do the same over and over, each in a virtual thread, as the portal's own requests run.
///
/// @param <T> a member of the crowd
final class Crowd<T> {

    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final List<T> members;
    private final Act<T> act;
    private final Duration window;
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final List<Double> processorTimes = new ArrayList<>();

    Crowd(List<T> members, Act<T> act, Duration window) {
        this.members = members;
        this.act = act;
        this.window = window;
    }

    /// What one of them does.
    interface Act<T> {

        void of(T member) throws IOException;
    }

    /// Acts per second once everybody is under way.
    ///
    /// @throws IOException when one of them failed: only what succeeds may be compared
    double rate() throws IOException, InterruptedException {
        var done = new AtomicLong();
        var over = new AtomicBoolean();
        var failure = new AtomicReference<@Nullable IOException>();
        double rate;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var member : members) {
                threads.execute(() -> {
                    try {
                        // Not all at once, or they would go on coming in waves.
                        Thread.sleep(ThreadLocalRandom.current().nextInt(400));
                        while (!over.get()) {
                            act.of(member);
                            done.incrementAndGet();
                        }
                    } catch (IOException e) {
                        failure.compareAndSet(null, e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            Thread.sleep(SETTLING);
            var before = done.get();
            var processorBefore = system.getProcessCpuTime();
            var began = System.nanoTime();
            Thread.sleep(window);
            var count = done.get() - before;
            rate = count / ((System.nanoTime() - began) / 1e9);
            processorTimes.add((system.getProcessCpuTime() - processorBefore) / 1e6 / count);
            // Not by interrupting them: H2 closes its file when a thread is interrupted that is using it.
            over.set(true);
        }
        var first = failure.get();
        if (first != null) {
            throw first;
        }
        return rate;
    }

    /// What one act costs this process, whoever else is on the machine.
    Figure processorTime() {
        return new Figure(new Samples(processorTimes).median(), "ms");
    }
}
