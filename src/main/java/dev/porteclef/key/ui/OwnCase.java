package dev.porteclef.key.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.ActionLink.Weight;
import dev.porteclef.platform.ui.ArticlePart;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Zones;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Stands above an article that was opened from a key (`?key=`): the reader's own case in a few lines, and the way back
/// to it. Somebody else's key, and one that is gone, show nothing.
@Component
@Lazy
class OwnCase implements ArticlePart {

    private static final String KEY = "key";

    private final ExchangeKeys keys;
    private final ExchangeCatalogue catalogue;
    private final Installation installation;
    private final CurrentUser currentUser;

    OwnCase(ExchangeKeys keys, ExchangeCatalogue catalogue, Installation installation, CurrentUser currentUser) {
        this.keys = keys;
        this.catalogue = catalogue;
        this.installation = installation;
        this.currentUser = currentUser;
    }

    /// `address` of an article with the case of `key` in it.
    static String with(ExchangeKey key, String address) {
        return address + "?" + KEY + "=" + key.id();
    }

    @Override
    public Place place() {
        return Place.ABOVE_TEXT;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> draw(Shown shown) {
        return shown.query()
                .getSingleParameter(KEY)
                .filter(_ -> isCustomer())
                .flatMap(KeyId::of)
                .flatMap(keys::find)
                .filter(key -> key.exchange().value().equals(shown.exchange()))
                .map(key -> draw(key, shown.language()));
    }

    @Override
    public Set<String> reads() {
        return Set.of(KEY);
    }

    /// Nothing for everybody else: what they are answered is kept, and must not be kept once for each key.
    @Override
    public String spelled(String name, String value) {
        return isCustomer() ? KeyId.of(value).map(KeyId::toString).orElse("") : "";
    }

    private boolean isCustomer() {
        return currentUser
                .find()
                .filter(user -> user.roles().contains(Role.CUSTOMER))
                .isPresent();
    }

    private Section draw(ExchangeKey key, Language language) {
        var section = new Section();
        var exchange = catalogue.get(key.exchange());
        var words = new KeyWords(section, language, Zones.ofReader(), exchange);
        var heading = new H2(words.text("key.case", key.label()));
        heading.setId("own-case");
        var cause = new Paragraph(words.cause(key));
        section.addClassNames("own-case", "card");
        section.getElement().setAttribute("aria-labelledby", "own-case");
        section.add(heading, words.badge(key.headline()), cause, facts(key, words), actions(key, words));
        return section;
    }

    /// What the general advice of the article comes down to here.
    private UnorderedList facts(ExchangeKey key, KeyWords words) {
        var list = new UnorderedList();
        list.addClassName("evidence");
        var comparison = key.report().comparison();
        if (comparison != null && !comparison.missing().isEmpty()) {
            list.add(new ListItem(words.text("key.case.tick", words.boxes(comparison.missing()))));
        }
        if (comparison != null && !comparison.excess().isEmpty()) {
            list.add(new ListItem(words.text("key.case.untick", words.boxes(comparison.excess()))));
        }
        if (concernsAddresses(key.headline())) {
            list.add(new AddressItem(words.text("key.addresses.ours"), installation.outgoingAddresses()));
        }
        list.setVisible(list.getChildren().findAny().isPresent());
        return list;
    }

    private static boolean concernsAddresses(Headline headline) {
        return headline == Headline.IP_NOT_ALLOWED || headline == Headline.CREDENTIALS_REJECTED;
    }

    private static Div actions(ExchangeKey key, KeyWords words) {
        var actions = new Div();
        actions.addClassNames("cluster", "actions");
        var comparison = key.report().comparison();
        if (comparison != null
                && !(comparison.missing().isEmpty() && comparison.excess().isEmpty())) {
            actions.add(new ActionLink(
                    BoxesToChange.address(words.language(), words.exchange(), key.strategy(), comparison),
                    words.text("key.action.boxes"),
                    Weight.PRIMARY,
                    Glyph.BOOK));
        }
        actions.add(new ActionLink(
                KeyView.address(words.language(), key.id()), words.text("key.case.back"), Weight.PLAIN, Glyph.KEY));
        return actions;
    }
}
