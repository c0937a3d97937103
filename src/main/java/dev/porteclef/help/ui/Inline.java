package dev.porteclef.help.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.HtmlContainer;

/// Puts sanitized HTML into components.
final class Inline {

    private Inline() {}

    /// `element` with the inline HTML of a heading or title in it.
    static <C extends HtmlContainer> C into(C element, String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            element.setText(html);
        } else {
            element.add(new Html("<span>" + html + "</span>"));
        }
        return element;
    }

    /// A block of an article's text.
    static Html prose(String html) {
        return new Html("<div class=\"prose\">" + html + "</div>");
    }
}
