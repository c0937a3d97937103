package dev.porteclef.guide.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.LocalizedText;
import dev.porteclef.platform.i18n.Typography;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// The words of a page in one language, and elements made of them.
record Wording(Language language) {

    String text(String key, Object... arguments) {
        return I18NProvider.translate(language.locale(), key, arguments);
    }

    String of(LocalizedText text) {
        return Typography.apply(language, text.in(language));
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.formats())
                .format(date);
    }

    static Span span(String styleName, String text) {
        var span = new Span(text);
        span.addClassName(styleName);
        return span;
    }

    /// Words that the exchange wrote: English, and not for a browser's translation.
    static Span foreign(String text) {
        var span = new Span(text);
        span.getElement().setAttribute("lang", "en");
        span.getElement().setAttribute("translate", "no");
        return span;
    }
}
