package dev.porteclef.platform.ui;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Typography;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/// Turns CommonMark (with tables) into HTML fit for a page: raw HTML is dropped, only plain text elements and `https`,
/// `mailto`, in-page and in-site links survive, French spacing is applied to texts but not to code.
public final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();
    private static final Safelist SAFE = Safelist.none()
            .addTags("p", "ul", "ol", "li", "strong", "em", "code", "pre", "a", "table", "thead", "tbody", "tr", "th")
            .addTags("td", "blockquote", "hr", "br", "h3", "h4", "h5")
            .addAttributes("a", "href")
            .addAttributes("ol", "start")
            .addProtocols("a", "href", "https", "mailto", "#")
            .preserveRelativeLinks(true);

    private Markdown() {}

    /// The HTML of a block of Markdown, without a surrounding element.
    public static String html(Language language, String markdown) {
        var document = PARSER.parse(markdown);
        document.accept(new SpacingVisitor(language));
        var settings = new Document.OutputSettings().prettyPrint(false);
        return Jsoup.clean(RENDERER.render(document), "https://portal.invalid/", SAFE, settings);
    }

    /// The HTML of one line of Markdown (a heading, a label): without the paragraph around it.
    public static String inline(Language language, String markdown) {
        var html = html(language, markdown).strip();
        return html.startsWith("<p>") && html.indexOf("</p>") == html.length() - 4
                ? html.substring(3, html.length() - 4)
                : html;
    }

    private static final class SpacingVisitor extends AbstractVisitor {

        private final Language language;

        private SpacingVisitor(Language language) {
            this.language = language;
        }

        @Override
        public void visit(Text text) {
            text.setLiteral(Typography.apply(language, text.getLiteral()));
        }
    }
}
