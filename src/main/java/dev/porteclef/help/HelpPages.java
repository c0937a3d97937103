package dev.porteclef.help;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.LocalizedText;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.PublicPages;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The help center among the pages that search engines are told of: its entrance, and every article that there is in
/// both languages.
@Component
class HelpPages implements PublicPages {

    private final HelpCenter help;
    private final Texts texts;

    HelpPages(HelpCenter help, Texts texts) {
        this.help = help;
        this.texts = texts;
    }

    @Override
    public Stream<PublicPage> pages() {
        var shelf = help.shelf();
        var english = shelf.in(Language.ENGLISH);
        var newest = english.stream().map(Article::reviewedOn).max(LocalDate::compareTo);
        return Stream.concat(
                newest.stream().map(this::entrance),
                english.stream()
                        .flatMap(article -> shelf.find(article.family(), Language.FRENCH).stream()
                                .map(french -> page(article, french))));
    }

    private static PublicPage page(Article english, Article french) {
        return new PublicPage(
                new LocalizedText(english.address(), french.address()),
                english.reviewedOn().isAfter(french.reviewedOn()) ? english.reviewedOn() : french.reviewedOn(),
                new LocalizedText(english.title(), french.title()),
                new LocalizedText(english.summary(), french.summary()));
    }

    private PublicPage entrance(LocalDate newest) {
        return new PublicPage("help", newest, both("help.title"), both("help.lede"));
    }

    private LocalizedText both(String key) {
        return new LocalizedText(texts.get(Language.ENGLISH, key), texts.get(Language.FRENCH, key));
    }
}
