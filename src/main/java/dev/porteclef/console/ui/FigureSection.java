package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/// One question of the overview: its name, what is counted, and the answer.
final class FigureSection extends Composite<Section> {

    /// @param name by which it is known in the page, and by style
    FigureSection(String name, String heading, String note) {
        var title = new H2(heading);
        title.setId("figures-" + name);
        var line = new Paragraph(note);
        line.addClassName("figure-note");
        getContent().addClassNames("card", "figure-section");
        getContent().getElement().setAttribute("aria-labelledby", "figures-" + name);
        getContent().add(title, line);
    }

    FigureSection with(Component... answer) {
        getContent().add(answer);
        return this;
    }

    /// Takes the whole width.
    FigureSection wide() {
        getContent().addClassName("figure-wide");
        return this;
    }

    /// Takes the height of all that stands beside it.
    FigureSection tall() {
        getContent().addClassName("figure-tall");
        return this;
    }

    /// Where there is nothing to tell yet.
    FigureSection nothing(String words) {
        var line = new Paragraph(words);
        line.addClassName("figure-nothing");
        getContent().add(line);
        return this;
    }
}
