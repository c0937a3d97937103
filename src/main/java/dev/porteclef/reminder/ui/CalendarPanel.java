package dev.porteclef.reminder.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.CopyButton;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.reminder.CalendarFeeds;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// The calendar as a file, and its private address, which is shown once.
final class CalendarPanel extends Composite<Div> {

    private final CalendarFeeds feeds;
    private final Language language;
    private final ZoneId zone;
    private final String portal;
    private final Div feed = new Div();

    /// @param portal scheme, host and port of this portal, without a slash at the end
    CalendarPanel(CalendarFeeds feeds, Language language, ZoneId zone, String portal) {
        this.feeds = feeds;
        this.language = language;
        this.zone = zone;
        this.portal = portal;
        feed.addClassName("stack");
        feed.setId("feed");
        getContent().addClassName("stack");
        getContent()
                .add(
                        new Paragraph(getTranslation("reminder.calendar.text")),
                        new Div(file()),
                        new Paragraph(getTranslation("reminder.calendar.file.text")),
                        feed);
        offer();
    }

    private Anchor file() {
        var link = new Anchor(
                DownloadHandler.fromInputStream(_ -> {
                    var calendar = feeds.download(language).getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(calendar), "porteclef.ics", "text/calendar", calendar.length);
                }),
                "");
        link.add(Glyph.CLOCK.draw(), new Span(getTranslation("reminder.calendar.file")));
        link.addClassNames("action", "action-plain");
        return link;
    }

    private void offer() {
        var made = feeds.madeAt();
        feed.removeAll();
        made.ifPresent(at -> feed.add(new Paragraph(getTranslation("reminder.calendar.made", time(at)))));
        var actions = new Div(new Button(
                getTranslation(made.isPresent() ? "reminder.calendar.again" : "reminder.calendar.make"), _ -> make()));
        actions.addClassName("form-actions");
        if (made.isPresent()) {
            var end = new Button(getTranslation("reminder.calendar.end"), _ -> end());
            end.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            actions.add(end);
        }
        feed.add(actions);
    }

    private void make() {
        var address = portal + feeds.makeAddress();
        offer();
        var code = new Code(address);
        code.getElement().setAttribute("translate", "no");
        var line = new Div(code, new CopyButton(address, getTranslation("reminder.calendar.shown")));
        line.addClassName("copy-line");
        feed.addComponentAsFirst(new Notice(
                        Notice.Kind.SUCCESS,
                        getTranslation("reminder.calendar.shown"),
                        line,
                        new Paragraph(getTranslation("reminder.calendar.shown.text")))
                .announced());
    }

    private void end() {
        feeds.endAddress();
        offer();
        feed.addComponentAsFirst(
                new Notice(Notice.Kind.SUCCESS, getTranslation("reminder.calendar.ended")).announced());
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language.formats())
                .withZone(zone)
                .format(at);
    }
}
