package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import dev.porteclef.platform.i18n.Language;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// How figures are written in the language of a page.
///
/// @param page whose locale the texts take
record FigureWords(Component page, Language language) {

    private static final Duration DAYS = Duration.ofDays(2);
    /// Steps of a scale that can be halved.
    private static final List<Integer> EVEN = List.of(2, 4, 6, 8, 10, 20);

    String text(String key, Object... arguments) {
        return page.getTranslation(key, arguments);
    }

    /// With a capital, as what stands alone begins.
    String begun(String words) {
        return words.substring(0, 1).toUpperCase(language.formats()) + words.substring(1);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(language.formats()).format(number);
    }

    /// Whole percents; what is less than one is told with a digit after the point.
    String percent(double share) {
        var format = NumberFormat.getPercentInstance(language.formats());
        if (share > 0 && share < 0.01) {
            format.setMaximumFractionDigits(1);
        }
        return format.format(share);
    }

    String percent(long part, long whole) {
        return percent(whole == 0 ? 0 : (double) part / whole);
    }

    String milliseconds(long milliseconds) {
        return text("console.overview.milliseconds", number(milliseconds));
    }

    /// To the nearest minute; from two days on to the nearest day.
    String duration(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return text("console.overview.duration.moment");
        }
        var minutes = duration.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES);
        if (minutes.compareTo(Duration.ofHours(1)) < 0) {
            return text("console.overview.duration.minutes", minutes.toMinutes());
        }
        return minutes.compareTo(DAYS) < 0
                ? text("console.overview.duration.hours", minutes.toHours(), minutes.toMinutesPart())
                : text("console.overview.duration.days", duration.plusHours(12).toDays());
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM", language.formats()).format(day);
    }

    /// The first day, the one in the middle, and the last.
    List<String> days(List<LocalDate> days) {
        return List.of(day(days.getFirst()), day(days.get(days.size() / 2)), day(days.getLast()));
    }

    /// The least round number that is not less than `value` and has a whole half.
    static long top(long value) {
        for (var unit = 1L; ; unit *= 10) {
            for (var step : EVEN) {
                if (step * unit >= value) {
                    return step * unit;
                }
            }
        }
    }
}
