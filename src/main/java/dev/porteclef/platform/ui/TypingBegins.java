package dev.porteclef.platform.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;

/// On a page that is [Reading] a field has appeared after all: from now on its session is kept as long as those of
/// pages
/// on which people type.
public final class TypingBegins extends ComponentEvent<UI> {

    private static final long serialVersionUID = 1L;

    private TypingBegins(UI source) {
        super(source, false);
    }

    /// Tells whoever keeps sessions of the page `ui`.
    public static void on(UI ui) {
        ComponentUtil.fireEvent(ui, new TypingBegins(ui));
    }
}
