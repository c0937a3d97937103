package dev.porteclef.platform.ui;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Typography;
import dev.porteclef.platform.ui.Named.Names;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/// Turns CommonMark (with tables) into HTML fit for a page: raw HTML is dropped, only plain text elements and `https`,
/// `mailto`, in-page and in-site links survive, French spacing is applied to texts but not to code.
public final class Markdown {

    static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
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
        return html(language, markdown, Names.NONE);
    }

    /// The same, where links like `[words](box:orders.write)` stand for what `names` finds. A name that it does not
    /// find leaves its words behind.
    public static String html(Language language, String markdown, Names names) {
        var document = PARSER.parse(markdown);
        document.accept(new NamesVisitor(names));
        document.accept(new SpacingVisitor(language));
        var clean = new Cleaner(SAFE)
                .clean(Jsoup.parseBodyFragment(RENDERER.render(document), "https://portal.invalid/"))
                .outputSettings(new Document.OutputSettings().prettyPrint(false));
        clean.select("table").forEach(Markdown::frame);
        return clean.body().html();
    }

    /// In a narrow window a wide table scrolls, and not the page: within a frame that the keyboard can get at, named by
    /// the heads of its columns.
    private static void frame(Element table) {
        var frame = new Element("div").addClass("table");
        frame.attr("role", "group");
        frame.attr("tabindex", "0");
        frame.attr("aria-label", String.join(", ", table.select("th").eachText()));
        table.replaceWith(frame);
        frame.appendChild(table);
    }

    /// The HTML of one line of Markdown (a heading, a label): without the paragraph around it.
    public static String inline(Language language, String markdown) {
        return inline(language, markdown, Names.NONE);
    }

    /// The same with names, as in [#html(Language, String, Names)].
    public static String inline(Language language, String markdown, Names names) {
        var html = html(language, markdown, names).strip();
        return html.startsWith("<p>") && html.indexOf("</p>") == html.length() - 4
                ? html.substring(3, html.length() - 4)
                : html;
    }

    /// The words of rendered HTML, without its tags.
    public static String plain(String html) {
        return Jsoup.parseBodyFragment(html).body().wholeText().strip();
    }

    private static final class NamesVisitor extends AbstractVisitor {

        private static final Pattern NAME = Pattern.compile("([a-z]+):([^/].*)");

        private final Names names;

        private NamesVisitor(Names names) {
            this.names = names;
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            var name = NAME.matcher(link.getDestination());
            if (!name.matches() || name.group(1).equals("mailto")) {
                return;
            }
            var named = names.find(name.group(1), name.group(2));
            if (named == null) {
                unwrap(link, link);
                return;
            }
            if (link.getFirstChild() == null) {
                link.appendChild(set(named));
            }
            if (named.address() == null) {
                unwrap(link, link);
            } else {
                link.setDestination(named.address());
            }
        }

        private static Node set(Named named) {
            return switch (named.look()) {
                case PLAIN -> new Text(named.text());
                case CODE -> new Code(named.text());
                case STRONG -> {
                    var strong = new StrongEmphasis("**");
                    strong.appendChild(new Text(named.text()));
                    yield strong;
                }
            };
        }

        private static void unwrap(Link link, Node before) {
            var child = link.getFirstChild();
            while (child != null) {
                var next = child.getNext();
                before.insertBefore(child);
                child = next;
            }
            link.unlink();
        }
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
