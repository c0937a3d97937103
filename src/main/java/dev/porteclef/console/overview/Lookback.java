package dev.porteclef.console.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// How far back figures over time look, in days (UTC) up to and with today.
public enum Lookback {
    WEEK(7),
    MONTH(30);

    private final int days;

    Lookback(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    /// Its days, the oldest first.
    public List<LocalDate> upTo(Instant now) {
        return first(now).datesUntil(today(now).plusDays(1)).toList();
    }

    LocalDate first(Instant now) {
        return today(now).minusDays(days - 1L);
    }

    Instant beginning(Instant now) {
        return first(now).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /// The key of its text in both languages.
    public String translationKey() {
        return "console.overview.lookback." + name();
    }
}
