package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/// The customer's keys at a glance: each with its headline, its cause and where to go.
@Route(Page.LOCALE + "/keys")
@RolesAllowed(Role.Names.CUSTOMER)
class KeysView extends Page {

    private final ExchangeKeys keys;
    private final ExchangeCatalogue catalogue;

    KeysView(ExchangeKeys keys, ExchangeCatalogue catalogue) {
        this.keys = keys;
        this.catalogue = catalogue;
    }

    @Override
    protected String title() {
        return text("key.list.title");
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "keys", "stack");
        var own = keys.own();
        add(new PageHeader(text("key.list.title"), text("key.list.lede"), connect(own.isEmpty())));
        add(own.isEmpty() ? nothingYet() : list(own));
    }

    private Component connect(boolean first) {
        var actions = new Div();
        actions.addClassName("cluster");
        for (var exchange : catalogue.all()) {
            actions.add(new ActionLink(
                    Addresses.connect(language(), exchange.id().value()),
                    text(first ? "key.list.connect.first" : "key.list.connect", exchange.name()),
                    ActionLink.Weight.PRIMARY,
                    Glyph.KEY));
        }
        return actions;
    }

    private Component nothingYet() {
        var empty = new Div(new H2(text("key.list.empty.title")), new Paragraph(text("key.list.empty.text")));
        catalogue
                .all()
                .forEach(exchange -> empty.add(new ActionLink(
                        Addresses.guide(language(), exchange.id().value()),
                        text("key.list.empty.guide", exchange.name()),
                        ActionLink.Weight.PLAIN,
                        Glyph.BOOK)));
        empty.addClassName("empty-state");
        return empty;
    }

    private Component list(List<ExchangeKey> own) {
        var list = new UnorderedList();
        list.addClassName("key-list");
        own.forEach(key -> list.add(card(key)));
        return list;
    }

    private ListItem card(ExchangeKey key) {
        var exchange = catalogue.get(key.exchange());
        var words = new KeyWords(this, language(), zone(), exchange);
        var link = new Anchor(KeyView.address(language(), key.id()), key.label());
        link.getElement().setAttribute("translate", "no");
        var badges = new Div(words.badge(key.headline()), words.environment(key));
        badges.addClassName("cluster");
        var cause = new Paragraph(words.summary(key));
        var meta = new Paragraph(
                new Span(exchange.name()),
                new Span(words.strategy(key)),
                new Span(words.tail(key)),
                new Span(text("key.meta.checked", words.time(key.checkedAt()))));
        meta.addClassName("key-meta");
        var card = new ListItem(new H2(link), badges, cause);
        words.doubt(key).ifPresent(doubt -> card.add(new Paragraph(doubt)));
        card.add(meta);
        card.addClassName("key-card");
        return card;
    }
}
