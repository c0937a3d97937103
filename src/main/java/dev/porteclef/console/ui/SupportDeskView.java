package dev.porteclef.console.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import dev.porteclef.live.ui.LivePart;
import dev.porteclef.live.ui.Murmur;
import dev.porteclef.platform.data.Place;
import dev.porteclef.platform.data.Stretch;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import dev.porteclef.support.Glance;
import dev.porteclef.support.SupportDesk;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What customers ask: first what waits for an answer, who waits longest first, then what is settled, the latest first.
/// Where either list is read from stands in the address.
@Route(Page.LOCALE + "/desk")
@RolesAllowed(Role.Names.SUPPORT)
class SupportDeskView extends Page {

    private static final String WAITING = "waiting";
    private static final String SETTLED = "answered";

    private final SupportDesk desk;
    private final ExchangeCatalogue catalogue;
    private final ConsoleFrame frame;
    private final Murmur murmur = new Murmur();
    private @Nullable QuestionList waiting;
    private @Nullable QuestionList settled;
    private @Nullable Place waitingFrom;
    private @Nullable Place settledFrom;
    private int counted;

    SupportDeskView(SupportDesk desk, ExchangeCatalogue catalogue, ConsoleFrame frame, Bulletin bulletin) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.frame = frame;
        LivePart.follow(this, bulletin, () -> Topic.QUESTIONS, this::renew);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        waitingFrom = place(event, WAITING);
        settledFrom = place(event, SETTLED);
    }

    private static @Nullable Place place(BeforeEnterEvent event, String list) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(list)
                .flatMap(Place::of)
                .orElse(null);
    }

    @Override
    protected String title() {
        return text("support.desk.title");
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "stack", "console", "desk");
        waiting = new QuestionList(this, zone(), catalogue, QuestionList.Kind.WAITING, to -> {
            waitingFrom = to;
            turn(WAITING, to);
        });
        settled = new QuestionList(this, zone(), catalogue, QuestionList.Kind.SETTLED, to -> {
            settledFrom = to;
            turn(SETTLED, to);
        });
        add(
                frame.nav(this, Addresses.desk(language())),
                frame.keys(this),
                new PageHeader(title(), text("support.desk.lede")),
                murmur,
                waiting,
                settled);
        show();
    }

    private void turn(String list, @Nullable Place to) {
        rewriteQuery(Map.of(list, to == null ? "" : to.toString()));
        show();
    }

    /// Somebody has asked or answered, perhaps on another node.
    private void renew() {
        var before = counted;
        show();
        if (counted > before) {
            murmur.say(text("live.questions", counted - before));
        }
    }

    private void show() {
        var above = waiting;
        var below = settled;
        if (above == null || below == null) {
            return;
        }
        counted = desk.countWaiting();
        above.show(page(desk::waiting, waitingFrom), WaitingCount.words(this, counted));
        below.show(page(desk::settled, settledFrom), "");
    }

    /// Where nothing is left on a page, its reader is at the beginning again.
    private static Stretch<Glance> page(Function<@Nullable Place, Stretch<Glance>> list, @Nullable Place from) {
        var page = list.apply(from);
        return page.lines().isEmpty() && from != null ? list.apply(null) : page;
    }
}
