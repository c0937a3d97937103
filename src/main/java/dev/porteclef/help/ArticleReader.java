package dev.porteclef.help;

import dev.porteclef.help.Article.Section;
import dev.porteclef.platform.content.MarkdownFile;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Typography;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Markdown;
import dev.porteclef.platform.ui.MarkdownTree.Kind;
import dev.porteclef.platform.ui.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/// Renders the file of an article, whether or not [ArticleCheck] has something against it: an editor wants to see what
/// is half done, too.
final class ArticleReader {

    private static final Pattern HELP = Pattern.compile("help:([^#]+).*");

    private final References references;

    ArticleReader(References references) {
        this.references = references;
    }

    Article read(ArticleFile file) {
        var markdown = file.markdown();
        var language = file.id().language();
        var names = references.forReaders(file);
        var own = Addresses.article(language, file.exchange(), file.slug());
        var title = Markdown.inline(language, file.title(), names);
        var topics = file.topics();
        return new Article(
                file.id().family(),
                language,
                file.slug(),
                Markdown.plain(title),
                title,
                Typography.apply(language, markdown.front("summary")),
                topics.isEmpty() ? List.of(Topic.TROUBLE) : topics,
                file.exchange(),
                file.codes(),
                file.reviewedOn().orElse(LocalDate.EPOCH),
                markdown.frontList("sources"),
                markdown.front("owner"),
                markdown.frontList("asked-as"),
                markdown.front("in-step-with"),
                file.hash(),
                file.text(),
                html(language, MarkdownFile.text(markdown.lead()), names, own),
                sections(file, names, own),
                links(file));
    }

    private static List<String> links(ArticleFile file) {
        return file.parts().stream()
                .flatMap(part -> part.texts(Kind.LINK).stream())
                .map(HELP::matcher)
                .filter(Matcher::matches)
                .map(link -> link.group(1))
                .distinct()
                .toList();
    }

    /// Sections are what begins with `##`; a part below it with `###` stays inside of its section.
    private static List<Section> sections(ArticleFile file, Named.Names names, String own) {
        var language = file.id().language();
        var sections = new ArrayList<Section>();
        for (var block : file.markdown().blocks()) {
            if (block.level() == 2 || sections.isEmpty()) {
                sections.add(new Section(
                        block.id(),
                        Markdown.inline(language, block.heading(), names),
                        html(language, block.text(), names, own)));
            } else {
                var open = sections.removeLast();
                var part = html(language, "### " + block.heading() + "\n\n" + block.text(), names, own);
                sections.add(new Section(open.id(), open.heading(), open.html() + part));
            }
        }
        return sections;
    }

    private static String html(Language language, String markdown, Named.Names names, String own) {
        var html = Markdown.html(language, markdown, names);
        // A fragment alone would be relative to the page's `<base>`, which is the root.
        if (!html.contains("href=\"#")) {
            return html;
        }
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        var body = document.body();
        // By attribute: an address is made of what an author wrote.
        body.select("a[href^=#]").forEach(link -> link.attr("href", own + link.attr("href")));
        return body.html();
    }
}
