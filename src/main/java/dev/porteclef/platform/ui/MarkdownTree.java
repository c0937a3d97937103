package dev.porteclef.platform.ui;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// What a block of Markdown consists of, by the tree that its HTML is made of: a link is a link however it is written
/// (with a title, by reference, between angle brackets).
public final class MarkdownTree {

    private static final Parser PARSER = Parser.builder()
            .extensions(Markdown.EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private MarkdownTree() {}

    /// What a [Piece] is, and what its text says.
    public enum Kind {
        /// Where it leads.
        LINK,
        /// Where it lies. No page shows any.
        IMAGE,
        /// Its tag, which a page shows as it is written.
        HTML,
        /// What stands between backticks, or a line of a block of code.
        CODE,
        /// Words without anything between them.
        WORDS,
        /// The words in bold letters or italics.
        STRESSED,
        /// All words of a paragraph, a heading or a cell, links left out, on one line.
        PASSAGE,
        /// A point of a numbered list; no text.
        STEP,
        /// A point of another list; no text.
        POINT,
        /// A row of a table; no text.
        ROW
    }

    /// @param line counted from 0
    /// @param linked whether it stands inside the words of a link
    public record Piece(Kind kind, int line, String text, boolean linked) {}

    /// Everything in `markdown` from top to bottom; what stands inside of something comes after it.
    public static List<Piece> pieces(String markdown) {
        var visitor = new Collector();
        PARSER.parse(markdown).accept(visitor);
        return List.copyOf(visitor.pieces);
    }

    private static final class Collector extends AbstractVisitor {

        private final List<Piece> pieces = new ArrayList<>();

        private void add(Kind kind, Node node, String text) {
            var linked = false;
            for (var above = node.getParent(); above != null; above = above.getParent()) {
                linked |= above instanceof Link;
            }
            pieces.add(new Piece(kind, line(node), text, linked));
        }

        private static int line(Node node) {
            var at = node;
            while (at.getSourceSpans().isEmpty() && at.getParent() != null) {
                at = at.getParent();
            }
            return at.getSourceSpans().isEmpty()
                    ? 0
                    : at.getSourceSpans().getFirst().getLineIndex();
        }

        @Override
        public void visit(Link link) {
            add(Kind.LINK, link, link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            add(Kind.IMAGE, image, image.getDestination());
            visitChildren(image);
        }

        @Override
        public void visit(HtmlInline html) {
            add(Kind.HTML, html, html.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            add(Kind.HTML, html, html.getLiteral());
        }

        @Override
        public void visit(Code code) {
            add(Kind.CODE, code, code.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock code) {
            block(code.getLiteral(), line(code) + 1);
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            block(code.getLiteral(), line(code));
        }

        private void block(String literal, int first) {
            var lines = literal.lines().toList();
            for (var i = 0; i < lines.size(); i++) {
                pieces.add(new Piece(Kind.CODE, first + i, lines.get(i), false));
            }
        }

        @Override
        public void visit(Text text) {
            add(Kind.WORDS, text, text.getLiteral());
        }

        @Override
        public void visit(Emphasis emphasis) {
            add(Kind.STRESSED, emphasis, words(emphasis));
            visitChildren(emphasis);
        }

        @Override
        public void visit(StrongEmphasis emphasis) {
            add(Kind.STRESSED, emphasis, words(emphasis));
            visitChildren(emphasis);
        }

        @Override
        public void visit(Paragraph paragraph) {
            add(Kind.PASSAGE, paragraph, words(paragraph));
            visitChildren(paragraph);
        }

        @Override
        public void visit(Heading heading) {
            add(Kind.PASSAGE, heading, words(heading));
            visitChildren(heading);
        }

        @Override
        public void visit(ListItem item) {
            add(item.getParent() instanceof BulletList ? Kind.POINT : Kind.STEP, item, "");
            visitChildren(item);
        }

        @Override
        public void visit(CustomNode node) {
            visitTable(node);
        }

        @Override
        public void visit(CustomBlock node) {
            visitTable(node);
        }

        private void visitTable(Node node) {
            if (node instanceof TableRow) {
                add(Kind.ROW, node, "");
            } else if (node instanceof TableCell) {
                add(Kind.PASSAGE, node, words(node));
            }
            visitChildren(node);
        }

        private static String words(Node node) {
            var words = new StringBuilder();
            node.accept(new Words(words));
            return words.toString();
        }
    }

    private static final class Words extends AbstractVisitor {

        private final StringBuilder words;

        private Words(StringBuilder words) {
            this.words = words;
        }

        @Override
        public void visit(Text text) {
            words.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            words.append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak line) {
            words.append(' ');
        }

        @Override
        public void visit(HardLineBreak line) {
            words.append(' ');
        }

        /// What a link is called is the other page's to say.
        @Override
        public void visit(Link link) {}
    }
}
