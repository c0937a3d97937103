package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.porteclef.console.KeyDesk;
import dev.porteclef.console.KeyGroup;
import dev.porteclef.console.KeyGroups;
import dev.porteclef.console.KeyOrder;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.QueryText;
import dev.porteclef.console.Unsent;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.RotationRule;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import dev.porteclef.live.ui.InPlace;
import dev.porteclef.live.ui.LivePart;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import dev.porteclef.watch.DeclaredIncident;
import dev.porteclef.watch.DeclaredIncidents;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What is wrong with many keys at once: a line for each cause at each exchange, which leads to its keys and from which
/// an incident can be declared; and the incidents that were.
@Route(Page.LOCALE + "/console/groups")
@RolesAllowed({Role.Names.SUPPORT, Role.Names.ADMIN})
class GroupsView extends Page {

    private static final String WINDOW = "within";

    private final KeyGroups groups;
    private final DeclaredIncidents incidents;
    private final KeyDesk people;
    private final Unsent unsent;
    private final ExchangeCatalogue catalogue;
    private final RotationRule rotation;
    private final Clock clock;
    private final ConsoleFrame frame;
    private final InPlace parts = new InPlace();
    private final OrderedList list = new OrderedList();
    private final Div empty = new Div();
    private final Div said = new Div();
    private final OrderedList others = new OrderedList();
    private final Section otherIncidents = new Section();
    private final OrderedList over = new OrderedList();
    private final Section overIncidents = new Section();
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

    GroupsView(
            KeyGroups groups,
            DeclaredIncidents incidents,
            KeyDesk people,
            Unsent unsent,
            ExchangeCatalogue catalogue,
            RotationRule rotation,
            Clock clock,
            ConsoleFrame frame,
            Bulletin bulletin) {
        this.groups = groups;
        this.incidents = incidents;
        this.people = people;
        this.unsent = unsent;
        this.catalogue = catalogue;
        this.rotation = rotation;
        this.clock = clock;
        this.frame = frame;
        list.addClassName("key-groups");
        others.addClassName("key-groups");
        over.addClassName("key-groups");
        otherIncidents.addClassNames("stack", "tight");
        overIncidents.addClassNames("stack", "tight");
        said.addClassName("page-said");
        empty.addClassName("empty-state");
        LivePart.follow(this, bulletin, () -> Topic.KEYS, this::show);
        LivePart.follow(this, bulletin, () -> Topic.INCIDENTS, this::show);
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
        said.removeAll();
        otherIncidents.removeAll();
        otherIncidents.add(new H2(text("console.declared.others")), others);
        overIncidents.removeAll();
        overIncidents.add(new H2(text("console.ended.title")), over);
        add(
                frame.nav(this, Addresses.consoleGroups(language())),
                frame.keys(this),
                new PageHeader(title(), text("console.groups.lede")),
                said,
                otherIncidents,
                window(),
                list,
                empty,
                overIncidents);
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
        var open = incidents.open();
        var ended = incidents.ended();
        var drawn = new HashSet<Object>();
        var listed = all.stream().map(GroupItem::trouble).collect(Collectors.toSet());
        InPlace.arrange(
                list,
                all.stream()
                        .map(group -> {
                            var declared = open.stream()
                                    .filter(one -> one.trouble().equals(GroupItem.trouble(group)))
                                    .findFirst();
                            return refilled(drawn, group, address(group, from), declared);
                        })
                        .toList());
        InPlace.arrange(
                others,
                open.stream()
                        .filter(one -> !listed.contains(one.trouble()))
                        .map(one -> alone(drawn, one))
                        .toList());
        InPlace.arrange(
                over,
                ended.stream()
                        .flatMap(one -> Optional.ofNullable(one.ended()).stream()
                                .map(end -> kept(drawn, List.of("ended", one), () -> lines().ended(one, end))))
                        .toList());
        parts.keepOnly(drawn);
        list.setVisible(!all.isEmpty());
        empty.setVisible(all.isEmpty());
        otherIncidents.setVisible(others.getComponentCount() > 0);
        overIncidents.setVisible(!ended.isEmpty());
    }

    /// One of the groups: always the same element, with what it says now.
    private Component refilled(Set<Object> drawn, KeyGroup group, String address, Optional<DeclaredIncident> declared) {
        var trouble = GroupItem.trouble(group);
        drawn.add(trouble);
        return parts.refill(
                trouble,
                List.of(group, address, declared),
                GroupItem.class,
                () -> new GroupItem(words(), trouble),
                item -> item.show(words(), group, address, declared, lines()));
    }

    /// One that lasts though the list does not show its group.
    private Component alone(Set<Object> drawn, DeclaredIncident incident) {
        drawn.add(incident.id());
        return parts.refill(
                incident.id(),
                incident,
                AloneItem.class,
                () -> new AloneItem(words(), incident, lines().open(incident)),
                item -> item.show(words(), incident));
    }

    private Component kept(Set<Object> drawn, Object name, Supplier<Component> draw) {
        drawn.add(name);
        return parts.keep(name, "", draw);
    }

    private DeclaredLines lines() {
        return new DeclaredLines(words(), incidents, people, unsent, this::say);
    }

    private void say(Notice notice) {
        said.removeAll();
        said.add(notice.announced());
        show();
    }

    private LineWords words() {
        return new LineWords(this, language(), zone(), catalogue, rotation, clock.instant());
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
