package dev.porteclef.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.router.Location;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A link to the same page in the other language, named in that language. With scripts the page is redrawn in place, so
/// that place and choice stay; without them, or in a new tab, it is a link like any other.
final class LanguageSwitch extends Composite<Anchor> {

    /// A plain click; anything else (new tab, new window) is the browser's.
    private static final String PLAIN_CLICK =
            "event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey";

    /// The last named part of the page that begins in the upper third of the window: what the reader is at.
    private static final String PART = """
            [...document.querySelectorAll('main :is(section, article, details, li, h2, h3)[id]')]
              .filter(part => part.checkVisibility() && part.getBoundingClientRect().top < innerHeight / 3).pop()""";

    private static final String PART_ID = "(" + PART + ")?.id ?? ''";
    private static final String PART_TOP = "(" + PART + ")?.getBoundingClientRect().top ?? 0";

    /// Texts differ in length: puts the same part where it was. Flow scrolls to elements, not to offsets.
    private static final String RESTORE = """
            const part = document.getElementById($0);
            if (part) window.scrollBy({ top: part.getBoundingClientRect().top - $1, behavior: 'instant' });""";

    private final transient Texts texts;
    private final transient Consumer<Language> chosen;
    private Language target = Language.FRENCH;
    private transient Supplier<String> current = () -> target.tag();

    /// @param chosen told of each choice before the page is redrawn
    LanguageSwitch(Texts texts, Consumer<Language> chosen) {
        this.texts = texts;
        this.chosen = chosen;
        getContent().addClassName("language-switch");
        getContent()
                .getElement()
                .addEventListener("click", this::change)
                .setFilter(PLAIN_CLICK)
                .addEventData(PART_ID)
                .addEventData(PART_TOP)
                .preventDefault();
    }

    /// Points at `address` (relative to the application's root) in `language`; a click asks `current` instead, since a
    /// page may have changed its query in the meantime.
    void point(Language language, String address, Supplier<String> current) {
        target = language;
        this.current = current;
        getContent().setHref(address);
        getContent().setText(texts.get(language, "shell.language.name"));
        getContent().getElement().setAttribute("lang", language.tag());
        getContent().getElement().setAttribute("hreflang", language.tag());
    }

    private void change(DomEvent click) {
        chosen.accept(target);
        var location = new Location(current.get());
        var ui = UI.getCurrentOrThrow();
        ui.navigate(location.getPath(), location.getQueryParameters());
        var part = click.getEventData().path(PART_ID).asString("");
        if (!part.isEmpty()) {
            var top = click.getEventData().path(PART_TOP).asDouble(0);
            ui.getPage().executeJs(RESTORE, part, top);
        }
    }
}
