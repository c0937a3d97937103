package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.porteclef.console.QueryText;
import dev.porteclef.console.overview.Lookback;
import dev.porteclef.console.overview.Overview;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.RotationRule;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Map;

/// How the whole stands, in charts that are tables as well. The period stands in the address.
@Route(Page.LOCALE + "/console/overview")
@RolesAllowed({Role.Names.SUPPORT, Role.Names.ADMIN})
class OverviewView extends Page {

    private static final String LOOKBACK = "within";

    private final Overview overview;
    private final ExchangeCatalogue catalogue;
    private final RotationRule rotation;
    private final ConsoleFrame frame;
    private final Paragraph asOf = new Paragraph();
    private final Div figures = new Div();
    private Lookback lookback = Lookback.WEEK;

    OverviewView(Overview overview, ExchangeCatalogue catalogue, RotationRule rotation, ConsoleFrame frame) {
        this.overview = overview;
        this.catalogue = catalogue;
        this.rotation = rotation;
        this.frame = frame;
        asOf.addClassName("as-of");
        figures.addClassName("overview");
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        var word = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(LOOKBACK)
                .orElse("");
        lookback = Arrays.stream(Lookback.values())
                .filter(one -> QueryText.word(one).equals(word))
                .findFirst()
                .orElse(Lookback.WEEK);
    }

    @Override
    protected String title() {
        return text("console.overview.title");
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "stack", "console");
        add(
                frame.nav(this, Addresses.consoleOverview(language())),
                frame.keys(this),
                new PageHeader(title(), text("console.overview.lede")),
                period(),
                asOf,
                figures);
        show();
    }

    private Component period() {
        var select = new Select<Lookback>();
        select.setLabel(text("console.overview.lookback"));
        select.setItems(Lookback.values());
        select.setItemLabelGenerator(one -> text(one.translationKey()));
        select.setValue(lookback);
        select.setId("overview-lookback");
        select.addValueChangeListener(change -> {
            lookback = change.getValue();
            rewriteQuery(Map.of(LOOKBACK, lookback == Lookback.WEEK ? "" : QueryText.word(lookback)));
            show();
        });
        return select;
    }

    private void show() {
        var picture = overview.picture(lookback);
        var words = new LineWords(this, language(), zone(), catalogue, rotation, picture.at());
        var counted = picture.countedUntil();
        asOf.setText(
                counted == null
                        ? text("console.overview.as-of.uncounted", words.time(picture.at()))
                        : text("console.overview.as-of", words.time(picture.at()), words.time(counted)));
        var keys = new KeyFigures(words, new FigureWords(this, language()));
        var time = new TimeFigures(words, new FigureWords(this, language()), lookback.upTo(picture.at()));
        var ways = new WayFigures(words, new FigureWords(this, language()));
        figures.removeAll();
        figures.add(
                keys.states(picture.standings()),
                ways.way(picture.way()),
                ways.firstAttempts(picture.firstAttempts()),
                keys.rotation(picture.standings()),
                time.failures(picture.failures()),
                time.latencies(picture.latencies()));
    }
}
