package dev.porteclef.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
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
                .addEventListener("click", click -> change())
                .setFilter(PLAIN_CLICK)
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

    private void change() {
        chosen.accept(target);
        var location = new Location(current.get());
        UI.getCurrentOrThrow().navigate(location.getPath(), location.getQueryParameters());
    }
}
