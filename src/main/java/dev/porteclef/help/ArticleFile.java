package dev.porteclef.help;

import dev.porteclef.platform.content.MarkdownFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
