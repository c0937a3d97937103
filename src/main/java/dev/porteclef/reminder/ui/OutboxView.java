package dev.porteclef.reminder.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import dev.porteclef.mail.MailChoices;
import dev.porteclef.mail.SentMails;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// What was mailed to the customer, each mail as it looked; where there is no mail server, what would have been.
@Route(Page.LOCALE + "/reminders/outbox")
@RolesAllowed(Role.Names.CUSTOMER)
class OutboxView extends Page {

    private final SentMails mails;
    private final MailChoices choices;

    OutboxView(SentMails mails, MailChoices choices) {
        this.mails = mails;
        this.choices = choices;
    }

    @Override
    protected String title() {
        return text(choices.isSent() ? "reminder.outbox.title.sent" : "reminder.outbox.title.shown");
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "page-narrow", "stack", "outbox");
        add(
                new PageHeader(
                        title(),
                        text(choices.isSent() ? "reminder.outbox.lede.sent" : "reminder.outbox.lede.shown"),
                        new Div(new ActionLink(
                                Addresses.reminders(language()),
                                text("reminder.outbox.back"),
                                ActionLink.Weight.QUIET,
                                Glyph.CLOCK))),
                list());
    }

    private Component list() {
        var latest = mails.latest(language());
        if (latest.isEmpty()) {
            var empty = new Div(Glyph.LIST.draw(), new Paragraph(text("reminder.outbox.empty")));
            empty.addClassName("empty-state");
            return empty;
        }
        var list = new OrderedList();
        list.addClassName("outbox-list");
        latest.forEach(mail -> list.add(item(mail)));
        return list;
    }

    private ListItem item(SentMails.Shown mail) {
        var when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language().formats())
                .withZone(zone())
                .format(mail.at());
        var meta = new Div(new Span(when), new Span(text(mail.state().translationKey())));
        meta.addClassName("key-meta");
        var subject = new H2(mail.subject());
        subject.addClassName("card-title");
        var item = new ListItem(subject, meta, letter(mail));
        item.addClassNames("card");
        return item;
    }

    /// In a frame of its own: no scripts, no forms, no way out. Of the same origin, since a browser draws a
    /// stranger in a process of its own and late; without scripts that gives nothing away.
    private IFrame letter(SentMails.Shown mail) {
        var letter = new IFrame();
        letter.setSrcdoc(mail.html());
        letter.getElement().setAttribute("sandbox", "allow-same-origin");
        letter.setTitle(text("reminder.outbox.mail", mail.subject()));
        letter.addClassName("outbox-letter");
        return letter;
    }
}
