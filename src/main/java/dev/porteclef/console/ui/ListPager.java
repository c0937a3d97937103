package dev.porteclef.console.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.porteclef.console.KeyLine;
import dev.porteclef.platform.data.Place;
import dev.porteclef.platform.data.Stretch;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The ways to the page before the one that is shown and to the one after it; where there is none, nothing happens.
final class ListPager extends Composite<Div> {

    private final Consumer<Place> turned;
    private final Button previous;
    private final Button next;
    private Stretch<KeyLine> page = new Stretch<KeyLine>(List.of(), null, null);

    /// @param turned told from where the wanted page is read
    ListPager(LineWords words, Consumer<Place> turned) {
        this.turned = turned;
        previous = new Button(words.text("console.page.previous"), _ -> back());
        previous.setId("page-previous");
        next = new Button(words.text("console.page.next"), _ -> on());
        next.setId("page-next");
        getContent().addClassName("console-pager");
        getContent().getElement().setAttribute("role", "group").setAttribute("aria-label", words.text("console.page"));
        getContent().add(previous, next);
    }

    void show(Stretch<KeyLine> now) {
        page = now;
        previous.setEnabled(page.before() != null);
        next.setEnabled(page.after() != null);
    }

    void back() {
        turn(page.before());
    }

    void on() {
        turn(page.after());
    }

    private void turn(@Nullable Place to) {
        if (to != null) {
            turned.accept(to);
        }
    }
}
