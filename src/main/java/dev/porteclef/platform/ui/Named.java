package dev.porteclef.platform.ui;

import org.jspecify.annotations.Nullable;

/// What a name in an author's text stands for: `[](box:orders.write)` becomes the words beside that box.
///
/// @param text shown where the author wrote no words of their own
/// @param address where it leads, relative to the application's root; `null` where it is a word and no link
public record Named(String text, @Nullable String address, Look look) {

    /// How the word is set.
    public enum Look {
        PLAIN,
        STRONG,
        CODE
    }

    /// Finds what names stand for.
    @FunctionalInterface
    public interface Names {

        /// No names: every link is an address.
        Names NONE = (scheme, name) -> null;

        /// What `name` of the kind `scheme` (`box`, `help`) stands for; `null` where nobody knows it.
        @Nullable
        Named find(String scheme, String name);
    }
}
