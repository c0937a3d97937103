package dev.porteclef.key.ui;

import com.vaadin.flow.component.html.AnchorTarget;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;

/// The way to where a key was made and is deleted, in a new tab: the page at hand is needed afterwards.
final class KeysPageLink {

    private KeysPageLink() {}

    static ActionLink of(ExchangeKey key, KeyWords words, ActionLink.Weight weight) {
        var exchange = words.exchange();
        var address = switch (key.environment()) {
            case LIVE -> exchange.keysPage().toString();
            case PRACTICE -> Addresses.practice(words.language(), exchange.id().value());
        };
        var link = new ActionLink(
                address, words.text("key.keys-page." + key.environment().name(), exchange.name()), weight, Glyph.LINK);
        link.setTarget(AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }
}
