package dev.porteclef.guide.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What the guide says of errors: where they are explained.
class TroubleEntriesViewTest extends ViewTest {

    @Autowired
    private ExchangeCatalogue catalogue;

    @Autowired
    private HelpCenter help;

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_code_leads_to_its_article(Language language) {
        UI.getCurrent().navigate(language.tag() + "/guides/bitfinex");
        var addresses = find(Anchor.class, find(TroubleEntries.class).single()).all().stream()
                .map(Anchor::getHref)
                .toList();
        assertThat(catalogue.get(new ExchangeId("bitfinex")).errors())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(addresses)
                        .contains(help.shelf()
                                .at(language, "bitfinex", error.code())
                                .orElseThrow()
                                .address()));
    }

    @Test
    void what_was_explained_here_once_leads_to_its_article() {
        UI.getCurrent().navigate("en/guides/bitfinex");
        find(GuideContent.class).single().show("error-10111");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("en/help/bitfinex/10100");
    }
}
