package dev.porteclef.editing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.porteclef.editing.Publication;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Glyph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was published of an article in one language, from the newest to the text that came with the portal: any two
/// can be compared, each can be had back as a draft.
final class HistoryPanel extends Composite<Section> {

    private static final int PACKAGED = 0;

    private final Language language;
    private final Map<Integer, String> texts = new LinkedHashMap<>();
    private final Select<Integer> from = new Select<>();
    private final Select<Integer> to = new Select<>();
    private final Div difference = new Div();

    /// Two revisions that are compared.
    record Compared(int from, int to) {}

    /// @param told who published one, and when
    /// @param restore gets the text to go on with and the name of its revision
    /// @param compared hears which two are compared now
    HistoryPanel(
            Language language,
            List<Publication> history,
            @Nullable String packaged,
            Function<Publication, String> told,
            BiConsumer<String, String> restore,
            Optional<Compared> start,
            java.util.function.Consumer<Compared> compared) {
        this.language = language;
        history.forEach(one -> texts.put(one.revision(), one.text()));
        if (packaged != null) {
            texts.put(PACKAGED, packaged);
        }
        var heading = new H3(getTranslation("editing.history." + language.tag()));
        heading.setId("history-" + language.tag());
        getContent().addClassName("stack");
        getContent().getElement().setAttribute("aria-labelledby", "history-" + language.tag());
        getContent().add(heading);
        if (history.isEmpty()) {
            getContent().add(new Paragraph(getTranslation("editing.history.none")));
            return;
        }
        var list = new OrderedList();
        list.addClassName("editor-history");
        history.forEach(one -> list.add(item(one, told.apply(one), restore)));
        if (packaged != null) {
            var name = new Span(name(PACKAGED));
            name.addClassName("asked-head");
            list.add(new ListItem(name, back(PACKAGED, restore)));
        }
        getContent().add(list);
        if (texts.size() > 1) {
            getContent().add(comparison(start, compared));
        }
    }

    private ListItem item(Publication one, String told, BiConsumer<String, String> restore) {
        var name = new Span(name(one.revision()));
        name.addClassName("asked-head");
        var meta = new Paragraph(new Span(getTranslation(one.kind().translationKey())), new Span(told));
        meta.addClassName("key-meta");
        var item = new ListItem(name, back(one.revision(), restore), meta);
        if (!one.remark().isBlank()) {
            var remark = new Paragraph(one.remark());
            remark.addClassName("question");
            item.add(remark);
        }
        return item;
    }

    private Button back(int revision, BiConsumer<String, String> restore) {
        var back = new Button(
                getTranslation("editing.history.restore"),
                Glyph.REFRESH.draw(),
                _ -> restore.accept(texts.getOrDefault(revision, ""), name(revision)));
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        back.setAriaLabel(getTranslation("editing.history.restore.this", name(revision)));
        back.setId("restore-" + language.tag() + "-" + revision);
        return back;
    }

    private Component comparison(Optional<Compared> start, java.util.function.Consumer<Compared> compared) {
        var revisions = List.copyOf(texts.keySet());
        var first = start.filter(one -> texts.containsKey(one.from()) && texts.containsKey(one.to()))
                .orElse(new Compared(revisions.get(1), revisions.getFirst()));
        prepare(from, "from", revisions, first.from());
        prepare(to, "to", revisions, first.to());
        from.addValueChangeListener(_ -> compare(compared));
        to.addValueChangeListener(_ -> compare(compared));
        show();
        var choice = new Div(from, to);
        choice.addClassName("cluster");
        var all = new Div(choice, difference);
        all.addClassName("stack");
        return all;
    }

    private void prepare(Select<Integer> select, String end, List<Integer> revisions, int value) {
        select.setLabel(getTranslation("editing.history." + end));
        select.setItems(revisions);
        select.setItemLabelGenerator(this::name);
        select.setValue(value);
        select.setId("history-" + end + "-" + language.tag());
    }

    private void compare(java.util.function.Consumer<Compared> compared) {
        show();
        compared.accept(new Compared(Objects.requireNonNull(from.getValue()), Objects.requireNonNull(to.getValue())));
    }

    private void show() {
        difference.removeAll();
        var before = texts.getOrDefault(from.getValue(), "");
        var after = texts.getOrDefault(to.getValue(), "");
        difference.add(
                before.equals(after)
                        ? new Paragraph(getTranslation("editing.history.same"))
                        : new DiffText(
                                getTranslation(
                                        "editing.history.difference", name(from.getValue()), name(to.getValue())),
                                language,
                                before,
                                after));
    }

    private String name(int revision) {
        return revision == PACKAGED
                ? getTranslation("editing.history.packaged")
                : getTranslation("editing.history.revision", revision);
    }
}
