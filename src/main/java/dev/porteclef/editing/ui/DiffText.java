package dev.porteclef.editing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import dev.porteclef.editing.Differences;
import dev.porteclef.editing.Differences.Kind;
import dev.porteclef.platform.i18n.Language;

/// What became of a text, word by word: `<del>` and `<ins>`, in a box of its own that can be scrolled by keyboard.
final class DiffText extends Div {

    /// @param name of the box, for whoever does not see what stands above it
    DiffText(String name, Language language, String before, String after) {
        this(name, language);
        for (var piece : Differences.between(before, after)) {
            getElement().appendChild(draw(piece));
        }
    }

    private DiffText(String name, Language language) {
        addClassName("diff");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", name);
        getElement().setAttribute("lang", language.tag());
    }

    /// One side of the difference alone: `before` without what came in, or `after` without what went out.
    ///
    /// @param left out of it
    static DiffText side(String name, Language language, String before, String after, Kind left) {
        var box = new DiffText(name, language);
        Differences.between(before, after).stream()
                .filter(piece -> piece.kind() != left)
                .forEach(piece -> box.getElement().appendChild(draw(piece)));
        return box;
    }

    /// A text as it is, in the same kind of box.
    static DiffText plain(String name, Language language, String text) {
        var box = new DiffText(name, language);
        box.getElement().appendChild(Element.createText(text));
        return box;
    }

    private static Element draw(Differences.Piece piece) {
        return piece.kind() == Kind.SAME
                ? Element.createText(piece.text())
                : new Element(piece.kind() == Kind.IN ? "ins" : "del").setText(visible(piece.text()));
    }

    /// Spaces and line ends alone would look like nothing.
    private static String visible(String text) {
        return text.isBlank() ? text.replace(' ', '·').replace("\n", "¶\n") : text;
    }
}
