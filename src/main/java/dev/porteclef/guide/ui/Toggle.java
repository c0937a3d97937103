package dev.porteclef.guide.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import java.util.function.Consumer;

/// A browser's own radio button or check box.
@Tag("input")
final class Toggle extends HtmlComponent {

    private Toggle(String type) {
        getElement().setAttribute("type", type);
    }

    static Toggle radio(String group, String value) {
        var radio = new Toggle("radio");
        radio.getElement().setAttribute("name", group);
        radio.getElement().setAttribute("value", value);
        return radio;
    }

    static Toggle checkbox(String value) {
        var checkbox = new Toggle("checkbox");
        checkbox.getElement().setAttribute("value", value);
        return checkbox;
    }

    boolean isOn() {
        return getElement().getProperty("checked", false);
    }

    void set(boolean on) {
        getElement().setProperty("checked", on);
    }

    /// Calls `listener` with the new state when the reader, not the program, changed it.
    Toggle onChange(Consumer<Boolean> listener) {
        getElement()
                .addEventListener("change", change -> listener.accept(isOn()))
                .synchronizeProperty("checked");
        return this;
    }

    /// A label around this control and `words`.
    HtmlContainer labelled(String styleName, Component... words) {
        var label = new HtmlContainer("label");
        label.addClassName(styleName);
        label.add(this);
        label.add(words);
        return label;
    }
}
