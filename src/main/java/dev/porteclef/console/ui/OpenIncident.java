package dev.porteclef.console.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.watch.DeclaredIncident;

/// A declared incident that lasts: since when, by whom, how it goes, what is told, and the way to end it. News changes
/// its words and leaves the button, and the keyboard on it, where they are.
final class OpenIncident extends Composite<Div> {

    private final Span since = new Span();
    private final Span now = new Span();
    private final Paragraph text = new Paragraph();

    OpenIncident(LineWords words, DeclaredIncident incident, String by, Runnable end) {
        var declared = new Span(Glyph.WARNING.draw(), since);
        declared.addClassName("declared-since");
        since.setText(words.text("console.declared.since", words.time(incident.since()), by));
        var facts = new Div(declared, now);
        facts.addClassNames("cluster");
        text.addClassName("declared-text");
        var button = new Button(words.text("console.declared.end"), _ -> end.run());
        button.addClassName("declared-end");
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var actions = new Div(button);
        actions.addClassNames("cluster", "tight");
        getContent().addClassNames("declared", "stack", "tight");
        getContent().add(facts, text, actions);
        show(words, incident);
    }

    void show(LineWords words, DeclaredIncident incident) {
        now.setText(words.text("console.declared.now", incident.affected(), incident.peak()));
        text.setText(incident.texts().in(words.language()));
    }
}
