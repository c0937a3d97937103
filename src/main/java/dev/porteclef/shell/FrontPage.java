package dev.porteclef.shell;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.LocalizedText;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.PublicPages;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The front page among the pages that search engines are told of.
@Component
class FrontPage implements PublicPages {

    private final Texts texts;
    private final Surroundings surroundings;

    FrontPage(Texts texts, Surroundings surroundings) {
        this.texts = texts;
        this.surroundings = surroundings;
    }

    @Override
    public Stream<PublicPage> pages() {
        var brand = surroundings.brand().name();
        return newest().map(changed -> new PublicPage(
                new LocalizedText("en", "fr"), changed, both("shell.home.title"), both("shell.home.lede", brand)));
    }

    /// It shows what exchanges there are, and no date of its own: it changes with them.
    private Stream<LocalDate> newest() {
        return surroundings.exchanges().stream().map(Exchange::checkedOn).max(LocalDate::compareTo).stream();
    }

    private LocalizedText both(String key, Object... arguments) {
        return new LocalizedText(
                texts.get(Language.ENGLISH, key, arguments), texts.get(Language.FRENCH, key, arguments));
    }
}
