package dev.porteclef.editing;

import dev.porteclef.platform.i18n.Language;
import java.util.Set;

/// What became of an attempt to publish.
public sealed interface PublishOutcome {

    /// Readers see it.
    ///
    /// @param behind whether the translation does not follow the original now
    record Published(Set<Language> languages, boolean behind) implements PublishOutcome {}

    /// Nothing was published: this stands against it.
    record Refused(Review review) implements PublishOutcome {}

    /// Nothing was published: a draft is not the one that was seen, or gone.
    record Elsewhere() implements PublishOutcome {}
}
