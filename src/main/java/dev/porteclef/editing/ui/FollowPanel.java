package dev.porteclef.editing.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.porteclef.editing.Differences.Kind;
import dev.porteclef.help.Shelf;
import dev.porteclef.platform.ui.Glyph;
import java.util.Optional;
import java.util.function.Supplier;

/// What has become of the original since the translation followed it, and the word that it follows now.
final class FollowPanel extends Composite<Section> {

    private final Div content = new Div();
    private final Button follow;
    private String shown = "";

    FollowPanel(Runnable follow) {
        var heading = new H2(getTranslation("editing.follow.title"));
        heading.setId("following");
        this.follow = new Button(getTranslation("editing.follow"), Glyph.CHECK.draw(), _ -> follow.run());
        this.follow.setId("follow");
        content.addClassName("stack");
        getContent().addClassNames("card", "editor-follow");
        getContent().getElement().setAttribute("aria-labelledby", "following");
        getContent().add(heading, content, new Div(this.follow));
    }

    /// @param hash what the original is known by now
    /// @param followed what the translation says it follows
    /// @param before the original as it was then, asked for where it is another one
    void show(String hash, String followed, String original, Supplier<Optional<String>> before) {
        var state = hash + " " + followed;
        if (state.equals(shown)) {
            return;
        }
        shown = state;
        var inStep = hash.equals(followed);
        follow.setVisible(!inStep);
        content.removeAll();
        if (inStep) {
            content.add(new Paragraph(getTranslation("editing.follow.yes")));
            return;
        }
        var then = before.get();
        content.add(new Paragraph(getTranslation(then.isPresent() ? "editing.follow.no" : "editing.follow.unknown")));
        then.ifPresent(text -> content.add(sides(text, original)));
    }

    private Div sides(String then, String now) {
        var old = getTranslation("editing.follow.then");
        var recent = getTranslation("editing.follow.now");
        var sides = new Div(
                new Div(new H3(old), DiffText.side(old, Shelf.ORIGINAL, then, now, Kind.IN)),
                new Div(new H3(recent), DiffText.side(recent, Shelf.ORIGINAL, then, now, Kind.OUT)));
        sides.addClassName("editor-columns");
        return sides;
    }
}
