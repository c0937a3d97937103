package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.console.KeyFile;
import dev.porteclef.console.Looks;
import dev.porteclef.console.Unsent;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.PageHeader;

/// The head of one key's page: what the key is called, and where an agent goes from it.
///
/// @param page whose locale the texts take
/// @param looks whether the agent may look at the key as its owner does
record KeyFileHead(Component page, LineWords words, boolean looks) {

    /// @param environment whether the key is real
    PageHeader of(KeyFile file, Component environment, Looks as, Unsent unsent) {
        var badges = new Div(environment);
        badges.addClassNames("cluster", "tight");
        var rotation = words.rotation(file.line());
        if (!rotation.isEmpty()) {
            badges.add(new Span(rotation));
        }
        return new PageHeader(file.key().label(), badges, actions(file.key().id(), as, unsent));
    }

    private Div actions(KeyId key, Looks as, Unsent unsent) {
        var list = new ActionLink(
                WayBack.to(words.language(), key),
                words.text("console.file.back"),
                ActionLink.Weight.QUIET,
                Glyph.LIST);
        list.setId("all-keys");
        var actions = new Div(
                list,
                new ActionLink(
                        Addresses.policy(words.language()),
                        words.text("console.file.policy"),
                        ActionLink.Weight.QUIET,
                        Glyph.SHIELD));
        if (looks) {
            var look = new Button(
                    words.text("console.as"),
                    Glyph.USER.draw(),
                    _ -> new LookDialog(page, words.language(), as, key, unsent).open());
            look.setId("look-as");
            look.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            actions.add(look);
        }
        actions.addClassNames("cluster", "tight");
        return actions;
    }
}
