package dev.porteclef.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The head of the site: brand, ways to go, colours, account, language. On a phone all but brand and language folds
/// into a native disclosure. Its parts stay the same elements from page to page, so that focus is never lost.
final class SiteHeader extends Composite<Header> {

    private final transient Texts texts;
    private final transient Surroundings surroundings;
    private final transient AuthenticationContext authentication;

    private final Anchor brand = new Anchor();
    private final Span menuWord = new Span();
    private final NativeDetails menu = new NativeDetails();
    private final Nav navigation = new Nav();
    private final UnorderedList places = new UnorderedList();
    private final Div account = new Div();
    private final ColourSwitch colours;
    private final LanguageSwitch languages;
    private final List<Anchor> links = new ArrayList<>();

    SiteHeader(
            Texts texts, Surroundings surroundings, AuthenticationContext authentication, Consumer<Language> chosen) {
        this.texts = texts;
        this.surroundings = surroundings;
        this.authentication = authentication;
        this.colours = new ColourSwitch(texts);
        this.languages = new LanguageSwitch(texts, chosen);

        brand.addClassName("brand");
        places.addClassName("site-places");
        account.addClassName("site-account");
        navigation.add(places);
        var tools = new Div(colours, account);
        tools.addClassName("site-tools");
        var panel = new Div(navigation, tools);
        panel.addClassName("site-panel");
        menu.addClassName("site-menu");
        menu.setSummary(Glyph.MENU.draw(), menuWord);
        menu.setContent(panel);
        var bar = new Div(brand, menu, languages);
        bar.addClassName("site-bar");
        getContent().addClassName("site-header");
        getContent().add(bar);
    }

    LanguageSwitch languages() {
        return languages;
    }

    /// Says everything anew in `language` for `reader`.
    void speak(Language language, Optional<SignedInUser> reader) {
        showBrand(language);
        menuWord.setText(texts.get(language, "shell.menu"));
        navigation.setAriaLabel(texts.get(language, "shell.nav"));
        colours.speak(language);
        showPlaces(language, reader.map(SignedInUser::roles).orElse(Set.of()));
        showAccount(language, reader);
    }

    /// Marks the link that leads to `path`, or to a page above it, and folds the menu.
    void arrive(String path) {
        menu.setOpen(false);
        for (var link : links) {
            var target = link.getHref();
            if (path.equals(target)) {
                link.getElement().setAttribute("aria-current", "page");
            } else if (path.startsWith(target + "/")) {
                link.getElement().setAttribute("aria-current", "true");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        }
    }

    private void showBrand(Language language) {
        var name = new Span(surroundings.brand().name());
        name.addClassName("brand-name");
        var product = new Span(texts.get(language, "shell.product"));
        product.addClassName("brand-product");
        var words = new Span(name, product);
        words.addClassName("brand-words");
        brand.setHref(Addresses.home(language));
        brand.removeAll();
        brand.add(new Mark(), words);
    }

    private void showPlaces(Language language, Set<Role> roles) {
        links.clear();
        places.removeAll();
        for (var exchange : surroundings.exchanges()) {
            place(
                    Addresses.guide(language, exchange.id().value()),
                    texts.get(language, "shell.nav.guide", exchange.name()));
        }
        place(Addresses.help(language), texts.get(language, "shell.nav.help"));
        if (roles.contains(Role.SUPPORT) || roles.contains(Role.ADMIN)) {
            place(Addresses.console(language), texts.get(language, "shell.nav.console"));
        }
        if (roles.contains(Role.SUPPORT)) {
            place(Addresses.desk(language), texts.get(language, "shell.nav.desk"));
        }
        if (roles.contains(Role.EDITOR)) {
            place(Addresses.editing(language), texts.get(language, "shell.nav.editing"));
        }
        if (roles.contains(Role.CUSTOMER)) {
            place(Addresses.keys(language), texts.get(language, "shell.nav.keys"));
            place(Addresses.reminders(language), texts.get(language, "reminder.nav"));
            place(Addresses.journal(language), texts.get(language, "shell.nav.journal"));
        }
        surroundings
                .practised()
                .ifPresent(exchange -> place(
                        Addresses.practice(language, exchange.id().value()),
                        texts.get(language, "shell.nav.practice")));
    }

    private void place(String address, String name) {
        var link = new Anchor(address, name);
        links.add(link);
        places.add(new ListItem(link));
    }

    private void showAccount(Language language, Optional<SignedInUser> reader) {
        account.removeAll();
        account.add(reader.map(user -> signedIn(language, user)).orElseGet(() -> anonymous(language)));
    }

    private List<Component> anonymous(Language language) {
        return List.of(
                new ActionLink(
                        Addresses.signIn(language), texts.get(language, "shell.sign-in"), ActionLink.Weight.QUIET),
                new ActionLink(
                        Addresses.signUp(language), texts.get(language, "shell.sign-up"), ActionLink.Weight.PRIMARY));
    }

    private List<Component> signedIn(Language language, SignedInUser user) {
        var name = new Span(Glyph.USER.draw(), new Span(user.email()));
        name.addClassName("account-name");
        name.setTitle(user.email());
        var leave = new NativeButton();
        leave.addClassNames("action", "action-quiet");
        leave.add(Glyph.EXIT.draw(), new Span(texts.get(language, "shell.sign-out")));
        leave.setTitle(texts.get(language, "shell.sign-out"));
        leave.addClickListener(click -> authentication.logout());
        return List.of(name, leave);
    }
}
