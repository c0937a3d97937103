package dev.porteclef.capture;

import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/// A page as its tags and its title: enough to tell a gateway's page from a challenge, and nothing of what it says.
final class HtmlOutline {

    private static final int MAX = 4_000;

    private HtmlOutline() {}

    /// @param title makes the title fit to be told
    static String of(String html, UnaryOperator<String> title) {
        var page = Jsoup.parse(html);
        var outline = new StringBuilder();
        page.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element element && isTold(element)) {
                    outline.append('<').append(element.normalName()).append('>');
                    if (element.normalName().equals("title")) {
                        outline.append(title.apply(page.title()));
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && isTold(element)) {
                    outline.append("</").append(element.normalName()).append('>');
                }
            }
        });
        return outline.length() <= MAX ? outline.toString() : outline.substring(0, MAX);
    }

    /// Tags that HTML knows; one that a page invented could be any text.
    private static boolean isTold(Element element) {
        return element.tag().isKnownTag();
    }
}
