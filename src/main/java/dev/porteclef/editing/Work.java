package dev.porteclef.editing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What an article can want of an editor, the most urgent first.
public enum Work {
    /// What was published contradicts this version of the portal, so readers see the packaged text.
    HIDDEN,
    /// After an upgrade, a link leads to a heading that an edit lacks; readers arrive at its beginning. Told of both,
    /// the article whose link it is and the one that lacks the heading.
    BROKEN,
    /// A language has no text.
    MISSING,
    /// An upgrade has changed the text under an edit.
    BASE_MOVED,
    /// The original has changed since the translation was made.
    BEHIND,
    /// A draft waits.
    DRAFT,
    /// Nobody has held it against its sources for long.
    STALE,
    /// Readers had it and have it no more.
    WITHDRAWN;

    /// The key of its name.
    public String translationKey() {
        return "editing.work." + name();
    }

    /// As it stands in an address.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The one called `word`, if there is one.
    public static Optional<Work> of(String word) {
        return Stream.of(values()).filter(work -> work.word().equals(word)).findFirst();
    }
}
