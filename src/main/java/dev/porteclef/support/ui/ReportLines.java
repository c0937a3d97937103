package dev.porteclef.support.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Definitions;
import dev.porteclef.support.RedactedReport;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// A redacted report as both sides read it: names in the reader's language, values as codes.
public final class ReportLines {

    /// What stands for a list without entries; whoever reads need not be told of it.
    private static final String NOTHING = "–";

    private ReportLines() {}

    /// All lines that say something.
    ///
    /// @param page whose locale the names take
    public static Component draw(Component page, RedactedReport report) {
        var list = new Definitions();
        for (var line : report.lines()) {
            if (line.value().equals(NOTHING)) {
                continue;
            }
            var value = new Span(line.value());
            value.addClassName("code");
            value.getElement().setAttribute("translate", "no");
            list.add(page.getTranslation(line.translationKey()), value);
        }
        return list;
    }

    /// A moment in the reader's zone, to the second.
    public static String time(Instant at, Language language, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(language.formats())
                .withZone(zone)
                .format(at);
    }
}
