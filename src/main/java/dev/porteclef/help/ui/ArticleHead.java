package dev.porteclef.help.ui;

import dev.porteclef.help.Article;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.PageHead;
import dev.porteclef.platform.ui.StructuredData;
import dev.porteclef.platform.ui.StructuredData.Crumb;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// What search engines are told of an article.
final class ArticleHead {

    private ArticleHead() {}

    /// @param home the front page's name
    /// @param help the help center's
    static PageHead of(Article article, String home, String help) {
        var language = article.language();
        return new PageHead(
                article.title(),
                article.summary(),
                true,
                List.of(
                        StructuredData.breadcrumbs(
                                new Crumb(home, Addresses.home(language)),
                                new Crumb(help, Addresses.help(language)),
                                new Crumb(article.title(), article.address())),
                        StructuredData.of(
                                "TechArticle",
                                Map.of(
                                        "headline", article.title(),
                                        "description", article.summary(),
                                        "inLanguage", language.tag(),
                                        "url", URI.create(article.address()),
                                        "dateModified", article.reviewedOn().toString()))));
    }
}
