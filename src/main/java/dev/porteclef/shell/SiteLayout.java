package dev.porteclef.shell;

import com.vaadin.flow.component.FocusOption;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.porteclef.account.Accounts;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What stands around every page: a link past the head, the head, the page itself, the foot. It outlives navigation and
/// speaks anew only when the language or the reader changes.
@Layout
@AnonymousAllowed
class SiteLayout extends Div implements RouterLayout, BeforeEnterObserver, AfterNavigationObserver {

    private final transient Texts texts;
    private final transient CurrentUser currentUser;
    private final transient Accounts accounts;

    private final Anchor skip = new Anchor("#main");
    private final Aside band = new Aside();
    private final SiteHeader header;
    private final Content main = new Content();
    private final SiteFooter footer;
    private final IncidentBand wrong;
    private @Nullable Spoken spoken;
    private String place = "";

    /// For whom and in which language the frame was last drawn.
    private record Spoken(Language language, Optional<SignedInUser> reader) {}

    SiteLayout(
            Texts texts,
            CurrentUser currentUser,
            Accounts accounts,
            Surroundings surroundings,
            IncidentBands incidents,
            AuthenticationContext authentication) {
        this.texts = texts;
        this.currentUser = currentUser;
        this.accounts = accounts;
        header = new SiteHeader(texts, surroundings, authentication, this::remember);
        footer = new SiteFooter(texts, surroundings);
        wrong = incidents.create();
        skip.addClassName("skip-link");
        // By script where there is one: a fragment alone is relative to the page's `<base>`, which is the root.
        skip.getElement().addEventListener("click", click -> main.focus()).preventDefault();
        band.addClassNames("site-band", "band", "state-practice");
        band.setVisible(surroundings.practised().isPresent());
        main.setId("main");
        main.setTabIndex(-1);
        addClassName("site");
        add(skip, band, header, wrong, main, footer);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren().appendChild(content.getElement());
    }

    /// Moves focus and window to the top of a new page: not on the first one, nor for another language of the same.
    /// Before the page is drawn, so that it may move on to a field or a part; on the way back the browser knows
    /// better where the reader was.
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var entered = withoutLanguage(event.getLocation());
        if (place.isEmpty()) {
            HandOver.to(event.getUI(), getElement());
        } else if (!place.equals(entered)) {
            main.focus(FocusOption.PreventScroll.ENABLED);
            if (event.getTrigger() != NavigationTrigger.HISTORY) {
                scrollIntoView();
            }
        }
        place = entered;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var language = languageOf(event);
        var now = new Spoken(language, currentUser.find());
        if (!now.equals(spoken)) {
            speak(now);
        }
        wrong.arrive(language);
        header.arrive(event.getLocation().getPath());
        var other = language.other();
        if (event.getActiveChain().getFirst() instanceof Page page) {
            header.languages().point(other, page.addressIn(other), () -> page.addressIn(other));
        } else {
            header.languages().point(other, other.tag(), other::tag);
        }
    }

    /// The browser remembers the language for `/`, the account for what is sent to its owner.
    private void remember(Language language) {
        Preferences.remember(language);
        currentUser.find().ifPresent(reader -> accounts.changeLanguage(language));
    }

    private void speak(Spoken now) {
        var language = now.language();
        if (spoken == null || spoken.language() != language) {
            skip.setText(texts.get(language, "shell.skip"));
            band.getElement().setAttribute("aria-label", texts.get(language, "shell.band.name"));
            band.removeAll();
            band.add(Glyph.FLASK.draw(), new Span(texts.get(language, "shell.band")));
            footer.speak(language);
            // Flow writes the language of the first HTML only; nothing but a script reaches the root element later.
            UI.getCurrentOrThrow().getPage().executeJs("document.documentElement.lang = $0", language.tag());
        }
        header.speak(language, now.reader());
        spoken = now;
    }

    private static Language languageOf(AfterNavigationEvent event) {
        return event.getActiveChain().getFirst() instanceof Page page
                ? page.language()
                : Language.ofPath(event.getLocation().getPath())
                        .orElseGet(() -> Language.of(UI.getCurrentOrThrow().getLocale()));
    }

    private static String withoutLanguage(Location location) {
        var path = location.getPath();
        return "/" + (Language.ofPath(path).isPresent() ? path.replaceFirst("^[a-z]+/?", "") : path);
    }

    /// The page's place; takes focus by script only.
    private static final class Content extends Main implements Focusable<Content> {}
}
