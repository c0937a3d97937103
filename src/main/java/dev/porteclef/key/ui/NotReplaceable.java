package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;

/// Why a key cannot be replaced, and where to go instead.
final class NotReplaceable extends Composite<Div> {

    private final ExchangeKey key;
    private final KeyWords words;

    NotReplaceable(ExchangeKey key, KeyWords words) {
        this.key = key;
        this.words = words;
        var actions = new Div(
                wayOn(),
                new ActionLink(
                        KeyView.address(words.language(), key.id()),
                        words.text("key.replace.back", key.label()),
                        ActionLink.Weight.PLAIN,
                        Glyph.KEY));
        actions.addClassNames("cluster", "actions");
        getContent().addClassNames("stack");
        getContent().add(new Notice(Notice.Kind.INFO, why()), actions);
    }

    private String why() {
        return switch (key.life()) {
            case DRAFT -> words.text("key.replace.cannot.DRAFT");
            case REFUSED -> words.text("key.replace.cannot.REFUSED");
            // Its successor has been deleted since.
            case REPLACED, ACTIVE, PAUSED, REVOKED -> words.text("key.replace.cannot.REPLACED");
        };
    }

    private Component wayOn() {
        var awaited = key.standing().replaces();
        return switch (key.life()) {
            case DRAFT ->
                awaited == null
                        ? connect()
                        : new ActionLink(
                                ReplaceView.address(words.language(), awaited),
                                words.text("key.replace.go-on"),
                                ActionLink.Weight.PRIMARY,
                                Glyph.ARROW);
            case REFUSED, REPLACED, ACTIVE, PAUSED, REVOKED -> connect();
        };
    }

    private Component connect() {
        return new ActionLink(
                Addresses.connect(
                        words.language(), key.exchange().value(), key.strategy().toString()),
                words.text("key.replace.connect"),
                ActionLink.Weight.PRIMARY,
                Glyph.KEY);
    }
}
