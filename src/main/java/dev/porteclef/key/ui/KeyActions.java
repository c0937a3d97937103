package dev.porteclef.key.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Life;
import dev.porteclef.key.PauseReason;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Glyph;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything that can be done to a key as it is now; what does not fit its life is not there.
final class KeyActions extends Composite<Div> {

    private final KeyWords words;
    private final KeyDeeds deeds;
    private final String address;
    private final boolean amongOthers;
    private ExchangeKey key;

    /// @param amongOthers whether the page shows other keys too: then each action says which key it is for
    KeyActions(ExchangeKey key, Language language, KeyWords words, KeyDeeds deeds, boolean amongOthers) {
        this.key = key;
        this.words = words;
        this.deeds = deeds;
        this.address = KeyView.address(language, key.id());
        this.amongOthers = amongOthers;
        getContent().addClassName("key-actions");
        draw();
    }

    /// From now on for the key as it is `now`; buttons stay the same ones as long as they say the same.
    ///
    /// @return whether they do
    boolean show(ExchangeKey now) {
        var same = offered(now).equals(offered(key));
        key = now;
        if (!same) {
            getContent().removeAll();
            draw();
        }
        return same;
    }

    /// What decides which actions there are, and what they are called.
    private static List<Object> offered(ExchangeKey key) {
        return List.of(
                key.life(),
                Optional.ofNullable(key.pauseReason()),
                key.isInUse(),
                canBeResumed(key),
                key.isReplaceable(),
                key.label());
    }

    private void draw() {
        button("key.action.rename", Glyph.PENCIL, deeds::rename);
        if (key.isInUse() || key.life() == Life.DRAFT) {
            button("key.action.strategy", Glyph.LIST, deeds::changeStrategy);
        }
        if (key.life() == Life.ACTIVE) {
            button("key.action.pause", Glyph.PAUSE, deeds::pause);
        } else if (canBeResumed(key)) {
            button(
                    key.pauseReason() == PauseReason.LEAK ? "key.action.resume.leak" : "key.action.resume",
                    Glyph.REFRESH,
                    deeds::resume);
        }
        if (key.isReplaceable()) {
            link("key.action.replace", "/replace", Glyph.KEY);
        }
        if (key.isInUse()) {
            link("key.action.leak", "/leak", Glyph.WARNING);
        } else if (key.pauseReason() == PauseReason.LEAK) {
            link("key.action.leak.steps", "/leak", Glyph.WARNING);
        }
        link("key.action.ask", "/ask", Glyph.QUESTION);
        button("key.action.delete", Glyph.TRASH, deeds::delete).addThemeVariants(ButtonVariant.LUMO_ERROR);
    }

    /// A replaced key in use again would be a second one for the same bot.
    private static boolean canBeResumed(ExchangeKey key) {
        return key.life() == Life.PAUSED
                && key.sealed()
                && !key.replaced()
                && key.pauseReason() != PauseReason.WITHDRAW;
    }

    private Button button(String text, Glyph glyph, Consumer<ExchangeKey> deed) {
        var button = new Button(words.text(text), glyph.draw(), _ -> deed.accept(key));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        if (amongOthers) {
            button.setAriaLabel(words.text("key.action.of", words.text(text), key.label()));
        }
        getContent().add(button);
        return button;
    }

    private void link(String text, String place, Glyph glyph) {
        var link = new ActionLink(address + place, words.text(text), ActionLink.Weight.QUIET, glyph);
        if (amongOthers) {
            link.setAriaLabel(words.text("key.action.of", words.text(text), key.label()));
        }
        getContent().add(link);
    }
}
