package dev.porteclef.guide.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.guide.GuideDocument;
import dev.porteclef.guide.Guides;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Explanations;
import dev.porteclef.platform.ui.Milestone;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHead;
import dev.porteclef.platform.ui.Reading;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The guide of an exchange, from its account to a connected key. Its address holds the choice of strategy
/// (`strategy=spot+transfers`) and, coming from a key with wrong boxes, the boxes to change (`tick=`, `untick=`).
@Route(Page.LOCALE + "/guides/:exchange")
@Reading
@Milestone(Milestone.Step.GUIDE)
@AnonymousAllowed
class GuideView extends Page {

    private static final String STRATEGY = "strategy";
    private static final String TICK = "tick";
    private static final String UNTICK = "untick";

    private final transient ExchangeCatalogue catalogue;
    private final transient Guides guides;
    private final transient Installation installation;
    private final transient Explanations explanations;
    private transient @Nullable Asked asked;

    /// What the address asks for.
    ///
    /// @param loaded whether the browser comes from no page of the portal
    private record Asked(
            Exchange exchange, GuideDocument document, Strategy strategy, BoxesToChange.Boxes boxes, boolean loaded) {}

    GuideView(ExchangeCatalogue catalogue, Guides guides, Installation installation, Explanations explanations) {
        this.catalogue = catalogue;
        this.guides = guides;
        this.installation = installation;
        this.explanations = explanations;
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        var exchange = event.getRouteParameters()
                .get("exchange")
                .flatMap(this::exchange)
                .orElseThrow(NotFoundException::new);
        var document = guides.find(exchange.id(), language()).orElseThrow(NotFoundException::new);
        var query = event.getLocation().getQueryParameters();
        asked = new Asked(
                exchange,
                document,
                StrategyChooser.read(exchange, query.getSingleParameter(STRATEGY)),
                BoxesToChange.Boxes.read(exchange, query.getSingleParameter(TICK), query.getSingleParameter(UNTICK)),
                event.getTrigger() == NavigationTrigger.PAGE_LOAD);
    }

    private Optional<Exchange> exchange(String id) {
        return catalogue.all().stream()
                .filter(exchange -> exchange.id().value().equals(id))
                .findFirst();
    }

    @Override
    protected String title() {
        return asked().document().title();
    }

    @Override
    public PageHead head() {
        var page = asked();
        return GuideHead.of(page.document(), page.exchange(), text("shell.home.title"));
    }

    @Override
    public Set<String> reads() {
        return Set.of(STRATEGY, TICK, UNTICK);
    }

    @Override
    public String spelled(String name, String value) {
        var exchanges = catalogue.all();
        return name.equals(STRATEGY)
                ? exchanges.stream()
                        .flatMap(exchange -> StrategyChooser.find(exchange, value).stream())
                        .findFirst()
                        .map(Strategy::toString)
                        .orElse("")
                : BoxesToChange.Boxes.ids(exchanges, value);
    }

    @Override
    protected void draw() {
        var page = asked();
        var words = new Wording(language());
        var links = new PageLinks(language(), page.exchange().id(), page.strategy(), address());
        var boxes = new BoxesPart(words, page.exchange(), page.strategy());
        var troubles = explanations.troubles(language(), page.exchange().id().value());
        var content = new GuideContent(words, links, page.exchange(), page.document(), installation, troubles, boxes);
        content.draw(new StrategyChooser(words, page.exchange(), page.strategy(), choice -> {
            rewriteQuery(Map.of(STRATEGY, choice.toString(), TICK, "", UNTICK, ""));
            boxes.showGrid();
            content.choose(choice);
            links.choose(choice, address());
        }));
        if (!page.boxes().isEmpty()) {
            boxes.showOnly(page.boxes(), () -> {
                rewriteQuery(Map.of(TICK, "", UNTICK, ""));
                boxes.showGrid();
                boxes.focus();
                links.choose(page.strategy(), address());
            });
        }
        content.showBoxesOfStep(page.strategy());
        add(content);
        content.arrive(
                UI.getCurrentOrThrow(),
                "/" + Addresses.guide(language(), page.exchange().id().value()),
                page.loaded());
    }

    private String address() {
        return addressIn(language());
    }

    private Asked asked() {
        return Objects.requireNonNull(asked, "the page is drawn after its address was read");
    }
}
