package dev.porteclef.help;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.platform.i18n.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The articles that come with the portal: of every exchange in one folder, and further ones in the folder of their
/// exchange, so that the next exchange stays a folder of data.
final class Packaged {

    private static final String COMMON = "db/content/help/";
    private static final String SUFFIX = ".md";

    private Packaged() {}

    static List<ArticleFile> read(ExchangeCatalogue catalogue) {
        var files = new ArrayList<ArticleFile>();
        for (var language : Language.values()) {
            files.addAll(folder(COMMON + language.tag() + "/", language));
            for (var exchange : catalogue.all()) {
                files.addAll(folder(folder(exchange, language), language));
            }
        }
        return files;
    }

    /// The path of an article's file inside the content, for exports.
    static String path(ArticleId id) {
        return COMMON + id.language().tag() + "/" + id.family() + SUFFIX;
    }

    private static String folder(Exchange exchange, Language language) {
        return "db/content/exchanges/" + exchange.id() + "/help/" + language.tag() + "/";
    }

    private static List<ArticleFile> folder(String folder, Language language) {
        try {
            var files = new ArrayList<ArticleFile>();
            for (var resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "*" + SUFFIX)) {
                var name = Objects.requireNonNull(resource.getFilename());
                var family = name.substring(0, name.length() - SUFFIX.length());
                files.add(new ArticleFile(
                        new ArticleId(family, language),
                        folder + name,
                        resource.getContentAsString(StandardCharsets.UTF_8)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("the articles of " + folder + " cannot be read", e);
        }
    }
}
