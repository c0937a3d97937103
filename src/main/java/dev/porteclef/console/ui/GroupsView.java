package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.porteclef.console.KeyGroup;
import dev.porteclef.console.KeyGroups;
import dev.porteclef.console.KeyOrder;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.QueryText;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.RotationRule;
import dev.porteclef.key.ui.HeadlineBadge;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import dev.porteclef.live.ui.InPlace;
import dev.porteclef.live.ui.LivePart;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What is wrong with many keys at once: a line for each cause at each exchange, which leads to its keys.
@Route(Page.LOCALE + "/console/groups")
@RolesAllowed({Role.Names.SUPPORT, Role.Names.ADMIN})
class GroupsView extends Page {

    private static final String WINDOW = "within";

    private final KeyGroups groups;
    private final ExchangeCatalogue catalogue;
    private final RotationRule rotation;
    private final Clock clock;
    private final InPlace parts = new InPlace();
    private final OrderedList list = new OrderedList();
    private final Div empty = new Div();
    private Window window = Window.TODAY;

    /// How far back one looks.
    enum Window {
        HOUR,
        TODAY,
        WEEK,
        EVER;

        /// The key of its text in both languages.
        String translationKey() {
            return "console.window." + name();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Window of(String word) {
            return Arrays.stream(values())
                    .filter(window -> window.word().equals(word))
                    .findFirst()
                    .orElse(TODAY);
        }
    }

    GroupsView(KeyGroups groups, ExchangeCatalogue catalogue, RotationRule rotation, Clock clock, Bulletin bulletin) {
        this.groups = groups;
        this.catalogue = catalogue;
        this.rotation = rotation;
        this.clock = clock;
        list.addClassName("key-groups");
        empty.addClassName("empty-state");
        LivePart.follow(this, bulletin, () -> Topic.KEYS, this::show);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        window = Window.of(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(WINDOW)
                .orElse(""));
    }

    @Override
    protected String title() {
        return text("console.groups.title");
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "stack", "console");
        parts.forget();
        empty.removeAll();
        empty.add(Glyph.CHECK.draw(), new Paragraph(text("console.groups.none")));
        add(
                new ConsoleNav(this, language(), Addresses.consoleGroups(language())),
                new ConsoleKeys(this, language()),
                new PageHeader(title(), text("console.groups.lede")),
                window(),
                list,
                empty);
        show();
    }

    private Component window() {
        var select = new Select<Window>();
        select.setLabel(text("console.window"));
        select.setItems(Window.values());
        select.setItemLabelGenerator(one -> text(one.translationKey()));
        select.setValue(window);
        select.setId("console-window");
        select.addValueChangeListener(change -> {
            window = change.getValue();
            rewriteQuery(Map.of(WINDOW, window == Window.TODAY ? "" : window.word()));
            show();
        });
        return select;
    }

    private void show() {
        var from = from();
        var all = groups.since(from);
        parts.keepOnly(all.stream().map(group -> List.of(group, from)).toList());
        InPlace.arrange(
                list,
                all.stream()
                        .map(group -> parts.keep(List.of(group, from), "", () -> item(group, from)))
                        .toList());
        list.setVisible(!all.isEmpty());
        empty.setVisible(all.isEmpty());
    }

    private Instant from() {
        // To the minute, so that what says the same stays the same element for a while.
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return switch (window) {
            case HOUR -> now.minus(Duration.ofHours(1));
            case TODAY -> now.atZone(zone()).toLocalDate().atStartOfDay(zone()).toInstant();
            case WEEK -> now.minus(Duration.ofDays(7));
            case EVER -> Instant.EPOCH;
        };
    }

    private ListItem item(KeyGroup group, Instant from) {
        var words = new LineWords(this, language(), zone(), catalogue, rotation, clock.instant());
        var cause = group.cause();
        var head = new Div(HeadlineBadge.of(this, group.headline()));
        head.addClassNames("cluster", "tight");
        if (cause != null) {
            head.add(new Span(text(cause.translationKey())));
        }
        var link = new Anchor(address(group, from), text("console.group.keys", group.keys(), group.customers()));
        link.addClassName("key-group-link");
        var meta = new Paragraph(
                new Span(words.exchange(group.exchange()) + " · "
                        + text(group.environment().translationKey())),
                new Span(text("console.group.since", words.time(group.since()))),
                new Span(text(trend(group), group.lastHour(), group.hourBefore())));
        meta.addClassName("key-meta");
        return new ListItem(head, link, meta);
    }

    private static String trend(KeyGroup group) {
        return switch (group.trend()) {
            case 1 -> "console.group.more";
            case -1 -> "console.group.less";
            default -> "console.group.same";
        };
    }

    /// Where its keys are listed.
    private String address(KeyGroup group, Instant from) {
        var said = QueryText.of(new KeyQuery(
                Set.of(group.headline()),
                group.cause(),
                null,
                group.exchange(),
                group.environment(),
                null,
                null,
                null,
                null,
                window == Window.EVER ? null : from,
                "",
                KeyOrder.SINCE,
                false));
        return Addresses.console(language()) + "?"
                + QueryParameters.simple(said).getQueryString();
    }
}
