package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeTransport;
import dev.porteclef.exchange.StrategyProfile;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Headline;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Badge;
import dev.porteclef.platform.ui.Glyph;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a key is put into words, the same on every page that shows one.
final class KeyWords {

    private final Component page;
    private final Exchange exchange;
    private final Language language;
    private final ZoneId zone;

    /// @param page whose locale the texts take
    KeyWords(Component page, Language language, ZoneId zone, Exchange exchange) {
        this.zone = zone;
        this.page = page;
        this.exchange = exchange;
        this.language = language;
    }

    Exchange exchange() {
        return exchange;
    }

    Language language() {
        return language;
    }

    String text(String key, Object... arguments) {
        return page.getTranslation(key, arguments);
    }

    /// The headline with its glyph, as a coloured badge.
    Badge badge(Headline headline) {
        return HeadlineBadge.of(page, headline);
    }

    /// Live or practice, always said.
    Badge environment(ExchangeKey key) {
        return switch (key.environment()) {
            case LIVE ->
                new Badge(Badge.Tone.GREY, Glyph.KEY, text(key.environment().translationKey()));
            case PRACTICE ->
                new Badge(
                        Badge.Tone.PRACTICE, Glyph.FLASK, text(key.environment().translationKey()));
        };
    }

    /// The strategy's name with its add-ons.
    String strategy(ExchangeKey key) {
        return Stream.concat(Stream.of(key.strategy().profile()), key.strategy().addOns().stream())
                .flatMap(id -> exchange.profile(id).stream())
                .map(StrategyProfile::name)
                .map(name -> name.in(language))
                .collect(Collectors.joining(" + "));
    }

    /// Boxes by the exchange's own labels, quoted.
    String boxes(Collection<String> ids) {
        return exchange.boxes()
                .filter(box -> ids.contains(box.id()))
                .map(box -> text("key.box", box.label()))
                .collect(Collectors.joining(", "));
    }

    /// The sentence below the headline.
    String cause(ExchangeKey key) {
        return new CauseWords(this).sentence(key);
    }

    /// The sentence of a list of keys, where nothing follows it.
    String summary(ExchangeKey key) {
        return key.headline() == Headline.CREDENTIALS_REJECTED
                ? text("key.cause.CREDENTIALS_REJECTED.short", exchange(key))
                : cause(key);
    }

    /// Since when, and why, nothing new could be learnt about the key; nothing while the latest check had a verdict.
    Optional<String> doubt(ExchangeKey key) {
        var since = key.noVerdictSince();
        var outcome = key.noVerdict();
        return since == null || outcome == null
                ? Optional.empty()
                : Optional.of(text(
                        key.verdict() == null ? "key.evidence.doubt.ever" : "key.evidence.doubt",
                        time(since),
                        text(outcome.translationKey(), exchange(key))));
    }

    /// A sentence on when and by which code the exchange refused the key.
    String refused(String text, ExchangeKey key) {
        var at = key.verdictAt();
        var code = key.verdictCode();
        return text(text, exchange(key), time(at == null ? key.checkedAt() : at), code == null ? "—" : code);
    }

    /// How the key ends, as far as it is known.
    String tail(ExchangeKey key) {
        return key.tail().isEmpty() ? text("key.meta.tail.unknown") : text("key.meta.tail", key.tail());
    }

    /// What was asked and what came back, in one line.
    String evidence(Evidence evidence) {
        var status = evidence.status();
        var text = evidence.text();
        var answer = status == null ? failure(text == null ? "" : text) : "HTTP " + status;
        if (evidence.code() != null) {
            answer += ", " + text("key.evidence.code", evidence.code(), text == null ? "" : text);
        }
        return text(
                "key.evidence.line",
                evidence.asked(),
                answer,
                time(evidence.at()),
                evidence.took().toMillis());
    }

    /// Date and time to the second in the reader's zone, in the page's language.
    String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(language.formats())
                .withZone(zone)
                .format(at);
    }

    /// The time of day to the second in the reader's zone.
    String timeOfDay(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(language.formats())
                .withZone(zone)
                .format(at);
    }

    /// The exchange by name, with the word that tells practice from real.
    String exchange(ExchangeKey key) {
        return switch (key.environment()) {
            case LIVE -> exchange.name();
            case PRACTICE -> text("key.practice", exchange.name());
        };
    }

    private String failure(String name) {
        return Arrays.stream(ExchangeTransport.Failure.values())
                .filter(failure -> failure.name().equals(name))
                .findFirst()
                .map(failure -> text("key.failure." + failure.name()))
                .orElse(name);
    }
}
