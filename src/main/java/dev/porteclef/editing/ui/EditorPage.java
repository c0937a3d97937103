package dev.porteclef.editing.ui;

import com.vaadin.flow.component.UI;
import dev.porteclef.platform.ui.Notice;

/// The page of one article, for whoever acts in it.
interface EditorPage {

    Columns columns();

    /// Runs `act` unless something that was typed would be lost with it; says so then.
    void unlessLost(Runnable act);

    /// Draws the page anew, with `notice` above.
    void redraw(Notice notice);

    /// Says `notice` above what there is.
    void tell(Notice notice);

    /// Looks again at what stands against the texts.
    void judge();

    /// A text in the language of the page at hand, for those who act in it and are no components.
    static String text(String key, Object... arguments) {
        return UI.getCurrentOrThrow().getTranslation(key, arguments);
    }
}
