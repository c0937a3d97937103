package dev.porteclef.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/// The head of a page: its one `h1`, a sentence that says what it is for, and what else belongs there.
public final class PageHeader extends Composite<Div> {

    public PageHeader(String title, Component... more) {
        var heading = new H1(title);
        heading.addClassName("page-title");
        getContent().addClassName("page-header");
        getContent().add(heading);
        getContent().add(more);
    }

    /// With `lede`, one or two sentences below the title.
    public PageHeader(String title, String lede, Component... more) {
        this(title);
        var sentence = new Paragraph(lede);
        sentence.addClassName("lede");
        getContent().add(sentence);
        getContent().add(more);
    }
}
