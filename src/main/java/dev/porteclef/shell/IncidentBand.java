package dev.porteclef.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.exchange.Environment;
import dev.porteclef.live.ui.LivePart;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Zones;
import dev.porteclef.watch.Incident;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/// Tells above every page what is wrong with many keys at once, one strip for each incident, and goes away with it. It
/// is always there for screen readers, which say by themselves what changes in it.
final class IncidentBand extends Composite<Div> {

    private final transient Texts texts;
    private final transient IncidentBands bands;
    private Language language = Language.ENGLISH;
    private transient List<Incident> shown = List.of();

    IncidentBand(Texts texts, IncidentBands bands) {
        this.texts = texts;
        this.bands = bands;
        getContent().addClassName("incidents");
        getContent().getElement().setAttribute("role", "status");
        LivePart.follow(this, bands.bulletin(), () -> KnownIncidents.KNOWN, this::look);
    }

    void speak(Language now) {
        language = now;
        draw(bands.current());
    }

    private void look() {
        var now = bands.current();
        // Who is told of the same again is told too much.
        if (!now.equals(shown)) {
            draw(now);
        }
    }

    private void draw(List<Incident> now) {
        shown = now;
        getContent().removeAll();
        now.forEach(incident -> getContent().add(strip(incident)));
    }

    private Component strip(Incident incident) {
        var practice = incident.environment() == Environment.PRACTICE;
        var name = bands.exchange(incident);
        var exchange = practice ? texts.get(language, "key.practice", name) : name;
        var text = new Paragraph(
                new Span(texts.get(language, incident.kind().translationKey(), exchange, since(incident.since()))));
        if (bands.isExplained(incident)) {
            var address =
                    Addresses.troubleshooting(language, incident.exchange().value(), IncidentBands.entry(incident));
            text.add(new Span(" "), new Anchor(address, texts.get(language, "live.incident.more")));
        }
        var strip = new Div((practice ? Glyph.FLASK : Glyph.CLOCK).draw(), text);
        strip.addClassNames("band", "incident", practice ? "state-practice" : "state-amber");
        return strip;
    }

    /// The time of day, with the date unless it is today's, in the reader's zone.
    private String since(Instant since) {
        var zone = Zones.ofReader();
        var time = format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), since, zone);
        return day(since, zone).equals(day(bands.bulletin().now(), zone))
                ? time
                : texts.get(
                        language,
                        "live.incident.day",
                        format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), since, zone),
                        time);
    }

    private String format(DateTimeFormatter format, Instant at, ZoneId zone) {
        return format.withLocale(language.formats()).withZone(zone).format(at);
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
