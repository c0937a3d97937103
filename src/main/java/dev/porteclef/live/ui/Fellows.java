package dev.porteclef.live.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Presence;
import dev.porteclef.live.Topic;
import dev.porteclef.platform.ui.Glyph;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who else has the same open, on every node, and since when. For as long as it is in a page the others see whoever
/// reads it in the same way.
public final class Fellows extends Composite<Div> {

    private final Supplier<Presence.Stay> enter;
    private final transient Presence presence;
    private final Function<Presence.Other, String> words;
    private List<Presence.Other> shown = List.of();
    private transient Presence.@Nullable Stay stay;

    /// @param topic news of what is open
    /// @param enter puts whoever reads it among them
    /// @param words for one who has it open, too
    /// @param news runs when anything has happened to it, whoever did it
    public Fellows(
            Topic topic,
            Supplier<Presence.Stay> enter,
            Presence presence,
            Bulletin bulletin,
            Function<Presence.Other, String> words,
            Runnable news) {
        this.enter = enter;
        this.presence = presence;
        this.words = words;
        getContent().addClassName("fellows");
        getContent().getElement().setAttribute("role", "status");
        addAttachListener(_ -> enter());
        addDetachListener(_ -> leave());
        LivePart.follow(this, bulletin, () -> topic, () -> {
            look();
            news.run();
        });
    }

    private void enter() {
        leave();
        stay = enter.get();
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
            var line = new Paragraph(Glyph.USER.draw(), new Span(words.apply(other)));
            line.addClassName("fellow");
            getContent().add(line);
        }
    }
}
