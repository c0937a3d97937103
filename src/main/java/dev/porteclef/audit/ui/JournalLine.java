package dev.porteclef.audit.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditEntry;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Glyph;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// One entry: pictogram, sentence, time of day, with the date where the list does not say it.
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
        add(glyph(entry.act()).draw(), said, time);
    }

    private String sentence(AuditEntry entry, Language language) {
        var key = entry.act().translationKey();
        // Entries about a key name it as it was called then.
        return entry.object() == null
                ? getTranslation(language.locale(), key)
                : getTranslation(language.locale(), key, entry.details().getOrDefault("label", "—"));
    }

    private static Glyph glyph(Act act) {
        return switch (act) {
            case SIGNED_UP -> Glyph.STAR;
            case SIGNED_IN, SIGNED_OUT -> Glyph.USER;
            case SIGN_IN_FAILED -> Glyph.WARNING;
            case LANGUAGE_CHANGED -> Glyph.GLOBE;
            case KEY_CONNECTED, PRACTICE_KEY_CREATED -> Glyph.KEY;
            case KEY_REFUSED -> Glyph.BAN;
            case KEY_CHECKED -> Glyph.CHECK;
            case VERDICT_CHANGED -> Glyph.REFRESH;
            case KEY_DELETED -> Glyph.TRASH;
            case KEY_RENAMED, STRATEGY_CHANGED -> Glyph.PENCIL;
            case KEY_PAUSED -> Glyph.PAUSE;
            case KEY_RESUMED, FIELDS_SWAPPED, KEY_REPLACED, NONCE_UNIT_CHANGED -> Glyph.REFRESH;
            case LEAK_REPORTED -> Glyph.WARNING;
            case KEY_REVOKED, SECRET_DESTROYED -> Glyph.SHIELD;
            case REMINDERS_CHANGED, CALENDAR_ADDRESS_MADE, CALENDAR_ADDRESS_ENDED -> Glyph.CLOCK;
            case STAFF_LOOKED, SUPPORT_ASKED -> Glyph.INFO;
            case HELP_PUBLISHED,
                    HELP_DRAFT_DISCARDED,
                    HELP_EDIT_KEPT,
                    HELP_EDIT_DROPPED,
                    HELP_ARTICLE_BEGUN,
                    HELP_BACK_TO_PACKAGED,
                    HELP_WITHDRAWN,
                    HELP_RESTORED -> Glyph.BOOK;
        };
    }
}
