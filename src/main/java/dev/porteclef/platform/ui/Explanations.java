package dev.porteclef.platform.ui;

import dev.porteclef.platform.i18n.Language;
import java.util.List;

/// Which codes and situations the help center explains, so that no page links to an article that is not there. Pages
/// ask by text, as with [Addresses], and need not know the help center.
@FunctionalInterface
public interface Explanations {

    /// Whether there is an article about this error code or situation at `exchange`.
    boolean has(String exchange, String entry);

    /// The articles about what can go wrong at `exchange`, by title; empty where nobody has written any.
    default List<Explanation> troubles(Language language, String exchange) {
        return List.of();
    }

    /// An article as another page names it.
    ///
    /// @param title inline HTML, sanitized
    /// @param summary plain text, one or two sentences
    /// @param address relative to the application's root
    /// @param code whether it is about a code that the exchange answers with
    record Explanation(String title, String summary, String address, boolean code) {}
}
