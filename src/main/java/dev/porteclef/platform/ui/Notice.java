package dev.porteclef.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;

/// Something to know before going on: a glyph, a title and what follows it, tinted by its kind. The title says in words
/// what the colour says.
public final class Notice extends Composite<Div> {

    /// What a notice is about, with its glyph.
    public enum Kind {
        INFO(Glyph.INFO),
        SUCCESS(Glyph.CHECK),
        WARNING(Glyph.WARNING),
        DANGER(Glyph.BAN),
        PRACTICE(Glyph.FLASK);

        private final Glyph glyph;

        Kind(Glyph glyph) {
            this.glyph = glyph;
        }
    }

    /// @param title one short sentence, already in the page's language
    public Notice(Kind kind, String title, Component... body) {
        var heading = new Paragraph(title);
        heading.addClassName("notice-title");
        var content = new Div(heading);
        content.addClassName("notice-body");
        content.add(body);
        getContent().addClassNames("notice", "notice-" + kind.name().toLowerCase(Locale.ROOT));
        getContent().add(kind.glyph.draw(), content);
    }

    /// The same, read aloud at once when it appears: for the answer to something the person just did.
    public Notice announced() {
        getContent().getElement().setAttribute("role", "alert");
        return this;
    }
}
