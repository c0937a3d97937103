package dev.porteclef.editing.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.editing.Presence;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import dev.porteclef.live.ui.LivePart;
import dev.porteclef.platform.ui.Glyph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who else has the article at hand open, on every node, and since when. For as long as it is in a page the others
/// see this editor in the same way.
final class FellowEditors extends Composite<Div> {

    private final String family;
    private final transient Presence presence;
    private final Bylines bylines;
    private List<Presence.Other> shown = List.of();
    private transient Presence.@Nullable Stay stay;

    /// @param news runs when anything has happened to the article, whoever did it
    FellowEditors(String family, Presence presence, Bulletin bulletin, Bylines bylines, Runnable news) {
        this.family = family;
        this.presence = presence;
        this.bylines = bylines;
        getContent().addClassName("editor-fellows");
        getContent().getElement().setAttribute("role", "status");
        addAttachListener(_ -> enter());
        addDetachListener(_ -> leave());
        LivePart.follow(this, bulletin, () -> Topic.editing(family), () -> {
            look();
            news.run();
        });
    }

    private void enter() {
        leave();
        stay = presence.enter(family);
        look();
    }

    private void leave() {
        var ended = stay;
        if (ended != null) {
            ended.end();
            stay = null;
        }
    }

    private void look() {
        var own = stay;
        if (own == null) {
            return;
        }
        var now = presence.beside(own);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        getContent().removeAll();
        for (var other : now) {
            var line = new Paragraph(Glyph.USER.draw(), new Span(bylines.beside(other)));
            line.addClassName("editor-fellow");
            getContent().add(line);
        }
    }
}
