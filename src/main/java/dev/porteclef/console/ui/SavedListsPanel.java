package dev.porteclef.console.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import dev.porteclef.console.SavedList;
import dev.porteclef.console.SavedLists;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import java.util.function.Supplier;

/// Lists to come back to: one's own and those that others share, as links; and a form to keep the one at hand.
final class SavedListsPanel extends Composite<NativeDetails> {

    private final SavedLists lists;
    private final LineWords words;
    private final Supplier<String> query;
    private final UnorderedList links = new UnorderedList();
    private final Paragraph none;
    private final TextField name = new TextField();
    private final Checkbox shared;
    private final Div told = new Div();

    /// @param query what stands behind the question mark of the list at hand
    SavedListsPanel(SavedLists lists, LineWords words, Supplier<String> query) {
        this.lists = lists;
        this.words = words;
        this.query = query;
        none = new Paragraph(words.text("console.lists.none"));
        links.addClassName("other-keys");
        name.setLabel(words.text("console.lists.name"));
        name.setMaxLength(SavedLists.LONGEST_NAME);
        name.setId("list-name");
        shared = new Checkbox(words.text("console.lists.shared"));
        var keep = new Button(words.text("console.lists.keep"), _ -> keep());
        keep.setId("list-keep");
        told.getElement().setAttribute("role", "status");
        var form = new Div(name, shared, keep);
        form.addClassName("list-form");
        var content = new Div(none, links, form, told);
        content.addClassNames("stack", "tight");
        getContent().setSummaryText(words.text("console.lists"));
        getContent().addClassName("fold-plain");
        getContent().setContent(content);
        draw();
    }

    private void keep() {
        name.setInvalid(false);
        told.removeAll();
        switch (lists.keep(name.getValue(), query.get(), shared.getValue())) {
            case SavedLists.Kept.Done(var list, var before) -> {
                told.add(
                        before == null
                                ? new Notice(Notice.Kind.SUCCESS, words.text("console.lists.kept", list.name()))
                                : new Notice(
                                        Notice.Kind.SUCCESS,
                                        words.text("console.lists.replaced", list.name()),
                                        back(before)));
                name.clear();
                draw();
            }
            case SavedLists.Kept.NoName() -> refuse("console.lists.name.missing");
            case SavedLists.Kept.TooMuch() -> refuse("console.lists.full");
        }
    }

    private void refuse(String why) {
        name.setErrorMessage(words.text(why));
        name.setInvalid(true);
        name.focus();
    }

    private void draw() {
        links.removeAll();
        var all = lists.all();
        none.setVisible(all.isEmpty());
        all.forEach(list -> links.add(item(list)));
    }

    private ListItem item(SavedList list) {
        var address = Addresses.console(words.language());
        var item =
                new ListItem(new Anchor(list.query().isEmpty() ? address : address + "?" + list.query(), list.name()));
        if (list.shared()) {
            item.add(new Span(words.text("console.lists.of-all")));
        }
        if (list.forgettable()) {
            var forget = new Button(Glyph.TRASH.draw(), _ -> forget(list));
            forget.setAriaLabel(words.text("console.lists.forget", list.name()));
            forget.setTooltipText(words.text("console.lists.forget", list.name()));
            item.add(forget);
        }
        return item;
    }

    /// What was forgotten by mistake is kept again by one click, where it was one's own.
    private void forget(SavedList list) {
        lists.forget(list.id());
        told.removeAll();
        var forgotten = words.text("console.lists.forgotten", list.name());
        told.add(
                list.own()
                        ? new Notice(Notice.Kind.INFO, forgotten, back(list))
                        : new Notice(Notice.Kind.INFO, forgotten));
        draw();
    }

    private Button back(SavedList list) {
        return new Button(words.text("console.lists.undo"), _ -> {
            switch (lists.keep(list.name(), list.query(), list.shared())) {
                case SavedLists.Kept.Done _ -> told.removeAll();
                case SavedLists.Kept.NoName(), SavedLists.Kept.TooMuch() -> refuse("console.lists.full");
            }
            draw();
        });
    }
}
