package dev.porteclef.key.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Life;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;

/// After the switch: which key is in use now, and what the exchange says about the old one.
final class SwitchedPanel extends Composite<Div> {

    private final H2 title = new H2();

    /// @param key took the place of `old`
    /// @param end the last of those that have followed `key` in its place, or `key` itself
    /// @param revocation what is known of `old`, with the means to ask again
    SwitchedPanel(ExchangeKey key, ExchangeKey end, ExchangeKey old, KeyWords words, RevocationPanel revocation) {
        title.setText(words.text("key.replace.old.title", old.label()));
        title.addClassName("card-title");
        var tail = new Paragraph(words.tail(old));
        tail.addClassName("muted");
        var card = new Div(title, tail, revocation);
        card.addClassName("card");
        var links = new Div(
                new ActionLink(
                        KeyView.address(words.language(), end.id()),
                        words.text("key.replace.open"),
                        ActionLink.Weight.PLAIN,
                        Glyph.KEY),
                new ActionLink(
                        Addresses.keys(words.language()),
                        words.text("key.action.all"),
                        ActionLink.Weight.PLAIN,
                        Glyph.LIST));
        links.addClassNames("cluster", "actions");
        getContent().addClassName("stack");
        getContent().add(news(key, end, old, words).announced(), card, links);
    }

    private static Notice news(ExchangeKey key, ExchangeKey end, ExchangeKey old, KeyWords words) {
        if (key.life() == Life.ACTIVE) {
            return new Notice(
                    Notice.Kind.SUCCESS, words.text("key.replace.done", key.label()), new Paragraph(words.cause(key)));
        }
        return new Notice(
                Notice.Kind.INFO,
                words.text("key.replace.was", old.label(), key.label()),
                new Paragraph(words.text(
                        "key.replace.now", end.label(), words.text(end.life().translationKey()))));
    }

    /// Leads the reader to the news; a screen reader is told of them anyway.
    void bringIntoView() {
        getContent().scrollIntoView();
    }
}
