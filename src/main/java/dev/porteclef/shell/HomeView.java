package dev.porteclef.shell;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.porteclef.platform.ui.Page;

/// The front door.
@Route(Page.LOCALE)
@AnonymousAllowed
class HomeView extends Page {

    @Override
    protected String title() {
        return text("shell.home.title");
    }

    @Override
    protected void draw() {
        add(new H1(text("shell.home.title")));
    }
}
