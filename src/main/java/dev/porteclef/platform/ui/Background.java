package dev.porteclef.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.ErrorEvent;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/// Long work on behalf of the person at a page: runs beside the request, in their name, and shows what it has by push.
/// It goes on when the page is closed; what it then wants to show is dropped.
@Component
public class Background {

    private final AsyncTaskExecutor executor;

    public Background(@Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
        this.executor = executor;
    }

    /// Starts `work`; a failure ends at the session's error handler like one in a click.
    public void run(UI ui, Runnable work) {
        executor.execute(new DelegatingSecurityContextRunnable(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                show(ui, () -> ui.getSession().getErrorHandler().error(new ErrorEvent(e)));
            }
        }));
    }

    /// Changes the page from background work; does nothing when the page is gone.
    public static void show(UI ui, Command change) {
        if (ui.isAttached()) {
            var _ = ui.access(change);
        }
    }
}
