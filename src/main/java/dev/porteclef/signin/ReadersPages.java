package dev.porteclef.signin;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.porteclef.platform.ui.FirstText;
import dev.porteclef.platform.ui.ReadingPages;
import dev.porteclef.platform.ui.TypingBegins;
import org.springframework.stereotype.Component;

/// Tells [Readers] who may be typing. A page that began as one that is only read was told that it need not say when
/// its session is over; so it is left for good, by loading the next page, before anything can be typed.
@Component
class ReadersPages implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(created -> {
            if (FirstText.isBeingDrawn()) {
                return;
            }
            var ui = created.getUI();
            var quiet = new Quiet(beginsReading());
            ComponentUtil.setData(ui, Quiet.class, quiet);
            if (quiet.only()) {
                ui.addBeforeEnterListener(ReadersPages::leave);
            }
            ui.addAfterNavigationListener(_ -> tell(ui));
            ComponentUtil.addListener(ui, TypingBegins.class, _ -> stay(ui));
        });
    }

    /// Whether a page was begun as one that is only read.
    private record Quiet(boolean only) {}

    private static boolean beginsReading() {
        var request = VaadinRequest.getCurrent();
        var location = request == null ? null : request.getParameter("location");
        return location != null && ReadingPages.isAt(RouteConfiguration.forApplicationScope(), location);
    }

    private static void leave(BeforeEnterEvent event) {
        if (!ReadingPages.isAt(
                RouteConfiguration.forApplicationScope(), event.getLocation().getPath())) {
            event.forwardToUrl(event.getLocation().getPathWithQueryParameters());
        }
    }

    private static void stay(UI ui) {
        ComponentUtil.setData(ui, Quiet.class, new Quiet(false));
        tell(ui);
    }

    private static void tell(UI ui) {
        var session = ui.getSession();
        if (session != null && session.getSession().getAttribute(Reader.ATTRIBUTE) instanceof Reader reader) {
            reader.reads(session.getUIs().stream().allMatch(open -> {
                var quiet = ComponentUtil.getData(open, Quiet.class);
                return quiet != null && quiet.only();
            }));
        }
    }
}
