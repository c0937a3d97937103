package dev.porteclef.reminder;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.RotationRule;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/// Writes a customer's calendar as iCalendar (RFC 5545, with RFC 7986 for its name and how often to look). Names of
/// keys and exchanges, days, and advice; never a part of a key, and no link.
@Component
class CalendarWriter {

    private static final int HOURS_BETWEEN_LOOKS = 12;
    private static final int ALARM_HOUR = 9;

    private final Texts texts;
    private final ExchangeCatalogue catalogue;
    private final RotationRule rule;
    private final String brand;

    CalendarWriter(Texts texts, ExchangeCatalogue catalogue, RotationRule rule, Installation installation) {
        this.texts = texts;
        this.catalogue = catalogue;
        this.rule = rule;
        this.brand = installation.brand().name();
    }

    /// The same entries make the same text, so that it can be compared with what a calendar has.
    String write(List<CalendarEntry> entries, Language language) {
        var calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId("-//Porteclef//Reminders//" + language.tag().toUpperCase(java.util.Locale.ROOT));
        calendar.setMethod("PUBLISH");
        var name = texts.get(language, "reminder.calendar.name", brand);
        calendar.setName(name);
        calendar.setExperimentalProperty("X-WR-CALNAME", name);
        calendar.setRefreshInterval(
                Duration.builder().hours(HOURS_BETWEEN_LOOKS).build());
        calendar.setExperimentalProperty("X-PUBLISHED-TTL", "PT" + HOURS_BETWEEN_LOOKS + "H");
        entries.forEach(entry -> calendar.addEvent(event(entry, language)));
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private VEvent event(CalendarEntry entry, Language language) {
        var event = new VEvent();
        event.setUid(entry.uid().toString());
        event.setSequence(entry.revision());
        event.setDateTimeStamp(Date.from(entry.changedAt()));
        event.setLastModified(Date.from(entry.changedAt()));
        event.setDateStart(new DateStart(wholeDay(entry.day())));
        event.setTransparency(true);
        event.setStatus(entry.isCancelled() ? Status.cancelled() : Status.confirmed());
        switch (entry.kind()) {
            case ROTATION -> {
                event.setSummary(summary(entry, language));
                event.setDescription(texts.get(language, "reminder.calendar.rotation.text", rule.days()));
            }
            case REVIEW -> {
                event.setSummary(texts.get(language, "reminder.calendar.review"));
                event.setDescription(texts.get(language, "reminder.calendar.review.text"));
                event.setRecurrenceRule(new Recurrence.Builder(Frequency.MONTHLY)
                        .byMonthDay(entry.day().getDayOfMonth())
                        .build());
            }
        }
        if (!entry.isCancelled()) {
            var nine = Duration.builder().hours(ALARM_HOUR).build();
            event.addAlarm(VAlarm.display(
                    new Trigger(nine, Related.START), event.getSummary().getValue()));
        }
        return event;
    }

    private String summary(CalendarEntry entry, Language language) {
        var exchange = entry.exchange();
        var named = exchange == null
                ? ""
                : catalogue.find(exchange).map(Exchange::name).orElseGet(exchange::value);
        return entry.practice()
                ? texts.get(language, "reminder.calendar.rotation.practice", entry.label(), named)
                : texts.get(language, "reminder.calendar.rotation", entry.label(), named);
    }

    private static ICalDate wholeDay(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
}
