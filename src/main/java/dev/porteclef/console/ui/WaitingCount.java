package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import dev.porteclef.live.ui.LivePart;
import dev.porteclef.support.SupportDesk;

/// How many questions wait for an answer, as it changes; nothing where none does.
final class WaitingCount extends Composite<Span> {

    private final Component page;
    private final SupportDesk desk;
    private final Span number = new Span();
    private final Span words = new Span();

    /// @param page whose locale the words take
    WaitingCount(Component page, SupportDesk desk, Bulletin bulletin) {
        this.page = page;
        this.desk = desk;
        LivePart.follow(this, bulletin, () -> Topic.QUESTIONS, this::show);
        number.addClassName("waiting-number");
        number.getElement().setAttribute("aria-hidden", "true");
        words.addClassName("visually-hidden");
        show();
    }

    private void show() {
        var waiting = desk.countWaiting();
        number.setText(waiting > SupportDesk.COUNTED ? SupportDesk.COUNTED + "+" : String.valueOf(waiting));
        words.setText(words(page, waiting));
        getContent().removeAll();
        if (waiting > 0) {
            getContent().add(number, words);
        }
    }

    /// The same in a sentence.
    ///
    /// @param waiting counted up to one more than [SupportDesk#COUNTED]
    static String words(Component page, int waiting) {
        if (waiting == 0) {
            return page.getTranslation("support.desk.waiting.none");
        }
        return waiting > SupportDesk.COUNTED
                ? page.getTranslation("support.desk.waiting.many", SupportDesk.COUNTED)
                : page.getTranslation("support.desk.waiting.count", waiting);
    }
}
