package dev.porteclef.shell.first;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import dev.porteclef.platform.ui.FirstText;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Draws a page as a browser with scripts would get it, by the real router and the page's own components, in a user
/// interface that lives as long as the drawing does.
final class FirstDrawing {

    private static final String ID = "first";

    private FirstDrawing() {}

    /// What the router came to.
    ///
    /// @param status of HTTP, as the page or the error view says it
    /// @param arrived where it ended: another address than the one asked for after a forward
    /// @param views the page and the layouts around it, innermost first
    /// @param root of all that is shown
    record Drawn(int status, Location arrived, String title, List<HasElement> views, Element root) {}

    /// Draws `location` for the reader of `request`; what it drew is there until `use` returns.
    static void draw(VaadinRequest request, VaadinSession session, Location location, Consumer<Drawn> use) {
        var before = UI.getCurrent();
        var ui = new UI();
        ui.getInternals().setContextRoot(request.getService().getContextRootRelativePath(request));
        ui.getInternals().setSession(session);
        ui.setLocale(session.getLocale());
        FirstText.mark(ui);
        UI.setCurrent(ui);
        try {
            ui.doInit(request, session.getNextUIid(), ID);
            session.addUI(ui);
            session.getService().fireUIInitListeners(ui);
            var internals = ui.getInternals();
            var status = internals.getRouter().navigate(ui, location, NavigationTrigger.PAGE_LOAD);
            internals.getStateTree().runExecutionsBeforeClientResponse();
            var views = internals.getActiveRouterTargetsChain();
            if (views.isEmpty()) {
                // It sent its reader elsewhere by a whole load.
                return;
            }
            use.accept(new Drawn(
                    status,
                    internals.getActiveViewLocation(),
                    Objects.requireNonNullElse(internals.getTitle(), ""),
                    views,
                    views.getLast().getElement()));
        } finally {
            // Detaches all that was drawn, so that nothing follows anything any more.
            session.removeUI(ui);
            UI.setCurrent(before);
        }
    }
}
