package dev.porteclef.practice.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/// The striped band above every page of the practice exchange: nothing here is real.
final class PracticeBand extends Composite<Div> {

    /// @param imitated the name of the exchange this is not
    PracticeBand(String imitated) {
        var word = new Span(getTranslation("practice.band.word"));
        word.addClassName("practice-word");
        getContent().add(word, new Span(getTranslation("practice.band.text", imitated)));
        getContent().addClassName("practice-band");
        getContent().getElement().setAttribute("role", "note");
    }
}
