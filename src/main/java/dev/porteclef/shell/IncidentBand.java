package dev.porteclef.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.exchange.Environment;
import dev.porteclef.live.Topic;
import dev.porteclef.live.ui.LivePart;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Zones;
import dev.porteclef.watch.Incident;
import dev.porteclef.watch.IncidentNotice;
import dev.porteclef.watch.ui.IncidentStrip;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells above every page what is wrong with many keys at once, one strip for each incident, and goes away with it. It
/// is always there for screen readers, which say by themselves what changes in it.
final class IncidentBand extends Composite<Div> {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentBand.class);

    private final transient Texts texts;
    private final transient IncidentBands bands;
    private Language language = Language.ENGLISH;
    private transient @Nullable Topic reader;
    private transient Shown shown = new Shown(List.of(), List.of());

    private record Shown(List<Incident> recognised, List<IncidentNotice> declared) {}

    IncidentBand(Texts texts, IncidentBands bands) {
        this.texts = texts;
        this.bands = bands;
        getContent().addClassName("incidents");
        getContent().getElement().setAttribute("role", "status");
        LivePart.follow(this, bands.bulletin(), () -> KnownIncidents.KNOWN, this::look);
        LivePart.follow(this, bands.bulletin(), bands::concerning, this::look);
    }

    /// The reader has come to another page, perhaps as somebody else, or in another language.
    void arrive(Language now) {
        show(new Shown(bands.current(), declared()), now);
    }

    private void look() {
        show(new Shown(bands.current(), declared()), language);
    }

    /// What could not be read is what it was, for the same reader: better that than no page, or a gap in it.
    private List<IncidentNotice> declared() {
        var now = bands.concerning();
        try {
            var declared = bands.declared();
            reader = now;
            return declared;
        } catch (RuntimeException e) {
            LOG.debug("Whom declared incidents concern is not known", e);
            return now.equals(reader) ? shown.declared() : List.of();
        }
    }

    private void show(Shown now, Language spoken) {
        // Who is told of the same again is told too much.
        if (now.equals(shown) && spoken == language) {
            return;
        }
        shown = now;
        language = spoken;
        getContent().removeAll();
        now.recognised().forEach(incident -> getContent().add(strip(incident)));
        now.declared().forEach(notice -> getContent().add(strip(notice)));
    }

    private Component strip(IncidentNotice notice) {
        return new IncidentStrip(
                notice.trouble().environment(),
                new Span(notice.texts().in(language)),
                new Span(texts.get(language, "watch.declared.from", since(notice.since()))));
    }

    private Component strip(Incident incident) {
        var practice = incident.environment() == Environment.PRACTICE;
        var name = bands.exchange(incident);
        var exchange = practice ? texts.get(language, "key.practice", name) : name;
        var said = new Span(texts.get(language, incident.kind().translationKey(), exchange, since(incident.since())));
        if (bands.isExplained(incident)) {
            var address =
                    Addresses.troubleshooting(language, incident.exchange().value(), IncidentBands.entry(incident));
            return new IncidentStrip(
                    incident.environment(), said, new Anchor(address, texts.get(language, "live.incident.more")));
        }
        return new IncidentStrip(incident.environment(), said);
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
