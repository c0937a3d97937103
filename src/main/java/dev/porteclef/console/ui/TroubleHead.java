package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.key.ui.HeadlineBadge;
import dev.porteclef.watch.Trouble;

/// What an incident is about, in one line: headline, cause, and where.
final class TroubleHead {

    private TroubleHead() {}

    static Component of(LineWords words, Trouble trouble) {
        var cause = trouble.cause();
        var head = new Div(HeadlineBadge.of(words.page(), trouble.headline()));
        head.addClassNames("cluster", "tight");
        if (cause != null) {
            head.add(new Span(words.text(cause.translationKey())));
        }
        var environment = words.text(trouble.environment().translationKey());
        head.add(new Span(words.exchange(trouble.exchange()) + " · " + environment));
        return head;
    }
}
