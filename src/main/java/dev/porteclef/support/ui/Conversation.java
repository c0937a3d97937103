package dev.porteclef.support.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.live.ui.InPlace;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.support.Answer;
import dev.porteclef.support.AnswerDesk;
import dev.porteclef.support.SupportRequest;
import dev.porteclef.support.Turn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// What a customer and support have said about one key, the oldest first; the same for both sides.
final class Conversation extends Composite<OrderedList> {

    private final Component page;
    private final Language language;
    private final ZoneId zone;
    private final InPlace parts = new InPlace();

    /// @param page whose locale the texts take
    Conversation(Component page, Language language, ZoneId zone) {
        this.page = page;
        this.language = language;
        this.zone = zone;
        getContent().addClassName("conversation");
    }

    /// What says what it said before is left alone.
    void show(List<Turn> turns) {
        parts.keepOnly(turns);
        var items = new ArrayList<Component>();
        turns.forEach(turn -> items.add(parts.keep(turn, turn, () -> item(turn))));
        InPlace.arrange(getContent(), items);
        setVisible(!turns.isEmpty());
    }

    private ListItem item(Turn turn) {
        return switch (turn) {
            case Turn.Asked(var request) -> asked(request);
            case Turn.Answered(var answer) -> answered(answer);
        };
    }

    private ListItem asked(SupportRequest request) {
        var said = new Paragraph(request.question());
        said.addClassName("question");
        var item = new ListItem(
                head(
                        Glyph.USER,
                        "support.turn.asked",
                        request.askedAt(),
                        request.id().reference()),
                said);
        item.addClassName("turn-asked");
        return item;
    }

    private ListItem answered(Answer answer) {
        var item = new ListItem(head(Glyph.QUESTION, "support.turn." + answer.kind(), answer.answeredAt(), ""));
        item.add(text(answer.text(), answer.language()));
        item.addClassName("turn-answered");
        return item;
    }

    private Div head(Glyph glyph, String text, Instant at, String reference) {
        var head = new Div(
                glyph.draw(), new Span(page.getTranslation(text, ReportLines.time(at, language, zone), reference)));
        head.addClassNames("cluster", "tight", "turn-head");
        return head;
    }

    /// An answer's paragraphs, in the language in which they are written.
    static Div text(String text, Language language) {
        var paragraphs = new Div();
        paragraphs.addClassNames("stack", "tight", "answer-text");
        paragraphs.getElement().setAttribute("lang", language.tag());
        AnswerDesk.paragraphs(text).forEach(one -> paragraphs.add(new Paragraph(one)));
        return paragraphs;
    }
}
