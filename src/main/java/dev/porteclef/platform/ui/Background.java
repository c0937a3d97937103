package dev.porteclef.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.ErrorEvent;
import dev.porteclef.platform.lifecycle.Stopping;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/// Long work on behalf of the person at a page: runs beside the request, in their name, and shows what it has by push.
/// It goes on when the page is closed; what it then wants to show is dropped.
///
/// A portal that stops begins nothing new and finishes what is under way while pages can still be told. What
/// waits gives up by itself, and calls of an exchange have an end of their own: nothing is interrupted, since
/// that would close the database under everybody else ([Stopping]).
@Component
public class Background implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    /// Two calls of an exchange at their slowest, of 8 seconds each, are over before that.
    private static final Duration TO_FINISH = Duration.ofSeconds(18);

    private final AsyncTaskExecutor executor;
    private final Stopping stopping;
    private final Duration toFinish;
    private final Set<CountDownLatch> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    @Autowired
    public Background(@Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor, Stopping stopping) {
        this(executor, stopping, TO_FINISH);
    }

    Background(AsyncTaskExecutor executor, Stopping stopping, Duration toFinish) {
        this.executor = executor;
        this.stopping = stopping;
        this.toFinish = toFinish;
    }

    /// Starts `work`; a failure ends at the session's error handler like one in a click.
    ///
    /// @throws IllegalStateException when the portal has begun to stop: nobody would wait for the end of it
    public void run(UI ui, Runnable work) {
        var end = new CountDownLatch(1);
        underWay.add(end);
        try {
            // Only now: whatever a stop does not see yet sees the stop.
            if (stopping.begun()) {
                throw new IllegalStateException("the portal stops");
            }
            executor.execute(new DelegatingSecurityContextRunnable(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    show(ui, () -> ui.getSession().getErrorHandler().error(new ErrorEvent(e)));
                } finally {
                    ended(end);
                }
            }));
        } catch (RuntimeException e) {
            ended(end);
            throw e;
        }
    }

    private void ended(CountDownLatch end) {
        underWay.remove(end);
        end.countDown();
    }

    /// Changes the page from background work; does nothing when the page is gone.
    public static void show(UI ui, Command change) {
        if (ui.isAttached()) {
            var _ = ui.access(change);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        var deadline = System.nanoTime() + toFinish.toNanos();
        try {
            for (var work : underWay) {
                if (!work.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    LOG.warn("Stopped with work for {} people still under way", underWay.size());
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// After the watch, whose checks end at the same time.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
