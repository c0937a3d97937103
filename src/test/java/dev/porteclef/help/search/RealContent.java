package dev.porteclef.help.search;

import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.guide.RealGuides;
import dev.porteclef.help.HelpFixture;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// What the portal comes with, without the exchange that only tests know.
final class RealContent {

    private RealContent() {}

    static List<Findable> findables(Language language) {
        var installation = new Installation(
                new Installation.Brand("Noon & Barbari", URI.create("mailto:help@small.example"), null),
                List.of("51.38.112.198"),
                Path.of("data"),
                Path.of("keys"));
        var guides = RealGuides.of(RealExchanges.catalogue(), installation);
        return new Findables(guides, RealExchanges.catalogue())
                .in(language, HelpFixture.packaged().shelf()).stream()
                        .filter(findable -> !findable.exchange().equals("testbourse"))
                        .toList();
    }

    static SearchIndex index(Language language) {
        return SearchIndex.of(findables(language), Thesaurus.of(language));
    }
}
