package dev.porteclef.policy;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.LocalizedText;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.PublicPages;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The policy among the pages that search engines are told of.
@Component
class PolicyPages implements PublicPages {

    private final Texts texts;

    PolicyPages(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Stream<PublicPage> pages() {
        return Stream.of(new PublicPage(
                new LocalizedText(Addresses.policy(Language.ENGLISH), Addresses.policy(Language.FRENCH)),
                StaffDeed.CHANGED,
                both("policy.title"),
                both("policy.lede")));
    }

    private LocalizedText both(String key) {
        return new LocalizedText(texts.get(Language.ENGLISH, key), texts.get(Language.FRENCH, key));
    }
}
