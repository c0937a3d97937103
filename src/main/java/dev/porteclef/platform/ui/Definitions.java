package dev.porteclef.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;

/// A list of facts, each a name and a value, side by side where there is room.
public final class Definitions extends Composite<DescriptionList> {

    public Definitions() {
        getContent().addClassName("definitions");
    }

    public Definitions add(String name, String value) {
        return row(new Term(name), new Description(value));
    }

    public Definitions add(String name, Component... value) {
        return row(new Term(name), new Description(value));
    }

    private Definitions row(Term name, Description value) {
        var row = new Div();
        row.getElement().appendChild(name.getElement(), value.getElement());
        getContent().getElement().appendChild(row.getElement());
        return this;
    }
}
