package dev.porteclef.guide.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.platform.ui.Explanations.Explanation;
import dev.porteclef.platform.ui.InlineHtml;
import java.util.List;

/// What can go wrong, each with the article that helps: first the exchange's error codes, then situations without one.
final class TroubleEntries extends Composite<Div> {

    TroubleEntries(Wording wording, List<Explanation> troubles) {
        getContent().addClassName("trouble");
        add(
                wording.text("guide.errors.codes"),
                troubles.stream().filter(Explanation::code).toList());
        add(
                wording.text("guide.errors.situations"),
                troubles.stream().filter(trouble -> !trouble.code()).toList());
    }

    private void add(String title, List<Explanation> troubles) {
        if (troubles.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("trouble-list");
        for (var trouble : troubles) {
            var summary = new Paragraph(trouble.summary());
            list.add(new ListItem(InlineHtml.into(new Anchor(trouble.address()), trouble.title()), summary));
        }
        getContent().add(new H3(title), list);
    }
}
