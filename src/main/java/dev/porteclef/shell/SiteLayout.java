package dev.porteclef.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/// What stands around every page.
@Layout
@AnonymousAllowed
class SiteLayout extends Div implements RouterLayout {}
