package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;

/// Something that opens and closes by the browser's own `<details>`: works by keyboard and without a round trip.
final class Fold extends Composite<HtmlContainer> {

    private final Div body = new Div();

    /// @param summary what is always seen; may be a heading
    Fold(boolean open, Component summary, Component... content) {
        var head = new HtmlContainer("summary");
        head.add(summary);
        body.addClassName("fold-body");
        body.add(content);
        getContent().addClassName("fold");
        setOpen(open);
        getContent().add(head, body);
    }

    @Override
    protected HtmlContainer initContent() {
        return new HtmlContainer("details");
    }

    /// Closes all others of the same name when it is opened.
    Fold alone(String name) {
        getContent().getElement().setAttribute("name", name);
        return this;
    }

    Fold named(String className) {
        getContent().addClassName(className);
        return this;
    }

    /// Opens or closes it; the reader's own choice stays as long as `open` says what it said before.
    void setOpen(boolean open) {
        getContent().getElement().setAttribute("open", open);
    }

    boolean isOpen() {
        return getContent().getElement().hasAttribute("open");
    }

    void add(Component... content) {
        body.add(content);
    }

    void clear() {
        body.removeAll();
    }
}
