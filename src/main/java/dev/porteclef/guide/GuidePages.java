package dev.porteclef.guide;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.LocalizedText;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.PublicPages;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The guides among the pages that search engines are told of.
@Component
class GuidePages implements PublicPages {

    private final ExchangeCatalogue catalogue;
    private final Guides guides;

    GuidePages(ExchangeCatalogue catalogue, Guides guides) {
        this.catalogue = catalogue;
        this.guides = guides;
    }

    @Override
    public Stream<PublicPage> pages() {
        return catalogue.all().stream().map(this::page);
    }

    private PublicPage page(Exchange exchange) {
        var english = document(exchange, Language.ENGLISH);
        var french = document(exchange, Language.FRENCH);
        return new PublicPage(
                new LocalizedText(
                        Addresses.guide(Language.ENGLISH, exchange.id().value()),
                        Addresses.guide(Language.FRENCH, exchange.id().value())),
                exchange.checkedOn(),
                new LocalizedText(english.title(), french.title()),
                new LocalizedText(english.description(), french.description()));
    }

    private GuideDocument document(Exchange exchange, Language language) {
        return guides.find(exchange.id(), language).orElseThrow();
    }
}
