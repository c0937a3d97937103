package dev.porteclef.editing.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.help.Voices.Voice;
import java.util.List;

/// What readers say of the article at hand: how many it helped, and the latest words of some.
final class VoicesPanel extends Composite<Section> {

    private static final int LATEST_COMMENTS = 20;

    /// @param voices the newest first
    VoicesPanel(List<Voice> voices) {
        var heading = new H2(getTranslation("editing.voices.title"));
        heading.setId("voices");
        var helped = voices.stream().filter(Voice::helpful).count();
        getContent().addClassNames("card", "stack");
        getContent().getElement().setAttribute("aria-labelledby", "voices");
        getContent()
                .add(
                        heading,
                        new Paragraph(
                                voices.isEmpty()
                                        ? getTranslation("editing.voices.none")
                                        : getTranslation("editing.voices.count", helped, voices.size() - helped)));
        var comments = new OrderedList();
        comments.addClassName("editing-misses");
        voices.stream()
                .filter(voice -> !voice.comment().isEmpty())
                .limit(LATEST_COMMENTS)
                .forEach(voice -> comments.add(item(voice)));
        if (comments.getChildren().findAny().isPresent()) {
            getContent().add(comments);
        }
    }

    private ListItem item(Voice voice) {
        var words = new Span(voice.comment());
        words.getElement().setAttribute("lang", voice.language().tag());
        var language = getTranslation("editing.language." + voice.language().tag());
        var said = getTranslation(voice.helpful() ? "editing.voices.yes" : "editing.voices.no");
        var meta = new Span(
                voice.reasonKey().isEmpty()
                        ? getTranslation("editing.voices.by", language, said)
                        : getTranslation("editing.voices.why", language, said, getTranslation(voice.reasonKey())));
        meta.addClassName("key-meta");
        return new ListItem(words, meta);
    }
}
