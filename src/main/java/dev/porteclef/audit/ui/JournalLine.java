package dev.porteclef.audit.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.audit.AuditEntry;
import dev.porteclef.platform.i18n.Language;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// One entry: pictogram, sentence, time of day, with the date where the list does not say it. What customers and
/// support both do says so where it was support, but not which agent.
final class JournalLine extends ListItem {

    JournalLine(AuditEntry entry, Language language, ZoneId zone) {
        this(entry, language, DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), zone);
    }

    /// With date and time.
    JournalLine(AuditEntry entry, Language language, ZoneId zone, FormatStyle date) {
        this(entry, language, DateTimeFormatter.ofLocalizedDateTime(date, FormatStyle.SHORT), zone);
    }

    private JournalLine(AuditEntry entry, Language language, DateTimeFormatter format, ZoneId zone) {
        addClassName("journal-line");
        var at = entry.at().atZone(zone);
        var time = new HtmlContainer("time");
        time.getElement().setAttribute("datetime", entry.at().toString());
        time.getElement().setText(format.withLocale(language.formats()).format(at));
        var said = new Div(new Span(sentence(entry, language)));
        said.addClassNames("journal-said", "cluster", "tight");
        if ("PRACTICE".equals(entry.details().get("environment"))) {
            var kind = new Span(getTranslation(language.locale(), "exchange.environment.PRACTICE"));
            kind.addClassNames("badge", "badge-practice");
            said.add(kind);
        }
        if (entry.isByStaff() && !entry.act().isStaffs()) {
            var who = new Span(getTranslation(language.locale(), "audit.journal.by-support"));
            who.addClassName("badge");
            said.add(who);
        }
        add(ActGlyph.of(entry.act()).draw(), said, time);
    }

    private String sentence(AuditEntry entry, Language language) {
        var key = entry.act().translationKey();
        // Entries about a key name it as it was called then.
        return entry.object() == null
                ? getTranslation(language.locale(), key)
                : getTranslation(
                        language.locale(),
                        key,
                        entry.details().getOrDefault("label", "—"),
                        entry.details().getOrDefault("reason", "—"));
    }
}
