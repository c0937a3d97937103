package dev.porteclef.help;

import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.guide.RealGuides;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// The real help center without a portal around it, or one of a few articles.
public final class HelpFixture {

    private static final Installation INSTALLATION = new Installation(
            new Installation.Brand("Noon & Barbari", URI.create("mailto:help@small.example"), null),
            List.of("51.38.112.198"),
            Path.of("data"),
            Path.of("keys"));

    private HelpFixture() {}

    /// Every packaged article, of Bitfinex and Testbourse.
    public static HelpCenter packaged() {
        return center(Packaged.read(catalogue()));
    }

    static ExchangeCatalogue catalogue() {
        return RealExchanges.catalogue();
    }

    static HelpCenter center(List<ArticleFile> files) {
        return new HelpCenter(
                catalogue(), RealGuides.of(catalogue(), INSTALLATION), INSTALLATION, files, none(), event -> {});
    }

    static ArticleFile file(String family, Language language, String text) {
        return new ArticleFile(new ArticleId(family, language), language.tag() + "/" + family + ".md", text);
    }

    private static ObjectProvider<Edits> none() {
        return new StaticListableBeanFactory().getBeanProvider(Edits.class);
    }
}
