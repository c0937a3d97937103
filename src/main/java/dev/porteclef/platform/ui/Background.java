package dev.porteclef.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.ErrorEvent;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/// Long work on behalf of the person at a page: runs beside the request, in their name, and shows what it has by push.
/// It goes on when the page is closed; what it then wants to show is dropped.
///
/// A portal that stops finishes what is under way while pages can still be told; what takes too long is interrupted,
/// and says so as it does when an exchange is silent.
@Component
public class Background implements SmartLifecycle {

    /// Two calls of an exchange at their slowest are over before that.
    private static final Duration TO_FINISH = Duration.ofSeconds(12);
    private static final Duration TO_GIVE_UP = Duration.ofSeconds(3);

    private final AsyncTaskExecutor executor;
    private final Duration toFinish;
    private final Set<Work> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    @Autowired
    public Background(@Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
        this(executor, TO_FINISH);
    }

    Background(AsyncTaskExecutor executor, Duration toFinish) {
        this.executor = executor;
        this.toFinish = toFinish;
    }

    /// Starts `work`; a failure ends at the session's error handler like one in a click.
    public void run(UI ui, Runnable work) {
        var begun = new Work();
        underWay.add(begun);
        try {
            executor.execute(new DelegatingSecurityContextRunnable(() -> {
                begun.thread = Thread.currentThread();
                try {
                    work.run();
                } catch (RuntimeException e) {
                    show(ui, () -> ui.getSession().getErrorHandler().error(new ErrorEvent(e)));
                } finally {
                    end(begun);
                }
            }));
        } catch (RuntimeException e) {
            end(begun);
            throw e;
        }
    }

    private void end(Work work) {
        underWay.remove(work);
        work.end.countDown();
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
        if (!ends(toFinish)) {
            underWay.forEach(Work::interrupt);
            ends(TO_GIVE_UP);
        }
    }

    private boolean ends(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        try {
            for (var work : underWay) {
                if (!work.end.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static final class Work {

        private final CountDownLatch end = new CountDownLatch(1);
        private volatile @Nullable Thread thread;

        private void interrupt() {
            var working = thread;
            if (working != null) {
                working.interrupt();
            }
        }
    }
}
