package dev.porteclef.editing;

import dev.porteclef.help.ArticleId;
import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One text as an editor published it; never changed, never deleted.
///
/// @param revision counts from 1 for each article and language
/// @param base the packaged text that it was written over, `null` where there was none
/// @param remark why, in the editor's words; may be empty
public record Publication(
        ArticleId id,
        int revision,
        Kind kind,
        String text,
        @Nullable String base,
        String remark,
        UserId editor,
        Instant at) {

    /// How it came about.
    public enum Kind {
        /// From a draft.
        PUBLISHED,
        /// The edit stays although the packaged text has changed.
        KEPT,
        /// The edit gave way to the packaged text.
        DROPPED,
        /// An editor went back to the packaged text, in every language at once.
        PACKAGED,
        /// Readers see it no more; the text is the one that they saw last.
        WITHDRAWN,
        /// Readers have it back as it was.
        RESTORED;

        /// The key of its text in both languages.
        public String translationKey() {
            return "editing.kind." + name();
        }
    }

    /// Whether readers see it, and it says something else than the text under it: what does not follows every upgrade
    /// by itself.
    public boolean isEdit() {
        return kind != Kind.WITHDRAWN && !text.equals(base);
    }
}
