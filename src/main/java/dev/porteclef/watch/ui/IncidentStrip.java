package dev.porteclef.watch.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.exchange.Environment;
import dev.porteclef.platform.ui.Glyph;

/// What is wrong, in one strip over the whole width.
public final class IncidentStrip extends Composite<Div> {

    /// @param said what is wrong, and what there is to add, one after the other
    public IncidentStrip(Environment environment, Component... said) {
        var practice = environment == Environment.PRACTICE;
        var text = new Paragraph();
        for (var part : said) {
            if (text.getElement().getChildCount() > 0) {
                text.add(new Span(" "));
            }
            text.add(part);
        }
        getContent().add((practice ? Glyph.FLASK : Glyph.CLOCK).draw(), text);
        getContent().addClassNames("band", "incident", practice ? "state-practice" : "state-amber");
    }
}
