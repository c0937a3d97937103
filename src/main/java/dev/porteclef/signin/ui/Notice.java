package dev.porteclef.signin.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.porteclef.platform.ui.Glyph;

/// A sentence the reader should see before going on.
final class Notice extends Div {

    Notice(String kind, Glyph glyph, String sentence) {
        addClassNames("notice", kind);
        var body = new Div(new Paragraph(sentence));
        body.addClassName("notice-body");
        add(glyph.draw(), body);
    }
}
