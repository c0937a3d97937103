package dev.porteclef.platform.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.HtmlContainer;

/// Puts sanitized HTML of the content into components.
public final class InlineHtml {

    private InlineHtml() {}

    /// `element` with the inline HTML of a heading or title in it.
    public static <C extends HtmlContainer> C into(C element, String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            element.setText(html);
        } else {
            element.add(new Html("<span>" + html + "</span>"));
        }
        return element;
    }
}
