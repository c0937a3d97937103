package dev.porteclef.guide.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import dev.porteclef.platform.ui.InlineHtml;

/// A heading that opens its text, by the browser's own `<details>`. The id stands on the text and not on the element
/// itself: browsers open a `<details>` for a fragment that points inside it.
final class Disclosure extends Composite<HtmlContainer> {

    private final HtmlContainer summary = new HtmlContainer("summary");
    private final Div body = new Div();

    Disclosure(String id, String heading, Component text) {
        getContent().addClassName("disclosure");
        body.addClassName("disclosure-body");
        body.setId(id);
        body.add(text);
        getContent().add(InlineHtml.into(summary, heading), body);
    }

    @Override
    protected HtmlContainer initContent() {
        return new HtmlContainer("details");
    }

    /// What a fragment points to.
    Component target() {
        return body;
    }

    void open() {
        getContent().getElement().setAttribute("open", true);
    }

    boolean isOpen() {
        return getContent().getElement().hasAttribute("open");
    }
}
