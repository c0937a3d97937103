package dev.porteclef.editing;

import org.jspecify.annotations.Nullable;

/// What became of an attempt to save a draft.
public sealed interface SaveOutcome {

    record Saved(Draft draft) implements SaveOutcome {}

    /// It says what is there already; no draft was begun for that.
    ///
    /// @param judged what was there; somebody else may have written since
    record Unchanged(Manuscript judged) implements SaveOutcome {}

    /// Somebody else has saved, published or discarded meanwhile; nothing was written.
    ///
    /// @param now the draft there is now, `null` where there is none any more
    record Elsewhere(@Nullable Draft now) implements SaveOutcome {}

    /// Longer than [Drafts#MAX_TEXT].
    record TooLong() implements SaveOutcome {}
}
