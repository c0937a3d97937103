package dev.porteclef.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinRequest;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import java.util.EnumMap;
import java.util.Map;

/// System, light or dark: three buttons of which one is pressed.
final class ColourSwitch extends Composite<Div> {

    private final transient Texts texts;
    private final Map<Colours, NativeButton> buttons = new EnumMap<>(Colours.class);

    ColourSwitch(Texts texts) {
        this.texts = texts;
        getContent().addClassName("colour-switch");
        getContent().getElement().setAttribute("role", "group");
        for (var colours : Colours.values()) {
            var button = new NativeButton();
            button.addClickListener(click -> choose(colours));
            buttons.put(colours, button);
            getContent().add(button);
        }
        var request = VaadinRequest.getCurrent();
        press(request == null ? Colours.SYSTEM : Preferences.colours(request.getCookies()));
    }

    void speak(Language language) {
        getContent().getElement().setAttribute("aria-label", texts.get(language, "shell.colours"));
        buttons.forEach((colours, button) -> {
            var name = texts.get(language, colours.translationKey());
            var said = new Span(name);
            said.addClassName("visually-hidden");
            button.removeAll();
            button.add(colours.glyph().draw(), said);
            button.setTitle(name);
        });
    }

    private void choose(Colours colours) {
        UI.getCurrentOrThrow().getPage().setColorScheme(colours.scheme());
        Preferences.remember(colours);
        press(colours);
    }

    private void press(Colours chosen) {
        buttons.forEach((colours, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(colours == chosen)));
    }
}
