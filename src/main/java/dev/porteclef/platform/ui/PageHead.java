package dev.porteclef.platform.ui;

import java.util.List;
import java.util.Map;

/// What the head of a page tells search engines and whoever shows a link to it. Written into the first HTML only.
///
/// @param description a sentence or two, plain text; empty for none
/// @param indexed whether the page may be found by search engines, and its first answer be kept for the next reader
/// @param structured descriptions after schema.org, one map each; a relative [java.net.URI] among the values is an
///     address from the application's root and written in full
public record PageHead(String title, String description, boolean indexed, List<Map<String, Object>> structured) {

    public PageHead {
        structured = List.copyOf(structured);
    }

    /// The head of a page that nobody is to find.
    public static PageHead hidden(String title) {
        return new PageHead(title, "", false, List.of());
    }
}
