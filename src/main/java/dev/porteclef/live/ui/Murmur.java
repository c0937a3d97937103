package dev.porteclef.live.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;

/// What a screen reader says of news when its reader has a moment; on the screen the news itself is seen.
public final class Murmur extends Composite<Div> {

    private static final String ANEW = "\u00a0";

    public Murmur() {
        getContent().addClassName("visually-hidden");
        getContent().getElement().setAttribute("role", "status");
    }

    /// Says `text` once, also where it was the last thing said.
    public void say(String text) {
        getContent().setText(text.equals(getContent().getText()) ? text + ANEW : text);
    }
}
