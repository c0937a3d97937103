package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.porteclef.console.Reach;
import dev.porteclef.console.Runs;
import dev.porteclef.platform.ui.Glyph;

/// Begins to check all keys of a list again.
final class RecheckForm extends Composite<Div> {

    private final Button button;

    /// @param page whose locale the texts take
    /// @param reach the keys that can be checked
    RecheckForm(Component page, Reach reach, Runnable begin) {
        var number = reach.keys();
        var told = reach.isTooMuch()
                ? page.getTranslation("console.run.too-many", Runs.MOST_CHECKED)
                : page.getTranslation("console.run.recheck.text", number);
        button = new Button(
                page.getTranslation("console.run.recheck.begin", number), Glyph.REFRESH.draw(), _ -> begin.run());
        button.setId("run-recheck");
        button.setDisableOnClick(true);
        button.setEnabled(number > 0 && !reach.isTooMuch());
        getContent().addClassNames("stack", "tight");
        getContent().add(new Paragraph(told), new Div(button));
    }

    /// Leads the keyboard to the button, which is pressed there.
    void press() {
        button.scrollIntoView();
        button.focus();
    }
}
