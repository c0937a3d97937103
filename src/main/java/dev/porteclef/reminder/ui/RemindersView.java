package dev.porteclef.reminder.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.porteclef.key.RotationRule;
import dev.porteclef.mail.MailChoices;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import dev.porteclef.reminder.CalendarFeeds;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// What a customer is reminded of and how: by mail, with a word of their own on top, and in their calendar.
@Route(Page.LOCALE + "/reminders")
@RolesAllowed(Role.Names.CUSTOMER)
class RemindersView extends Page {

    private final MailChoices choices;
    private final CalendarFeeds feeds;
    private final RotationRule rotation;
    private final CurrentUser currentUser;
    private final WordForm word;
    private String portal = "";

    RemindersView(MailChoices choices, CalendarFeeds feeds, RotationRule rotation, CurrentUser currentUser) {
        this.choices = choices;
        this.feeds = feeds;
        this.rotation = rotation;
        this.currentUser = currentUser;
        this.word = new WordForm(choices);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        // Where the reader found this page, a calendar finds its own.
        portal = ServletUriComponentsBuilder.fromContextPath(
                        VaadinServletRequest.getCurrent().getHttpServletRequest())
                .build()
                .toUriString();
    }

    @Override
    protected String title() {
        return text("reminder.title");
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "page-narrow", "stack", "reminders");
        var email = currentUser.find().map(SignedInUser::email).orElse("");
        word.speak();
        add(
                new PageHeader(text("reminder.title"), text("reminder.lede")),
                section("reminder.mail.title", new MailKinds(choices, language(), email, rotation.days())),
                section("reminder.word.title", word),
                section("reminder.calendar.title", new CalendarPanel(feeds, language(), zone(), portal)));
    }

    private Section section(String title, Component body) {
        var section = new Section(new H2(text(title)), body);
        section.addClassNames("card", "stack");
        return section;
    }
}
