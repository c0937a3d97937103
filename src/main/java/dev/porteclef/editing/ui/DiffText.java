package dev.porteclef.editing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import dev.porteclef.editing.Differences;
import dev.porteclef.editing.Differences.Kind;
import dev.porteclef.platform.i18n.Language;
import java.util.List;

/// What became of a text, word by word: `<del>` and `<ins>`, in a box of its own that can be scrolled by keyboard.
final class DiffText extends Div {

    private static final int AROUND = 3;

    /// @param name of the box, for whoever does not see what stands above it
    DiffText(String name, Language language, String before, String after) {
        this(name, language);
        draw(Differences.between(before, after));
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
        box.draw(Differences.between(before, after).stream()
                .filter(piece -> piece.kind() != left)
                .toList());
        return box;
    }

    /// A text as it is, in the same kind of box.
    static DiffText plain(String name, Language language, String text) {
        var box = new DiffText(name, language);
        box.getElement().appendChild(Element.createText(text));
        return box;
    }

    private void draw(List<Differences.Piece> pieces) {
        for (var place = 0; place < pieces.size(); place++) {
            var piece = pieces.get(place);
            switch (piece.kind()) {
                case SAME -> drawSame(piece.text(), place == 0, place == pieces.size() - 1);
                case IN -> getElement().appendChild(new Element("ins").setText(visible(piece.text())));
                case OUT -> getElement().appendChild(new Element("del").setText(visible(piece.text())));
            }
        }
    }

    /// What has changed is to be seen without a search: of what has not, the lines beside it are enough.
    private void drawSame(String text, boolean first, boolean last) {
        var lines = List.of(text.split("(?<=\n)"));
        var head = first ? 0 : AROUND;
        var tail = last ? 0 : AROUND;
        var left = lines.size() - head - tail;
        if (left <= 1) {
            getElement().appendChild(Element.createText(text));
            return;
        }
        var gap = new Span(getTranslation("editing.diff.same", left));
        gap.addClassName("diff-gap");
        gap.getElement().setAttribute("lang", getLocale().getLanguage());
        getElement()
                .appendChild(
                        Element.createText(String.join("", lines.subList(0, head))),
                        gap.getElement(),
                        Element.createText(String.join("", lines.subList(head + left, lines.size()))));
    }

    /// Spaces and line ends alone would look like nothing.
    private static String visible(String text) {
        return text.isBlank() ? text.replace(' ', '·').replace("\n", "¶\n") : text;
    }
}
