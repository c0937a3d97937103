package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.porteclef.console.KeyExport;
import dev.porteclef.console.KeyLine;
import dev.porteclef.console.KeyList;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.SavedLists;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.CredentialGuard;
import dev.porteclef.key.CustomersKeys;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.RotationRule;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import dev.porteclef.live.ui.LivePart;
import dev.porteclef.live.ui.Murmur;
import dev.porteclef.platform.data.Place;
import dev.porteclef.platform.data.Stretch;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All customers' keys, page by page. What is asked for, in which order, from where on and which key is at hand stands
/// in the address, which the session keeps to come back to; news changes the lines that are shown where they stand and
/// says where there are others by now.
@Route(Page.LOCALE + "/console/keys")
@RolesAllowed({Role.Names.SUPPORT, Role.Names.ADMIN})
class KeyListView extends Page {

    private final KeyList keys;
    private final CustomersKeys customersKeys;
    private final SavedLists lists;
    private final KeyExport export;
    private final CredentialGuard guard;
    private final ExchangeCatalogue catalogue;
    private final RotationRule rotation;
    private final Clock clock;
    private final ConsoleFrame frame;
    private final Murmur murmur = new Murmur();
    private final Div news = new Div();
    private final Div empty = new Div();
    private ListAddress asked = ListAddress.BARE;
    /// Whether the address that is entered is another than the one before it.
    private boolean arriving;
    private Stretch<KeyLine> page = new Stretch<>(List.of(), null, null);
    private @Nullable ConsoleNav nav;
    private @Nullable KeyTable table;
    private @Nullable ListSum sum;
    private @Nullable ListTools tools;
    private @Nullable ListPager pager;
    private @Nullable FacetFields facets;
    private @Nullable FindKey finder;

    KeyListView(
            KeyList keys,
            CustomersKeys customersKeys,
            SavedLists lists,
            KeyExport export,
            CredentialGuard guard,
            ExchangeCatalogue catalogue,
            RotationRule rotation,
            Clock clock,
            ConsoleFrame frame,
            Bulletin bulletin) {
        this.keys = keys;
        this.customersKeys = customersKeys;
        this.lists = lists;
        this.export = export;
        this.guard = guard;
        this.catalogue = catalogue;
        this.rotation = rotation;
        this.clock = clock;
        this.frame = frame;
        news.addClassName("console-news");
        empty.addClassName("empty-state");
        LivePart.follow(this, bulletin, () -> Topic.KEYS, this::renew);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        var said = ListAddress.of(event.getLocation().getQueryParameters());
        var now = guard.looksLikeCredential(said.beginning().text()) ? said.of(KeyQuery.ALL) : said;
        // The page in the other language is the same place: the keyboard stays where it is.
        arriving = table == null || !now.equals(asked);
        asked = now;
        WayBack.leave(asked);
    }

