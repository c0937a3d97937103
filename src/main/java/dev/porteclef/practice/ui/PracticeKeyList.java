package dev.porteclef.practice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.practice.Mishap;
import dev.porteclef.practice.Mishaps;
import dev.porteclef.practice.PracticeKey;
import dev.porteclef.practice.PracticeKeys;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The practice keys made so far, newest first, each with what befalls it and the way to be rid of it.
final class PracticeKeyList extends Composite<Section> {

    private final PracticeKeys keys;
    private final Mishaps mishaps;
    private final Exchange exchange;
    private final Runnable changed;
    private final H2 heading = new H2();
    private final Div body = new Div();
    /// Stays on the page while the list is drawn anew: screen readers speak only for regions they know.
    private final Paragraph said = new Paragraph();

    /// @param changed called when a mishap was switched on or off, or went with its key
    PracticeKeyList(PracticeKeys keys, Mishaps mishaps, Exchange exchange, Runnable changed) {
        this.keys = keys;
        this.mishaps = mishaps;
        this.exchange = exchange;
        this.changed = changed;
        said.addClassNames("practice-said", "muted");
        said.getElement().setAttribute("role", "status");
        body.addClassName("stack");
        getContent().addClassNames("practice-keys", "stack", "tight");
        getContent().add(heading, said, body);
    }

    /// Reads the list anew and writes it in `language`.
    void draw(Language language) {
        var own = keys.own();
        heading.setText(getTranslation("practice.list.heading"));
        said.setText("");
        body.removeAll();
        if (own.isEmpty()) {
            body.add(new Paragraph(getTranslation("practice.list.empty")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("key-list");
        var now = mishaps.own();
        own.forEach(key -> list.add(item(key, now.of(key.id()), language)));
        body.add(
                new Anchor(RehearsalView.address(language, exchange), getTranslation("practice.rehearsal.link")), list);
    }

    private ListItem item(PracticeKey key, @Nullable Mishap mishap, Language language) {
        var name = new H3(key.label());
        name.getElement().setAttribute("translate", "no");
        var made = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.formats())
                .withZone(ZoneOffset.UTC)
                .format(key.createdAt());
        var meta = new Paragraph(
                new Span(getTranslation("practice.list.ends", key.lastFour())),
                new Span(getTranslation("practice.list.made", made)),
                new Span(
                        key.addresses().isEmpty()
                                ? getTranslation("practice.list.anywhere")
                                : getTranslation("practice.list.from", String.join(", ", key.addresses()))),
                new Span(getTranslation(key.funded() ? "practice.list.funded" : "practice.list.unfunded")));
        meta.addClassName("key-meta");
        var delete =
                new Button(getTranslation("practice.list.delete"), Glyph.TRASH.draw(), click -> ask(key, language));
        delete.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        delete.setAriaLabel(getTranslation("practice.list.delete.which", key.label(), key.lastFour()));
        var item = new ListItem(name, meta, boxes(key), mishap(key, mishap), delete);
        item.addClassNames("key-card", "practice");
        return item;
    }

    private Component mishap(PracticeKey key, @Nullable Mishap on) {
        return new MishapChoice(
                getTranslation("practice.mishap.of", key.label()), List.of(Mishap.values()), on, mishap -> {
                    if (mishap == null) {
                        mishaps.end(key.id());
                    } else {
                        mishaps.befall(key.id(), mishap);
                    }
                    changed.run();
                });
    }

    private Component boxes(PracticeKey key) {
        var ticked =
                exchange.boxes().filter(box -> key.boxes().contains(box.id())).toList();
        if (ticked.isEmpty()) {
            return new Paragraph(getTranslation("practice.list.no-box"));
        }
        var list = new UnorderedList();
        list.addClassName("practice-ticked");
        ticked.stream().map(PracticeKeyList::ticked).forEach(list::add);
        return list;
    }

    private static ListItem ticked(PermissionBox box) {
        var words = new Span(box.label());
        words.getElement().setAttribute("lang", "en");
        words.getElement().setAttribute("translate", "no");
        return new ListItem(Glyph.CHECK.draw(), words);
    }

    private void ask(PracticeKey key, Language language) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("practice.delete.heading", key.label()));
        dialog.setText(getTranslation("practice.delete.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("practice.delete.cancel"));
        dialog.setConfirmText(getTranslation("practice.delete.confirm"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirmed -> {
            keys.delete(key.id());
            draw(language);
            changed.run();
            said.setText(getTranslation("practice.delete.done", key.label()));
        });
        dialog.open();
    }
}
