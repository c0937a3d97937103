package dev.porteclef.help;

import dev.porteclef.platform.content.MarkdownFile;
import dev.porteclef.platform.content.MarkdownFile.Line;
import dev.porteclef.platform.ui.MarkdownTree;
import dev.porteclef.platform.ui.MarkdownTree.Kind;
import dev.porteclef.platform.ui.MarkdownTree.Piece;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The file of an article before its names are looked up.
///
/// @param text the whole file
record ArticleFile(ArticleId id, String text, MarkdownFile markdown) {

    private static final Set<String> REQUIRED =
            Set.of("slug", "title", "summary", "tags", "codes", "reviewed-on", "sources", "owner", "asked-as");
    private static final Set<String> OPTIONAL = Set.of("exchange", "in-step-with");
    private static final int HASH_BYTES = 8;

    /// @param name for messages: where the text comes from
    ArticleFile(ArticleId id, String name, String text) {
        this(id, text, new MarkdownFile(name, text, REQUIRED, OPTIONAL));
    }

    String slug() {
        return markdown.front("slug");
    }

    String title() {
        return markdown.front("title");
    }

    @Nullable
    String exchange() {
        var exchange = markdown.front("exchange");
        return exchange.isEmpty() ? null : exchange;
    }

    List<String> codes() {
        return markdown.frontList("codes");
    }

    List<Topic> topics() {
        return markdown.frontList("tags").stream()
                .flatMap(word -> Topic.of(word).stream())
                .toList();
    }

    Optional<LocalDate> reviewedOn() {
        try {
            return Optional.of(LocalDate.parse(markdown.front("reviewed-on")));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// What stands before the first heading, or below a heading and in it.
    ///
    /// @param pieces with the lines of the file
    record Part(int line, String id, List<Piece> pieces) {

        /// The texts of all pieces of `kind`.
        List<String> texts(Kind kind) {
            return pieces.stream()
                    .filter(piece -> piece.kind() == kind)
                    .map(Piece::text)
                    .toList();
        }
    }

    /// Its text, read part by part as it is drawn: what defines a link holds within its part.
    List<Part> parts() {
        var lead = new Part(1, "the beginning", pieces(markdown.lead()));
        return Stream.concat(Stream.of(lead), markdown.blocks().stream().map(block -> {
                    var heading = List.of(new Line(block.line(), block.heading()));
                    var pieces = Stream.of(pieces(heading), pieces(block.body()))
                            .flatMap(List::stream)
                            .toList();
                    return new Part(block.line(), block.id(), pieces);
                }))
                .toList();
    }

    /// What its title consists of.
    List<Piece> titlePieces() {
        return pieces(List.of(new Line(markdown.lineOf("title"), title())));
    }

    private static List<Piece> pieces(List<Line> lines) {
        return MarkdownTree.pieces(MarkdownFile.text(lines)).stream()
                .map(piece ->
                        new Piece(piece.kind(), lines.getFirst().number() + piece.line(), piece.text(), piece.linked()))
                .toList();
    }

    /// What a translation has to follow: title, summary and text, not what only editors and the search read.
    String hash() {
        var followed = String.join("\n", title(), markdown.front("summary"), markdown.body());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(followed.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
