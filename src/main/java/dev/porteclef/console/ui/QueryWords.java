package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.Headline;
import dev.porteclef.platform.i18n.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which keys a query wants, in words: what [FacetFields] shows, to read only. In which order they stand is left out.
///
/// @param page whose locale the texts take
record QueryWords(Component page, Language language, ZoneId zone, ExchangeCatalogue catalogue) {

    /// "Label: value" for each facet that leaves keys out; or that none does.
    List<String> of(KeyQuery query) {
        var said = new ArrayList<String>();
        say(said, "find", query.hasText() ? query.text() : null, text -> text);
        say(said, "headline", query.headlines().isEmpty() ? null : query.headlines(), this::headlines);
        say(said, "cause", query.cause(), cause -> text(cause.translationKey()));
        say(said, "since", query.since(), this::time);
        say(said, "code", query.code(), code -> code);
        say(said, "exchange", query.exchange(), this::exchange);
        say(said, "kind", query.environment(), kind -> text(kind.translationKey()));
        say(said, "strategy", query.profile(), this::profile);
        say(said, "proof", query.harmlessness(), proof -> text("console.proof." + proof));
        say(said, "life", query.life(), life -> text("console.life." + life));
        say(said, "rotation", query.rotation(), rotation -> text("console.rotation." + rotation));
        return said.isEmpty() ? List.of(text("console.query.all")) : List.copyOf(said);
    }

    /// The same as a line of a page.
    Component drawn(KeyQuery query) {
        var line = new Paragraph();
        line.setId("query-words");
        line.addClassNames("cluster", "query-words");
        of(query).forEach(part -> line.add(new Span(part)));
        return line;
    }

    private <T> void say(List<String> said, String facet, @Nullable T value, Function<T, String> words) {
        if (value != null) {
            said.add(text("console.query.facet", text("console.facet." + facet), words.apply(value)));
        }
    }

    private String headlines(Set<Headline> headlines) {
        return headlines.stream().map(one -> text(one.translationKey())).collect(Collectors.joining(", "));
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.formats())
                .withZone(zone)
                .format(at);
    }

    /// What the content does not know any more is called by its id.
    private String exchange(ExchangeId id) {
        return catalogue.find(id).map(Exchange::name).orElse(id.value());
    }

    /// Of several exchanges that have it, as the first of them calls it.
    private String profile(String id) {
        return catalogue.all().stream()
                .flatMap(exchange -> exchange.profile(id).stream())
                .map(profile -> profile.name().in(language))
                .findFirst()
                .orElse(id);
    }

    private String text(String key, Object... arguments) {
        return page.getTranslation(key, arguments);
    }
}
