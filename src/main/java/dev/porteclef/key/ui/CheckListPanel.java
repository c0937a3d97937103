package dev.porteclef.key.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.CheckKind;
import dev.porteclef.verification.CheckState;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The checks of a verification, ticking one by one; every line keeps its place while its state changes.
final class CheckListPanel extends Composite<OrderedList> {

    private final Map<CheckKind, ListItem> lines = new EnumMap<>(CheckKind.class);

    CheckListPanel(List<Check> checks) {
        getContent().addClassName("checklist");
        getContent().getElement().setAttribute("aria-live", "polite");
        for (var kind : CheckKind.values()) {
            var line = new ListItem();
            lines.put(kind, line);
            getContent().add(line);
            draw(line, new Check(kind, CheckState.WAITING, null, null));
        }
        checks.forEach(this::show);
    }

    /// Draws the line of one check anew.
    void show(Check check) {
        var line = lines.get(check.kind());
        if (line != null) {
            draw(line, check);
        }
    }

    private void draw(ListItem line, Check check) {
        line.removeAll();
        line.setClassName("check check-" + check.state().name().toLowerCase(Locale.ROOT));
        var mark = new Div(glyph(check.state()).draw());
        mark.addClassName("check-mark");
        line.add(mark, part("check-name", getTranslation(check.kind().translationKey())));
        line.add(part("check-word", getTranslation(check.state().translationKey())), part("check-text", text(check)));
    }

    private String text(Check check) {
        var place = check.place();
        if (place != null) {
            return getTranslation("verification.place", place);
        }
        var note = check.note();
        return note == null
                ? getTranslation("verification.about." + check.kind().name())
                : getTranslation(note.translationKey());
    }

    private static Span part(String className, String text) {
        var part = new Span(text);
        part.addClassName(className);
        return part;
    }

    private static Glyph glyph(CheckState state) {
        return switch (state) {
            case WAITING -> Glyph.CLOCK;
            case RUNNING -> Glyph.REFRESH;
            case PASSED -> Glyph.CHECK;
            case WARNED -> Glyph.WARNING;
            case FAILED -> Glyph.CROSS;
            case UNDECIDED -> Glyph.QUESTION;
            case SKIPPED -> Glyph.MINUS;
        };
    }
}
