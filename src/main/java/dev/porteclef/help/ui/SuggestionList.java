package dev.porteclef.help.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.help.search.Findable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The list below a field in which a question is typed; focus stays in the field, one entry at most is chosen.
final class SuggestionList extends Composite<UnorderedList> {

    static final String ID = "help-suggestions";

    private static final int NONE = -1;

    private final transient Consumer<Findable> open;
    private final transient List<Findable> shown = new ArrayList<>();
    private int chosen = NONE;

    /// @param name what the list is called for those who cannot see it
    SuggestionList(String name, Consumer<Findable> open) {
        this.open = open;
        getContent().setId(ID);
        getContent().addClassName("help-suggestions");
        getContent().getElement().setAttribute("role", "listbox");
        getContent().getElement().setAttribute("aria-label", name);
        show(List.of());
    }

    void show(List<Findable> suggestions) {
        shown.clear();
        shown.addAll(suggestions);
        chosen = NONE;
        getContent().removeAll();
        for (var place = 0; place < shown.size(); place++) {
            getContent().add(option(place));
        }
        getContent().getElement().setAttribute("hidden", shown.isEmpty());
    }

    private ListItem option(int place) {
        var suggestion = shown.get(place);
        var option = new ListItem(suggestion.title());
        option.setId(id(place));
        option.getElement().setAttribute("role", "option");
        option.getElement().setAttribute("aria-selected", "false");
        option.getElement().addEventListener("click", event -> open.accept(suggestion));
        return option;
    }

    private static String id(int place) {
        return "help-suggestion-" + place;
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }

    /// Chooses the next or the previous one, beyond the end none, then from the other end.
    void move(int step) {
        mark(false);
        var places = shown.size() + 1;
        chosen = Math.floorMod(chosen + 1 + step, places) - 1;
        mark(true);
    }

    private void mark(boolean selected) {
        if (chosen != NONE) {
            getContent().getComponentAt(chosen).getElement().setAttribute("aria-selected", Boolean.toString(selected));
        }
    }

    /// The id of the chosen entry.
    Optional<String> chosenId() {
        return chosen == NONE ? Optional.empty() : Optional.of(id(chosen));
    }

    void openChosen() {
        if (chosen != NONE) {
            open.accept(shown.get(chosen));
        }
    }
}
