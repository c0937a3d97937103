package dev.porteclef.support.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.porteclef.key.Headline;
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
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import dev.porteclef.support.SupportDesk;
import dev.porteclef.support.SupportRequest;
import dev.porteclef.support.SupportRequestId;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where support reads: the latest questions, and one of them with its report. Opening one is on the customer's record.
@Route(Page.LOCALE + "/desk")
@RouteAlias(Page.LOCALE + "/desk/:request([0-9a-f-]{36})")
@RolesAllowed(Role.Names.SUPPORT)
class SupportDeskView extends Page {

    private final SupportDesk desk;
    private final Murmur murmur = new Murmur();
    private final Div place = new Div();
    private final InPlace questions = new InPlace();
    private List<SupportDesk.Glance> listed = List.of();
    private @Nullable SupportRequest opened;

    SupportDeskView(SupportDesk desk, Bulletin bulletin) {
        this.desk = desk;
        LivePart.follow(this, bulletin, () -> Topic.QUESTIONS, this::renew);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        opened = event.getRouteParameters()
                .get("request")
                .map(id -> SupportRequestId.of(id).flatMap(desk::open).orElseThrow(NotFoundException::new))
                .orElse(null);
    }

    @Override
    protected String title() {
        return opened == null
                ? text("support.desk.title")
                : text("support.desk.request", opened.id().reference());
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "page-narrow", "stack", "desk");
        if (opened == null) {
            questions.forget();
            listed = desk.latest();
            add(new PageHeader(text("support.desk.title"), text("support.desk.lede")), murmur, place);
            place.removeAll();
            show();
        } else {
            draw(opened);
        }
    }

    /// Somebody has asked, perhaps on another node. Whoever reads one question is left alone.
    private void renew() {
        if (opened != null) {
            return;
        }
        var before = listed;
        listed = desk.latest();
        show();
        var asked = listed.stream().filter(one -> !before.contains(one)).count();
        if (asked > 0) {
            murmur.say(text("live.questions", asked));
        }
    }

    private void show() {
        InPlace.arrange(
                place,
                List.of(
                        listed.isEmpty()
                                ? questions.keep("none", "", this::nothing)
                                : questions.refill("list", listed, Div.class, SupportDeskView::card, this::fill)));
    }

    private Component nothing() {
        var empty = new Div(Glyph.LIST.draw(), new Paragraph(text("support.desk.empty")));
        empty.addClassName("empty-state");
        return empty;
    }

    private static Div card() {
        var list = new OrderedList();
        list.addClassName("asked");
        var card = new Div(list);
        card.addClassName("card");
        return card;
    }

    private void fill(Div card) {
        if (card.getComponentAt(0) instanceof OrderedList list) {
            InPlace.arrange(
                    list,
                    listed.stream()
                            .map(one -> questions.keep(one.id(), one, () -> item(one)))
                            .toList());
        }
    }

    private ListItem item(SupportDesk.Glance request) {
        var link = new Anchor(
                Addresses.desk(language()) + "/" + request.id(), request.id().reference());
        link.addClassNames("asked-head", "code");
        var meta = new Paragraph(
                new Span(ReportLines.time(request.askedAt(), language(), zone())),
                new Span(text("support.desk.language." + request.language().tag())),
                new Span(text(request.answered() ? "support.desk.answered" : "support.desk.open")));
        meta.addClassName("key-meta");
        return new ListItem(link, HeadlineBadge.of(this, Headline.valueOf(request.headline())), meta);
    }

    private Div actions(SupportRequest request) {
        var actions = new Div(
                new ActionLink(
                        Addresses.console(language(), request.key().toString()),
                        text("support.desk.answer"),
                        ActionLink.Weight.PRIMARY,
                        Glyph.ARROW),
                new ActionLink(
                        Addresses.desk(language()), text("support.desk.back"), ActionLink.Weight.QUIET, Glyph.LIST));
        actions.addClassNames("cluster", "actions");
        return actions;
    }

    private void draw(SupportRequest request) {
        var facts = new Paragraph(text(
                "support.desk.facts",
                request.label(),
                ReportLines.time(request.askedAt(), language(), zone()),
                text("support.desk.language." + request.language().tag())));
        var said = new Paragraph(request.question());
        said.addClassName("question");
        var question = new Section(new H2(text("support.desk.question")), said);
        question.addClassNames("card", "stack");
        var report = new Section(new H2(text("support.ask.report")), ReportLines.draw(this, request.report()));
        report.addClassNames("card", "stack");
        add(
                new PageHeader(text("support.desk.request", request.id().reference()), facts),
                question,
                report,
                actions(request));
    }
}
