package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.DomListenerRegistration;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Single keys that act on a page of the console, and the list of them. They act only outside of fields and without a
/// modifier, so that whoever types types and a screen reader, which takes single keys for itself, keeps them; and each
/// browser can switch them off for good (WCAG 2.2, success criterion 2.1.4).
final class ConsoleKeys extends Composite<Div> {

    /// Where the browser keeps that they are off.
    private static final String SWITCH = "console-keys";
    /// The row of the list in which the keyboard is.
    private static final String ROW = "document.activeElement?.closest?.('[data-key]')?.dataset.key ?? ''";
    private static final String FREE = """
            !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing
            && localStorage.getItem('console-keys') !== 'off'
            && !event.composedPath().some(part => part.matches?.(
                'input, textarea, select, vaadin-select, [contenteditable], [role=dialog], [role=listbox]'))
            """;

    /// What a key does.
    ///
    /// @param text the key of its name in both languages
    /// @param act gets the id of the row in which the keyboard is; empty: in none
    private record Deed(String text, Consumer<String> act) {}

    private final Component page;
    private final Map<String, Deed> deeds = new LinkedHashMap<>();
    private @Nullable DomListenerRegistration listening;

    /// @param page whose locale the texts take
    /// @param readsQuestions whether who presses them may read what customers ask
    ConsoleKeys(Component page, Language language, boolean readsQuestions) {
        this.page = page;
        on("?", "console.keyboard.help", this::list);
        on("1", "console.keys.title", () -> WayBack.go(WayBack.to(language)));
        on("2", "console.groups.title", () -> WayBack.go(Addresses.consoleGroups(language)));
        on("3", "console.runs.title", () -> WayBack.go(Addresses.consoleRuns(language)));
        on("4", "console.overview.title", () -> WayBack.go(Addresses.consoleOverview(language)));
        if (readsQuestions) {
            on("5", "support.desk.title", () -> WayBack.go(Addresses.desk(language)));
        }
        on("/", "console.keyboard.search", () -> WayBack.search(language));
        var open = new Button(text("console.keyboard"), _ -> list());
        open.setId("console-keyboard");
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getContent().addClassName("console-keyboard");
        getContent().add(open);
        addAttachListener(attached -> listen(attached.getUI()));
        addDetachListener(_ -> {
            if (listening != null) {
                listening.remove();
                listening = null;
            }
        });
    }

    /// Has `key` do that, whatever it did before.
    ///
    /// @param key as the browser names it
    /// @param text the key of its name in both languages
    ConsoleKeys on(String key, String text, Runnable act) {
        return onRow(key, text, _ -> act.run());
    }

    /// Has `key` do that to the row in which the keyboard is.
    ConsoleKeys onRow(String key, String text, Consumer<String> act) {
        deeds.put(key, new Deed(text, act));
        return this;
    }

    private void listen(UI ui) {
        var names = deeds.keySet().stream().map(key -> "'" + key + "'").collect(Collectors.joining(", "));
        listening = ui.getElement()
                .addEventListener("keydown", this::pressed)
                .setFilter(FREE + "&& [" + names + "].includes(event.key)")
                .addEventData("event.key")
                .addEventData(ROW)
                // Browsers have a quick find of their own on `/`, and some on whatever is typed.
                .preventDefault();
    }

    private void pressed(DomEvent event) {
        var deed = deeds.get(event.getEventData().get("event.key").asString());
        if (deed != null) {
            deed.act().accept(event.getEventData().get(ROW).asString());
        }
    }

    private void list() {
        var dialog = new Dialog(text("console.keyboard.title"));
        dialog.addClassName("console-dialog");
        var names = new DescriptionList();
        names.addClassName("keyboard-list");
        // What several keys do stands there once.
        var caps = new LinkedHashMap<String, DescriptionList.Term>();
        deeds.forEach((key, deed) -> {
            var cap = new HtmlContainer("kbd");
            cap.setText(key);
            caps.computeIfAbsent(deed.text(), _ -> new DescriptionList.Term()).add(cap);
        });
        caps.forEach((text, term) -> names.add(term, new DescriptionList.Description(text(text))));
        var on = new Checkbox(text("console.keyboard.on"));
        on.setId("console-keyboard-on");
        WebStorage.getItem(SWITCH, value -> on.setValue(!"off".equals(value)));
        on.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                WebStorage.setItem(SWITCH, change.getValue() ? "on" : "off");
            }
        });
        var close = new Button(text("console.keyboard.close"), _ -> dialog.close());
        dialog.add(new Paragraph(text("console.keyboard.text")), names, on);
        dialog.getFooter().add(close);
        dialog.open();
    }

    private String text(String key) {
        return page.getTranslation(key);
    }
}
