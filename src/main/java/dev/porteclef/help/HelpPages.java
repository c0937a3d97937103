package dev.porteclef.help;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.LocalizedText;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.PublicPages;
import dev.porteclef.platform.ui.PublicTextChanged;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The help center among the pages that search engines are told of, and news for whoever keeps such pages.
@Component
class HelpPages implements PublicPages {

    private final HelpCenter help;
    private final Texts texts;
    private final ApplicationEventPublisher events;

    HelpPages(HelpCenter help, Texts texts, ApplicationEventPublisher events) {
        this.help = help;
        this.texts = texts;
        this.events = events;
    }

    /// After everybody else: what is drawn in between must not be kept.
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(HelpChanged change) {
        events.publishEvent(new PublicTextChanged());
    }

    @Override
    public Stream<PublicPage> pages() {
        var shelf = help.shelf();
        var articles = shelf.families().stream().flatMap(family -> page(shelf, family).stream());
        return Stream.concat(Stream.of(entrance(shelf)), articles);
    }

    private PublicPage entrance(Shelf shelf) {
        var newest = shelf.in(Shelf.ORIGINAL).stream()
                .map(Article::reviewedOn)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
        return new PublicPage(
                new LocalizedText(Addresses.help(Language.ENGLISH), Addresses.help(Language.FRENCH)),
                newest,
                both("help.title"),
                both("help.lede"));
    }

    /// Nothing for an article that has no translation yet: it would be half a pair.
    private static Optional<PublicPage> page(Shelf shelf, String family) {
        return shelf.find(family, Language.ENGLISH)
                .flatMap(english -> shelf.find(family, Language.FRENCH)
                        .map(french -> new PublicPage(
                                new LocalizedText(english.address(), french.address()),
                                later(english.reviewedOn(), french.reviewedOn()),
                                new LocalizedText(english.title(), french.title()),
                                new LocalizedText(english.summary(), french.summary()))));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private LocalizedText both(String key) {
        return new LocalizedText(texts.get(Language.ENGLISH, key), texts.get(Language.FRENCH, key));
    }
}
