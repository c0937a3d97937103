package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import dev.porteclef.support.SupportDesk;
import dev.porteclef.support.SupportRequest;
import dev.porteclef.support.SupportRequestId;
import dev.porteclef.support.ui.ReportLines;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/// One question with its report. Opening it is on the customer's record.
@Route(Page.LOCALE + "/desk/:request([0-9a-f-]{36})")
@RolesAllowed(Role.Names.SUPPORT)
class QuestionView extends Page {

    private final SupportDesk desk;
    private final ConsoleFrame frame;
    private @Nullable SupportRequest opened;

    QuestionView(SupportDesk desk, ConsoleFrame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        opened = event.getRouteParameters()
                .get("request")
                .flatMap(SupportRequestId::of)
                .flatMap(desk::open)
                .orElseThrow(NotFoundException::new);
    }

    @Override
    protected String title() {
        return text("support.desk.request", shown().id().reference());
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "stack", "console", "desk");
        var request = shown();
        var facts = new Paragraph(text(
                "support.desk.facts",
                request.label(),
                ReportLines.time(request.askedAt(), language(), zone()),
                text("support.desk.language." + request.language().tag())));
        var said = new Paragraph(request.question());
        said.addClassName("question");
        add(
                frame.nav(this, Addresses.desk(language())),
                frame.keys(this)
                        .on(
                                "u",
                                "console.keyboard.back",
                                () -> getUI().ifPresent(
                                                ui -> ui.getPage().getHistory().back())),
                new PageHeader(title(), facts),
                card("support.desk.question", said),
                card("support.ask.report", ReportLines.draw(this, request.report())),
                actions(request));
    }

    private Section card(String title, Component content) {
        var card = new Section(new H2(text(title)), content);
        card.addClassNames("card", "stack");
        return card;
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

    private SupportRequest shown() {
        if (opened == null) {
            throw new IllegalStateException("drawn before it was entered");
        }
        return opened;
    }
}
