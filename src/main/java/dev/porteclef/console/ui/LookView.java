package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.porteclef.console.Look;
import dev.porteclef.console.Looks;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.ui.HeadlineBadge;
import dev.porteclef.key.ui.KeyParts;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Background;
import dev.porteclef.platform.ui.Explanations;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/// A customer's key as that customer sees it, for support: to read, and for a quarter of an hour. No button acts, no
/// link leads into the customer's pages, and what only its owner should see of a key is left out.
@Route(Page.LOCALE + "/console/as/:look([0-9a-f-]{36})/:key([0-9a-f-]{36})")
@RolesAllowed(Role.Names.SUPPORT)
class LookView extends Page {

    private final Looks looks;
    private final ExchangeCatalogue catalogue;
    private final Explanations explanations;
    private final List<String> addresses;
    private final Clock clock;
    private @Nullable Look look;
    private @Nullable ExchangeKey key;
    private List<ExchangeKey> all = List.of();

    LookView(
            Looks looks,
            ExchangeCatalogue catalogue,
            Explanations explanations,
            Installation installation,
            Clock clock) {
        this.looks = looks;
        this.catalogue = catalogue;
        this.explanations = explanations;
        this.addresses = installation.outgoingAddresses();
        this.clock = clock;
        addAttachListener(attached -> endInTime(attached.getUI()));
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get("look").flatMap(LookView::parse).orElseThrow(NotFoundException::new);
        var wanted = event.getRouteParameters().get("key").flatMap(KeyId::of).orElseThrow(NotFoundException::new);
        look = looks.find(id).orElseThrow(NotFoundException::new);
        all = looks.keys(id);
        // The page in the other language is the same look.
        var same = key != null && key.id().equals(wanted);
        key = (same ? all.stream().filter(one -> one.id().equals(wanted)).findFirst() : looks.open(id, wanted))
                .orElseThrow(NotFoundException::new);
    }

    @Override
    protected String title() {
        return text("console.as.title", shown().label());
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "page-narrow", "stack", "console", "look");
        var parts = new KeyParts(this, shown(), catalogue.get(shown().exchange()), language(), zone());
        var checks = new OrderedList();
        checks.addClassName("timeline");
        looks.checks(begun().id(), shown().id()).forEach(check -> checks.add(parts.check(check)));
        add(
                banner(),
                new PageHeader(shown().label(), new Div(parts.environment())),
                frozen(parts.ownersVerdict(explanations, addresses)),
                section("key.proven.title", frozen(parts.rights())),
                section("key.history.title", frozen(checks)),
                section("console.file.others", others()));
    }

    private static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Component banner() {
        var until = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(language().formats())
                .withZone(zone())
                .format(begun().endsAt());
        var end = new Button(text("console.as.end"), _ -> {
            looks.end(begun().id());
            UI.getCurrentOrThrow()
                    .navigate(Addresses.console(language(), shown().id().toString()));
        });
        end.setId("look-end");
        var banner = new Notice(
                Notice.Kind.WARNING,
                text("console.as.banner", until),
                new Paragraph(text("console.as.reason", begun().reason())),
                new Div(end));
        banner.addClassName("look-banner");
        return banner;
    }

    private Component others() {
        var list = new UnorderedList();
        list.addClassName("other-keys");
        all.stream().filter(one -> !one.id().equals(shown().id())).forEach(one -> {
            var link = new Anchor(
                    Addresses.consoleLook(
                            language(), begun().id().toString(), one.id().toString()),
                    one.label());
            link.getElement().setAttribute("translate", "no");
            list.add(new ListItem(link, HeadlineBadge.of(this, one.headline())));
        });
        return list.getChildren().findAny().isPresent() ? list : new Paragraph(text("console.file.others.none"));
    }

    private Section section(String title, Component content) {
        var section = new Section(new H2(text(title)), content);
        section.addClassNames("stack", "tight");
        return section;
    }

    /// What acts or leads somewhere does so no more; it can still be read.
    private static Component frozen(Component part) {
        part.getElement().setEnabled(false);
        withoutLinks(part.getElement());
        return part;
    }

    private static void withoutLinks(Element element) {
        if (element.isTextNode()) {
            return;
        }
        if ("a".equals(element.getTag())) {
            element.removeAttribute("href")
                    .setAttribute("aria-disabled", "true")
                    .setAttribute("role", "link");
        }
        element.getChildren().forEach(LookView::withoutLinks);
    }

    /// When the time is over the page is emptied by itself, whether anybody does anything or not.
    private void endInTime(UI ui) {
        // A little later than that, lest it should still last when it is asked.
        var left = Duration.between(clock.instant(), begun().endsAt()).plusSeconds(1);
        var _ = CompletableFuture.runAsync(
                () -> Background.show(ui, this::over),
                CompletableFuture.delayedExecutor(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS));
    }

    private void over() {
        if (isAttached() && isOver()) {
            getContent().removeAll();
            add(new Notice(
                    Notice.Kind.INFO,
                    text("console.as.over"),
                    new Anchor(Addresses.console(language(), shown().id().toString()), text("console.as.back"))));
        }
    }

    /// Also for whoever may not look at all any more.
    private boolean isOver() {
        try {
            return looks.find(begun().id()).isEmpty();
        } catch (AccessDeniedException e) {
            return true;
        }
    }

    private Look begun() {
        return Objects.requireNonNull(look, "drawn before it was entered");
    }

    private ExchangeKey shown() {
        return Objects.requireNonNull(key, "drawn before it was entered");
    }
}
