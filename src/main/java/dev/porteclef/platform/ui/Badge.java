package dev.porteclef.platform.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/// A state in one or two words, with its glyph and its colour; the words alone suffice.
public final class Badge extends Composite<Span> {

    /// The colours a state can have: the exchange said yes, take note, the exchange said no, nothing yet, not real.
    public enum Tone {
        GREEN,
        AMBER,
        RED,
        GREY,
        PRACTICE
    }

    /// @param words already in the page's language
    public Badge(Tone tone, Glyph glyph, String words) {
        getContent().addClassNames("badge", "badge-" + tone.name().toLowerCase(Locale.ROOT));
        getContent().add(glyph.draw(), new Span(words));
    }
}
