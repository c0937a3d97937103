package dev.porteclef.editing.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.porteclef.platform.ui.Notice;

/// Somebody else has written something else while this page was open: who and when, and the ways to it. The text of the
/// page is left alone, for its editor may be typing.
final class NewsPanel extends Composite<Div> {

    private final Paragraph what = new Paragraph();

    /// @param tag of the language that it is about
    /// @param take shows the other text, where nothing was typed here
    /// @param compare shows both and what was made of them
    NewsPanel(String tag, String told, Runnable take, Runnable compare) {
        what.setText(told);
        var taking = new Button(getTranslation("editing.news.take"), _ -> take.run());
        taking.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        taking.setId("news-take-" + tag);
        var comparing = new Button(getTranslation("editing.news.compare"), _ -> compare.run());
        comparing.setId("news-compare-" + tag);
        var actions = new Div(taking, comparing);
        actions.addClassName("form-actions");
        getContent()
                .add(new Notice(
                                Notice.Kind.WARNING,
                                getTranslation("editing.conflict.title"),
                                what,
                                new Paragraph(getTranslation("editing.news.text")),
                                actions)
                        .announced());
    }

    /// There is something newer still; said on the screen only, not aloud at each pause in somebody's typing.
    void update(String told) {
        what.setText(told);
    }
}
