package dev.porteclef.help.search;

import java.util.List;

/// A piece of plain text in which some parts are marked. It holds no markup: who shows it escapes each part.
public record Excerpt(List<Part> parts) {

    /// A stretch of the text.
    public record Part(String text, boolean marked) {}

    public Excerpt {
        parts = List.copyOf(parts);
    }

    static Excerpt plain(String text) {
        return new Excerpt(text.isEmpty() ? List.of() : List.of(new Part(text, false)));
    }
}
