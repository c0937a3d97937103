package dev.porteclef.help.search;

import java.util.List;
import java.util.Locale;

/// One thing that a reader can find: an article, a section of a guide, a word of the glossary. Everything in it is
/// plain text.
///
/// @param id the same in every language; an article's is its family
/// @param exchange empty where it concerns every exchange
/// @param codes error codes that this explains, to the letter
/// @param askedAs how people ask for it
/// @param address relative to the application's root, with the fragment
public record Findable(
        Kind kind,
        String id,
        String title,
        String summary,
        List<String> tags,
        String exchange,
        List<String> codes,
        List<String> askedAs,
        List<String> headings,
        String body,
        String address) {

    /// Where something was found.
    public enum Kind {
        ARTICLE,
        GUIDE,
        GLOSSARY;

        /// The word for it in an address.
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The key of its name in both languages.
        public String translationKey() {
            return "help.search.kind." + parameter();
        }
    }

    public Findable {
        tags = List.copyOf(tags);
        codes = List.copyOf(codes);
        askedAs = List.copyOf(askedAs);
        headings = List.copyOf(headings);
    }
}
