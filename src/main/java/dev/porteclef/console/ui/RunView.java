package dev.porteclef.console.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.porteclef.console.QueryText;
import dev.porteclef.console.Run;
import dev.porteclef.console.RunId;
import dev.porteclef.console.Runs;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.ui.HeadlineBadge;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import dev.porteclef.live.ui.InPlace;
import dev.porteclef.live.ui.LivePart;
import dev.porteclef.live.ui.Murmur;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far something that was begun for many keys has come, and how these keys stand by now: both change as they are
/// looked at.
@Route(Page.LOCALE + "/console/runs/:run([0-9a-f-]{36})")
@RolesAllowed({Role.Names.SUPPORT, Role.Names.ADMIN})
class RunView extends Page {

    private final Runs runs;
    private final ExchangeCatalogue catalogue;
    private final ConsoleFrame frame;
    private final Murmur murmur = new Murmur();
    private final Div said = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph told = new Paragraph();
    private final Button stop = new Button();
    private final Button goOn = new Button();
    private final UnorderedList stands = new UnorderedList();
    private final InPlace lines = new InPlace();
    private @Nullable Run run;

    RunView(Runs runs, ExchangeCatalogue catalogue, ConsoleFrame frame, Bulletin bulletin) {
        this.runs = runs;
        this.catalogue = catalogue;
        this.frame = frame;
        told.setId("run-progress");
        stop.setId("run-stop");
        stop.addClickListener(_ -> {
            runs.cancel(shown().id());
            renew();
        });
        goOn.setId("run-resume");
        goOn.addClickListener(_ -> {
            if (!runs.resume(shown().id())) {
                said.add(new Notice(Notice.Kind.WARNING, text("console.run.not-yours")).announced());
            }
            renew();
        });
        stands.addClassName("run-stands");
        LivePart.follow(this, bulletin, () -> Topic.RUNS, this::renew);
        LivePart.follow(this, bulletin, () -> Topic.KEYS, this::renew);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        run = event.getRouteParameters()
                .get("run")
                .flatMap(RunId::of)
                .flatMap(runs::find)
                .orElseThrow(NotFoundException::new);
        said.removeAll();
    }

    @Override
    protected String title() {
        return text(shown().work().translationKey());
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "stack", "console");
        lines.forget();
        stop.setText(text("console.run.stop"));
        goOn.setText(text("console.run.resume"));
        bar.getElement().setAttribute("aria-label", text("console.run.progress"));
        var begun = new Paragraph(text("console.run.begun", time(shown().begunAt()), shown().by()));
        var which = new QueryWords(this, language(), zone(), catalogue).drawn(QueryText.read(shown().query()));
        var list = new ActionLink(
                Addresses.console(language()) + question(shown().query()),
                text("console.run.list"),
                ActionLink.Weight.QUIET,
                Glyph.LIST);
        var actions = new Div(stop, goOn, list);
        actions.addClassNames("cluster", "actions");
        var progress = new Section(bar, told, actions);
        progress.addClassNames("card", "stack", "tight");
        var now = new Section(new H2(text("console.run.now")), stands);
        now.addClassNames("stack", "tight");
        add(
                frame.nav(this, Addresses.consoleRuns(language())),
                frame.keys(this),
                new PageHeader(title(), begun, which),
                said,
                murmur,
                progress,
                now);
        show();
    }

    private static String question(Map<String, String> query) {
        var said = QueryParameters.simple(query).getQueryString();
        return said.isEmpty() ? "" : "?" + said;
    }

    private void renew() {
        var before = shown();
        run = runs.find(before.id()).orElse(before);
        show();
        if (shown().state() != before.state()) {
            murmur.say(text("console.run.state." + shown().state()));
        }
    }

    private void show() {
        var now = shown();
        bar.setMax(Math.max(1, now.keys()));
        bar.setValue(Math.min(now.done(), Math.max(1, now.keys())));
        told.setText(text(
                "console.run.told",
                text("console.run.state." + now.state()),
                now.done(),
                now.keys(),
                now.of(Run.Outcome.PASSED),
                now.of(Run.Outcome.SILENT),
                now.of(Run.Outcome.FAILED)));
        stop.setVisible(now.state() == Run.State.RUNNING);
        goOn.setVisible(now.state() == Run.State.CANCELLED);
        InPlace.arrange(
                stands,
                runs.headlines(now.id()).entrySet().stream()
                        .map(one -> lines.keep(one.getKey(), one.getValue(), () -> {
                            var item = new ListItem(
                                    HeadlineBadge.of(this, one.getKey()),
                                    new Span(text("console.count", one.getValue())));
                            item.addClassNames("cluster", "tight");
                            return item;
                        }))
                        .toList());
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language().formats())
                .withZone(zone())
                .format(at);
    }

    private Run shown() {
        if (run == null) {
            throw new IllegalStateException("drawn before it was entered");
        }
        return run;
    }
}
