package dev.porteclef.shell.discovery;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.PublicPages;
import dev.porteclef.platform.ui.PublicPages.PublicPage;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// The public pages of all features, by address.
@Component
class PageList {

    private final List<PublicPages> features;

    PageList(List<PublicPages> features) {
        this.features = List.copyOf(features);
    }

    List<PublicPage> all() {
        return features.stream()
                .flatMap(PublicPages::pages)
                .sorted(Comparator.comparing(page -> page.address().en()))
                .toList();
    }

    /// Where `page` is in `language`, from the application's root.
    static String address(PublicPage page, Language language) {
        return "/" + page.address().in(language);
    }
}
