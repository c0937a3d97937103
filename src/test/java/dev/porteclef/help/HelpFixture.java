package dev.porteclef.help;

import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.guide.RealGuides;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /// The same with what editors have published over it, once it was told to look.
    public static HelpCenter packaged(Edits edits) {
        return center(Packaged.read(catalogue()), some(edits));
    }

    /// The same as a later version of the portal brings it, with another text of one article.
    public static HelpCenter changed(ArticleId id, String text, Edits edits) {
        return changed(Map.of(id, text), edits);
    }

    /// The same with other texts of some articles, and with articles that there were not before.
    public static HelpCenter changed(Map<ArticleId, String> texts, Edits edits) {
        var files = new LinkedHashMap<ArticleId, ArticleFile>();
        Packaged.read(catalogue()).forEach(file -> files.put(file.id(), file));
        texts.forEach((id, text) -> files.put(id, new ArticleFile(id, Packaged.path(id), text)));
        return center(List.copyOf(files.values()), some(edits));
    }

    static ExchangeCatalogue catalogue() {
        return RealExchanges.catalogue();
    }

    static HelpCenter center(List<ArticleFile> files) {
        return center(files, none());
    }

    private static HelpCenter center(List<ArticleFile> files, ObjectProvider<Edits> edits) {
        return new HelpCenter(
                catalogue(), RealGuides.of(catalogue(), INSTALLATION), INSTALLATION, files, edits, event -> {});
    }

    static ArticleFile file(String family, Language language, String text) {
        return new ArticleFile(new ArticleId(family, language), language.tag() + "/" + family + ".md", text);
    }

    private static ObjectProvider<Edits> some(Edits edits) {
        return new StaticListableBeanFactory(Map.of("edits", edits)).getBeanProvider(Edits.class);
    }

    private static ObjectProvider<Edits> none() {
        return new StaticListableBeanFactory().getBeanProvider(Edits.class);
    }
}
