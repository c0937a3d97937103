package dev.porteclef.key.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Notice;
import java.util.List;

/// What a customer must know before a key is pasted: afterwards is too late.
final class BeforePasting extends Composite<Notice> {

    private final Language language;
    private final Exchange exchange;
    private final String strategy;
    private final List<String> outgoingAddresses;

    BeforePasting(Language language, Exchange exchange, String strategy, List<String> outgoingAddresses) {
        this.language = language;
        this.exchange = exchange;
        this.strategy = strategy;
        this.outgoingAddresses = outgoingAddresses;
    }

    @Override
    protected Notice initContent() {
        var guide = new Anchor(
                Addresses.guide(language, exchange.id().value(), strategy),
                getTranslation(language.locale(), "key.connect.before.guide"));
        var list = new UnorderedList(
                new ListItem(getTranslation(language.locale(), "key.connect.before.withdraw")),
                new ListItem(getTranslation(language.locale(), "key.connect.before.own")));
        if (exchange.maxListedAddresses() > 0) {
            list.add(new AddressItem(
                    getTranslation(language.locale(), "key.connect.before.address"), outgoingAddresses));
        }
        list.add(new ListItem(guide));
        return new Notice(Notice.Kind.INFO, getTranslation(language.locale(), "key.connect.before.title"), list);
    }
}
