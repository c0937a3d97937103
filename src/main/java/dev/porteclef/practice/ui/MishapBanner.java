package dev.porteclef.practice.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.practice.Mishap;
import dev.porteclef.practice.Mishaps;
import dev.porteclef.practice.PracticeKey;
import dev.porteclef.practice.PracticeKeys;

/// What is switched on, in plain sight, and the one button that ends it all; empty while nothing is.
final class MishapBanner extends Composite<Div> {

    private final Mishaps mishaps;
    private final PracticeKeys keys;
    private final Runnable ended;
    private final Div shown = new Div();
    /// Stays on the page when the notice goes: screen readers speak only for regions they know.
    private final Paragraph said = new Paragraph();

    /// @param ended called when everything was switched off
    MishapBanner(Mishaps mishaps, PracticeKeys keys, Runnable ended) {
        this.mishaps = mishaps;
        this.keys = keys;
        this.ended = ended;
        said.addClassNames("practice-said", "muted");
        said.getElement().setAttribute("role", "status");
        getContent().addClassName("mishap-banner");
        getContent().add(shown, said);
    }

    /// Reads anew what is on.
    void draw() {
        shown.removeAll();
        said.setText("");
        var now = mishaps.own();
        if (now.none()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("mishap-list");
        if (now.exchange() != null) {
            list.add(line(getTranslation("practice.mishap.banner.exchange"), now.exchange()));
        }
        for (var key : keys.own()) {
            var mishap = now.of(key.id());
            if (mishap != null) {
                list.add(line(name(key), mishap));
            }
        }
        var off = new Button(getTranslation("practice.mishap.all-off"), click -> endAll());
        shown.add(new Notice(Notice.Kind.WARNING, getTranslation("practice.mishap.banner"), list, off));
    }

    private void endAll() {
        mishaps.endAll();
        draw();
        said.setText(getTranslation("practice.mishap.all-off.done"));
        ended.run();
    }

    private ListItem line(String where, Mishap mishap) {
        return new ListItem(
                getTranslation("practice.mishap.banner.line", where, getTranslation(mishap.translationKey())));
    }

    private String name(PracticeKey key) {
        return getTranslation("practice.mishap.banner.key", key.label(), key.lastFour());
    }
}
