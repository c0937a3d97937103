package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import dev.porteclef.console.KeyLine;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.exchange.StrategyProfile;
import dev.porteclef.key.Rotation;
import dev.porteclef.key.RotationRule;
import dev.porteclef.platform.i18n.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a key in the list is put into words.
///
/// @param page whose locale the texts take
/// @param now from which ages are counted
record LineWords(
        Component page, Language language, ZoneId zone, ExchangeCatalogue catalogue, RotationRule rule, Instant now) {

    String text(String key, Object... arguments) {
        return page.getTranslation(key, arguments);
    }

    String cause(KeyLine line) {
        return line.cause() == null ? "" : text(line.cause().translationKey());
    }

    /// An exchange that the content does not know any more is called by its id.
    String exchange(ExchangeId id) {
        return catalogue.find(id).map(Exchange::name).orElse(id.value());
    }

    String exchange(KeyLine line) {
        return exchange(line.exchange());
    }

    String kind(KeyLine line) {
        return text(line.environment().translationKey());
    }

    String strategy(KeyLine line) {
        return strategy(line.exchange(), line.strategy());
    }

    /// Profiles that the content does not know any more are called by their ids.
    String strategy(ExchangeId exchange, Strategy strategy) {
        return Stream.concat(Stream.of(strategy.profile()), strategy.addOns().stream())
                .map(id -> catalogue
                        .find(exchange)
                        .flatMap(known -> known.profile(id))
                        .map(StrategyProfile::name)
                        .map(name -> name.in(language))
                        .orElse(id))
                .collect(Collectors.joining(" + "));
    }

    String harmlessness(KeyLine line) {
        return text("console.proof." + line.harmlessness());
    }

    String life(KeyLine line) {
        return text("console.life." + line.life());
    }

    String age(KeyLine line) {
        return text("console.age", ChronoUnit.DAYS.between(day(line.connectedAt()), day(now)));
    }

    /// Nothing for a key that is not in use.
    String rotation(KeyLine line) {
        if (!line.isInUse()) {
            return "";
        }
        var rotation = rule.of(line.connectedAt(), now);
        return rotation == Rotation.OVERDUE
                ? text(rotation.translationKey(), rule.days())
                : text(rotation.translationKey());
    }

    /// The time of day where it is today's, else the date with it; in the reader's zone.
    String time(Instant at) {
        return time(at, language);
    }

    /// The same as a reader of another language is told.
    String time(Instant at, Language theirs) {
        var format = day(at).equals(day(now))
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT);
        return format.withLocale(theirs.formats()).withZone(zone).format(at);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
