package dev.porteclef.platform.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;

/// Whether a page is drawn for its first HTML only, as for robots and whoever looks at the first answer alone. What is
/// drawn then must have no effect; what counts readers waits for the live page.
public final class FirstText {

    private static final String MARK = FirstText.class.getName();

    private FirstText() {}

    /// Says that `ui` lives as long as a first HTML is drawn.
    public static void mark(UI ui) {
        ComponentUtil.setData(ui, MARK, true);
    }

    public static boolean isBeingDrawn() {
        var ui = UI.getCurrent();
        return ui != null && ComponentUtil.getData(ui, MARK) != null;
    }
}