    @Override
    protected String title() {
        return text("console.keys.title");
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "page-wide", "stack", "console");
        var words = words();
        nav = frame.nav(this, Addresses.console(language()));
        table = new KeyTable(words);
        finder = new FindKey(customersKeys, words);
        facets = new FacetFields(words, this::change);
        pager = new ListPager(words, this::turn);
        sum = new ListSum(words, clear(), new CsvLink(text("console.csv"), export, () -> asked.query()));
        tools = new ListTools(words, asked.query(), this::change, this::jump).with(sum);
        empty.removeAll();
        empty.add(Glyph.SEARCH.draw(), new Paragraph(text("console.keys.none")), clear());
        add(
                nav,
                new PageHeader(title(), text("console.keys.lede")),
                keyboard(),
                facets,
                folds(words),
                tools,
                news,
                murmur,
                empty,
                table,
                pager);
        facets.show(asked.query());
        load();
        if (WayBack.takeSearch()) {
            facets.focusText();
        } else if (arriving) {
            table.lead(asked.row());
        }
    }

    /// What is wanted now and then, in one row as long as it is folded.
    private Component folds(LineWords words) {
        var folds = new Div(
                drawnFacets().more(),
                new SavedListsPanel(lists, words, () -> asked.beginning().text()),
                drawn(finder),
                new ListLook(words, asked.columns(), asked.dense(), this::choose));
        folds.addClassName("console-folds");
        return folds;
    }

    private Button clear() {
        var clear = new Button(text("console.facet.clear"), _ -> clearAll());
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return clear;
    }

    private ConsoleKeys keyboard() {
        return frame.keys(this)
                .on("/", "console.keyboard.search", () -> drawnFacets().focusText())
                .onRow("j", "console.keyboard.next", row -> drawnTable().step(row, 1))
                .onRow("k", "console.keyboard.previous", row -> drawnTable().step(row, -1))
                .onRow(
                        "o",
                        "console.keyboard.open",
                        row -> KeyId.of(row)
                                .ifPresent(key -> getUI().ifPresent(
                                                ui -> ui.navigate(Addresses.console(language(), key.toString())))))
                // Brackets are where fingers look for them, letters are on every keyboard.
                .on("l", "console.page.next", () -> drawn(pager).on())
                .on("h", "console.page.previous", () -> drawn(pager).back())
                .on("]", "console.page.next", () -> drawn(pager).on())
                .on("[", "console.page.previous", () -> drawn(pager).back())
                .on(
                        "b",
                        "console.bulk",
                        () -> getUI().ifPresent(ui ->
                                ui.getPage().setLocation(drawn(sum).bulkAddress())));
    }

    private void clearAll() {
        ask(asked.withoutFacets());
        drawnFacets().show(asked.query());
        drawnFacets().focusText();
    }

    /// What looks like a credential is not asked for, and so stands in no address.
    private void change(Map<String, String> now) {
        if (now.values().stream().anyMatch(guard::looksLikeCredential)) {
            drawnFacets().show(asked.query());
            drawn(finder).lead();
        } else {
            ask(asked.with(now));
        }
    }

    /// What is read next are the keys of the other page.
    private void turn(Place to) {
        ask(asked.at(to));
        drawnTable().begin();
    }

    private void jump(Optional<LocalDate> day) {
        ask(asked.from(day, zone()));
    }

    private void ask(ListAddress now) {
        move(now);
        load();
    }

    private void choose(Set<KeyColumn> shown, boolean close) {
        move(asked.showing(shown, close));
        show();
    }

    private void move(ListAddress now) {
        asked = now;
        rewriteQuery(asked.parameters());
        WayBack.leave(asked);
        drawn(nav).point();
    }

    private void load() {
        page = keys.page(asked.query(), asked.place());
        drawn(sum).show(asked.query(), keys.count(asked.query()), page, words());
        drawn(tools).show(asked.day(zone()));
        drawn(pager).show(page);
        news.removeAll();
        show();
    }

    private void show() {
        drawnTable().show(page.lines(), asked, words());
        drawnTable().setVisible(!page.lines().isEmpty());
        empty.setVisible(page.lines().isEmpty());
    }

    /// Checks have changed some keys. Nothing moves under the reader's eyes: a line changes where it stands, and that
    /// the list is another by now is only said.
    private void renew() {
        var changed = drawnTable().renew(keys.again(drawnTable().shown()), words());
        if (!changed.isEmpty()) {
            murmur.say(text("console.changed", changed.size()));
        }
        if (news.getComponentCount() > 0) {
            return;
        }
        var now = keys.page(asked.query(), asked.place());
        if (!ids(now).equals(ids(page))) {
            murmur.say(text("console.news"));
            news.add(new Span(text("console.news")), new Button(text("console.news.show"), _ -> load()));
        }
    }

    private static List<KeyId> ids(Stretch<KeyLine> page) {
        return page.lines().stream().map(KeyLine::id).toList();
    }

    private LineWords words() {
        return new LineWords(this, language(), zone(), catalogue, rotation, clock.instant());
    }

    private KeyTable drawnTable() {
        return drawn(table);
    }

    private FacetFields drawnFacets() {
        return drawn(facets);
    }

    private static <T> T drawn(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("used before it was drawn");
        }
        return part;
    }
}
