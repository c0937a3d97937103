package dev.porteclef.editing.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import dev.porteclef.editing.EditorsDesk;
import dev.porteclef.help.ArticleId;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.platform.i18n.Language;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What was published of the article at hand, in both languages.
final class HistorySection extends Composite<Section> {

    private final String family;
    private final EditorsDesk desk;
    private final HelpCenter help;
    private final Bylines bylines;
    private final Restore restore;
    private final Consumer<Map<String, String>> compared;
    private final Div sides = new Div();
    private String tag = "";
    private Optional<HistoryPanel.Compared> comparison = Optional.empty();

    /// Takes an earlier text up again.
    @FunctionalInterface
    interface Restore {

        /// @param name what it is called in the history
        void restore(Language language, String text, String name);
    }

    /// @param compared hears what the address has to say, once two revisions are compared
    HistorySection(
            String family,
            EditorsDesk desk,
            HelpCenter help,
            Bylines bylines,
            Restore restore,
            Consumer<Map<String, String>> compared) {
        this.family = family;
        this.desk = desk;
        this.help = help;
        this.bylines = bylines;
        this.restore = restore;
        this.compared = compared;
        var heading = new H2(getTranslation("editing.history.title"));
        heading.setId("history");
        sides.addClassName("editor-columns");
        getContent().add(heading, sides);
        getContent().addClassName("card");
        getContent().getElement().setAttribute("aria-labelledby", "history");
    }

    /// Draws it with two revisions side by side.
    ///
    /// @param in the tag of their language
    void compare(String in, Optional<HistoryPanel.Compared> two) {
        tag = in;
        comparison = two;
        fill();
    }

    /// Reads it again.
    void fill() {
        sides.removeAll();
        for (var one : Language.values()) {
            var id = new ArticleId(family, one);
            sides.add(new HistoryPanel(
                    one,
                    desk.history(id),
                    help.packaged(id).orElse(null),
                    publication -> bylines.of(publication.editor(), publication.at()),
                    (text, name) -> restore.restore(one, text, name),
                    one.tag().equals(tag) ? comparison : Optional.empty(),
                    now -> {
                        tag = one.tag();
                        comparison = Optional.of(now);
                        compared.accept(Map.of(
                                "history", tag,
                                "from", Integer.toString(now.from()),
                                "to", Integer.toString(now.to())));
                    }));
        }
    }
}
