package dev.porteclef.platform.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
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
        var pieces = new ArrayList<Piece>();
        collect(PARSER.parse(markdown), false, pieces);
        return List.copyOf(pieces);
    }

    private static void collect(Node node, boolean linked, List<Piece> pieces) {
        BiConsumer<Kind, String> add = (kind, text) -> pieces.add(new Piece(kind, line(node), text, linked));
        switch (node) {
            case Link link -> add.accept(Kind.LINK, link.getDestination());
            case Image image -> add.accept(Kind.IMAGE, image.getDestination());
            case HtmlInline html -> add.accept(Kind.HTML, html.getLiteral());
            case HtmlBlock html -> add.accept(Kind.HTML, html.getLiteral());
            case Code code -> add.accept(Kind.CODE, code.getLiteral());
            case FencedCodeBlock code -> collectLines(code.getLiteral(), line(code) + 1, pieces);
            case IndentedCodeBlock code -> collectLines(code.getLiteral(), line(code), pieces);
            case Text text -> add.accept(Kind.WORDS, text.getLiteral());
            case Emphasis _, StrongEmphasis _ -> add.accept(Kind.STRESSED, words(node));
            case Paragraph _, Heading _, TableCell _ -> add.accept(Kind.PASSAGE, words(node));
            case ListItem item -> add.accept(item.getParent() instanceof BulletList ? Kind.POINT : Kind.STEP, "");
            case TableRow _ -> add.accept(Kind.ROW, "");
            default -> {}
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            collect(child, linked || node instanceof Link, pieces);
        }
    }

    private static void collectLines(String literal, int first, List<Piece> pieces) {
        var lines = literal.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            pieces.add(new Piece(Kind.CODE, first + i, lines.get(i), false));
        }
    }

    /// Where `node` begins, or what it stands in where the parser does not say.
    private static int line(Node node) {
        var at = node;
        while (at.getSourceSpans().isEmpty() && at.getParent() != null) {
            at = at.getParent();
        }
        return at.getSourceSpans().isEmpty()
                ? 0
                : at.getSourceSpans().getFirst().getLineIndex();
    }

    private static String words(Node node) {
        var words = new StringBuilder();
        addWords(node, words);
        return words.toString();
    }

    private static void addWords(Node node, StringBuilder words) {
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case Text text -> words.append(text.getLiteral());
                case Code code -> words.append(code.getLiteral());
                case SoftLineBreak _, HardLineBreak _ -> words.append(' ');
                // What a link is called is the other page's to say.
                case Link _ -> {}
                default -> addWords(child, words);
            }
        }
    }
}
