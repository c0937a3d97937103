package dev.porteclef.platform.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/// The few pictograms of the portal, drawn by the style sheet as masks of `icons/<name>.svg`, so that they take the
/// text's colour. Always beside a word: hidden from assistive technology.
public enum Glyph {
    CHECK,
    CROSS,
    WARNING,
    PAUSE,
    CLOCK,
    QUESTION,
    INFO,
    BAN,
    STAR,
    MINUS,
    COPY,
    KEY,
    BOOK,
    LINK,
    LOCK,
    TRASH,
    PENCIL,
    REFRESH,
    SEARCH,
    ARROW,
    USER,
    GLOBE,
    MOON,
    SUN,
    SCREEN,
    LIST,
    MENU,
    EXIT,
    SHIELD,
    FLASK,
    HIDDEN;

    /// A new element showing this pictogram.
    public Span draw() {
        var glyph = new Span();
        glyph.addClassNames("glyph", "glyph-" + name().toLowerCase(Locale.ROOT));
        glyph.getElement().setAttribute("aria-hidden", "true");
        return glyph;
    }
}
