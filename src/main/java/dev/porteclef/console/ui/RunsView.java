package dev.porteclef.console.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.QueryText;
import dev.porteclef.console.Run;
import dev.porteclef.console.RunId;
import dev.porteclef.console.RunOutcome;
import dev.porteclef.console.Runs;
import dev.porteclef.console.Unsent;
import dev.porteclef.console.Work;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.CustomersKeys;
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
import dev.porteclef.support.ReadyAnswers;
import jakarta.annotation.security.RolesAllowed;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Optional;

/// Where something is begun for all keys of a list, whose query stands in the address, and what was begun lately.
@Route(Page.LOCALE + "/console/runs")
@RolesAllowed({Role.Names.SUPPORT, Role.Names.ADMIN})
class RunsView extends Page {

    private final Runs runs;
    private final CustomersKeys keys;
    private final ReadyAnswers ready;
    private final Unsent unsent;
    private final ExchangeCatalogue catalogue;
    private final ConsoleFrame frame;
    private final Div said = new Div();
    private final OrderedList list = new OrderedList();
    private final InPlace lines = new InPlace();
    private Optional<KeyQuery> asked = Optional.empty();

    RunsView(
            Runs runs,
            CustomersKeys keys,
            ReadyAnswers ready,
            Unsent unsent,
            ExchangeCatalogue catalogue,
            ConsoleFrame frame,
            Bulletin bulletin) {
        this.runs = runs;
        this.keys = keys;
        this.ready = ready;
        this.unsent = unsent;
        this.catalogue = catalogue;
        this.frame = frame;
        list.addClassName("runs");
        LivePart.follow(this, bulletin, () -> Topic.RUNS, this::show);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        var said = new HashMap<String, String>();
        event.getLocation()
                .getQueryParameters()
                .getParameters()
                .forEach((name, values) -> said.put(name, values.getFirst()));
        asked = said.containsKey(ALL) || said.keySet().stream().anyMatch(QueryText.NAMES::contains)
                ? Optional.of(QueryText.read(said))
                : Optional.empty();
    }

    /// Says that all keys there are are meant: a list without a facet has no parameter of its own.
    static final String ALL = "all";

    @Override
    protected String title() {
        return text("console.runs.title");
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "stack", "console");
        lines.forget();
        add(
                frame.nav(this, Addresses.consoleRuns(language())),
                new PageHeader(title(), text("console.runs.lede")),
                said);
        var keyboard = frame.keys(this);
        asked.ifPresent(query -> forms(query, keyboard));
        getContent().addComponentAtIndex(1, keyboard);
        var lately = new Section(new H2(text("console.runs.lately")), list);
        lately.addClassNames("stack", "tight");
        add(lately);
        show();
    }

    private void forms(KeyQuery query, ConsoleKeys keyboard) {
        if (query.isTextTooShort()) {
            add(new Notice(
                    Notice.Kind.WARNING, text("console.runs.text-too-short", query.text(), KeyQuery.SHORTEST_TEXT)));
            return;
        }
        var which = new Section(
                new H2(text("console.query")), new QueryWords(this, language(), zone(), catalogue).drawn(query));
        which.addClassNames("stack", "tight");
        add(which);
        var recheck = new RecheckForm(this, runs.reach(query, new Work.Recheck()), () -> told(runs.recheck(query)));
        var all = new Section(new H2(text("console.run.recheck")), recheck);
        all.addClassNames("card", "stack", "tight");
        add(all);
        keyboard.on("c", "console.run.recheck", recheck::press);
        if (frame.isForSupport()) {
            var reply = new ReplyForm(this, query, runs, keys, ready, unsent, this::told);
            add(reply);
            keyboard.on("a", "console.run.reply", reply::preview);
        }
    }

    /// Leads to what was begun, or says why nothing was.
    private void told(RunOutcome outcome) {
        said.removeAll();
        switch (outcome) {
            case RunOutcome.Begun(var id) -> getUI().ifPresent(ui -> ui.navigate(address(id)));
            case RunOutcome.Nothing() -> refuse(text("console.run.nothing"));
            case RunOutcome.TooMany(var most) -> refuse(text("console.run.too-many", most));
            case RunOutcome.Grown(var keys) -> refuse(text("console.run.grown", keys));
            case RunOutcome.TextRefused(var language) ->
                refuse(text(
                        "console.run.text.refused",
                        text("support.desk.language." + language.tag()),
                        Runs.LONGEST_TEXT));
            case RunOutcome.TextMissing(var language) ->
                refuse(text("console.run.text.missing", text("support.desk.language." + language.tag())));
        }
    }

    private void refuse(String why) {
        said.add(new Notice(Notice.Kind.WARNING, why).announced());
        said.scrollIntoView();
    }

    private String address(RunId id) {
        return Addresses.consoleRuns(language()) + "/" + id;
    }

    private void show() {
        var latest = runs.latest();
        lines.keepOnly(latest.stream().map(Run::id).toList());
        InPlace.arrange(
                list,
                latest.stream()
                        .map(run -> lines.keep(run.id(), run, () -> item(run)))
                        .toList());
        list.setVisible(!latest.isEmpty());
    }

    private ListItem item(Run run) {
        var link = new Anchor(address(run.id()), text(run.work().translationKey()));
        link.addClassName("run-name");
        var meta = new Paragraph(
                new Span(text("console.run.state." + run.state())),
                new Span(text("console.run.of", run.done(), run.keys())),
                new Span(text(
                        "console.run.begun",
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withLocale(language().formats())
                                .withZone(zone())
                                .format(run.begunAt()),
                        run.by())));
        meta.addClassName("key-meta");
        return new ListItem(Glyph.REFRESH.draw(), link, meta);
    }
}
