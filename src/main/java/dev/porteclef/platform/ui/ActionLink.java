package dev.porteclef.platform.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/// A link that looks like a button: for going somewhere, where a button does something.
public final class ActionLink extends Anchor {

    /// How loud a link speaks; a page has one primary action.
    public enum Weight {
        PRIMARY,
        PLAIN,
        QUIET,
        DANGER
    }

    /// @param address relative to the application's root, or absolute
    public ActionLink(String address, String text, Weight weight) {
        super(address);
        addClassNames("action", "action-" + weight.name().toLowerCase(Locale.ROOT));
        add(new Span(text));
    }

    /// The same with a glyph before the words.
    public ActionLink(String address, String text, Weight weight, Glyph glyph) {
        this(address, text, weight);
        addComponentAsFirst(glyph.draw());
    }

    /// The same for a page's main action: larger.
    public ActionLink large() {
        addClassName("action-large");
        return this;
    }
}
