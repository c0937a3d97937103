package dev.porteclef.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import dev.porteclef.platform.i18n.Language;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A page in one language. Its route begins with [#LOCALE]; that segment alone decides the language.
///
/// A page is drawn anew whenever its address is entered, also by a switch of language: [#enter] reads the address,
/// [#draw] builds the picture from top to bottom. What a person typed is carried over by the page itself.
public abstract class Page extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    /// The first segment of every route: `@Route(Page.LOCALE + "/guides/:exchange")`.
    public static final String LOCALE = ":locale(en|fr)";

    private Language language = Language.ENGLISH;
    private Location address = new Location("en");

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        language =
                event.getRouteParameters().get("locale").flatMap(Language::of).orElseThrow(NotFoundException::new);
        address = event.getLocation();
        event.getUI().setLocale(language.locale());
        enter(event);
        if (!event.hasForwardTarget() && !event.hasRerouteTarget()) {
            getContent().removeAll();
            draw();
        }
    }

    /// Reads route and query parameters; may forward or throw [NotFoundException].
    protected void enter(BeforeEnterEvent event) {}

    /// Builds the content in [#language()]; the content is empty when this is called.
    protected abstract void draw();

    /// The page's name, as the browser's title shows it.
    protected abstract String title();

    /// What the head of the first HTML tells of the page as it is drawn: by default nothing but its name, and that
    /// nobody is to find it.
    public PageHead head() {
        return PageHead.hidden(title());
    }

    /// The parameters of the query by which the page differs, for pages whose first answer is kept: all others are
    /// left out of it. The same for every page of a class.
    public Set<String> reads() {
        return Set.of();
    }

    /// The one spelling of `value` for a parameter among [#reads()], empty where it says nothing to any page of this
    /// class, whatever its address: so that spellings and nonsense are not drawn and kept again and again.
    public String spelled(String name, String value) {
        return value;
    }

    @Override
    public final String getPageTitle() {
        return title();
    }

    /// The language of the page as it is drawn.
    public final Language language() {
        return language;
    }

    /// The same page, place and choice in another language, relative to the application's root
    /// (`fr/guides/bitfinex?…`).
    public String addressIn(Language other) {
        var path = address.getPath();
        var rest = path.contains("/") ? path.substring(path.indexOf('/')) : "";
        var query = address.getQueryParameters().getQueryString();
        return other.tag() + rest + (query.isEmpty() ? "" : "?" + query);
    }

    /// Makes the address say the page's state without entering it again: parameters of the query, an empty value
    /// removes one.
    protected final void rewriteQuery(Map<String, String> changes) {
        var query = new TreeMap<String, String>();
        address.getQueryParameters().getParameters().forEach((name, values) -> query.put(name, values.getFirst()));
        changes.forEach((name, value) -> {
            if (value.isEmpty()) {
                query.remove(name);
            } else {
                query.put(name, value);
            }
        });
        address = new Location(address.getPath(), QueryParameters.simple(query));
        UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, address);
    }

    /// The text for `key` in the page's language.
    protected final String text(String key, Object... arguments) {
        return getTranslation(language.locale(), key, arguments);
    }

    /// The reader's own time zone as the browser names it; UTC where it is not known.
    protected final ZoneId zone() {
        return Zones.ofReader();
    }

    protected final void add(Component... components) {
        getContent().add(components);
    }
}
