package dev.porteclef.key.ui;

import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Rotation;
import dev.porteclef.key.RotationRule;
import dev.porteclef.platform.ui.Badge;
import dev.porteclef.platform.ui.Glyph;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// How old a key is, counted in days of the reader's own calendar.
record KeyAge(Instant now, ZoneId zone, RotationRule rule) {

    /// `connected 3 days ago`.
    String connected(ExchangeKey key, KeyWords words) {
        var days = ChronoUnit.DAYS.between(LocalDate.ofInstant(key.createdAt(), zone), LocalDate.ofInstant(now, zone));
        return words.text("key.meta.connected", days);
    }

    /// That it is time for another one; nothing for a key that is young or not in use. Amber at most: no exchange has
    /// said no.
    Optional<Badge> rotation(ExchangeKey key, KeyWords words) {
        return rotation(key).map(due -> new Badge(Badge.Tone.AMBER, Glyph.CLOCK, told(due, words)));
    }

    /// Due or overdue; nothing for a key that is young or not in use.
    Optional<Rotation> rotation(ExchangeKey key) {
        return Optional.of(rule.of(key.createdAt(), now))
                .filter(rotation -> rotation != Rotation.FINE && key.isInUse());
    }

    private String told(Rotation due, KeyWords words) {
        return due == Rotation.OVERDUE
                ? words.text(due.translationKey(), rule.days())
                : words.text(due.translationKey());
    }
}
