package dev.porteclef.practice.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.porteclef.practice.Mishap;
import dev.porteclef.practice.Mishaps;

/// What befalls the whole practice exchange, for the reader's own keys.
final class ExchangeMishaps extends Composite<Section> {

    private final Mishaps mishaps;
    private final Runnable changed;
    private final H2 heading = new H2();
    private final Paragraph lede = new Paragraph();
    private final Div card = new Div();

    /// @param changed called when something was switched on or off
    ExchangeMishaps(Mishaps mishaps, Runnable changed) {
        this.mishaps = mishaps;
        this.changed = changed;
        lede.addClassName("muted");
        card.addClassNames("card", "practice-mishaps");
        getContent().addClassNames("stack", "tight");
        getContent().add(heading, lede, card);
    }

    /// Reads anew what is on and writes it in the page's language.
    void draw() {
        heading.setText(getTranslation("practice.mishap.exchange.heading"));
        lede.setText(getTranslation("practice.mishap.exchange.lede"));
        card.removeAll();
        card.add(new MishapChoice(
                getTranslation("practice.mishap.of.exchange"),
                Mishap.ofTheExchange(),
                mishaps.own().exchange(),
                mishap -> {
                    if (mishap == null) {
                        mishaps.endExchange();
                    } else {
                        mishaps.befallExchange(mishap);
                    }
                    changed.run();
                }));
    }
}
