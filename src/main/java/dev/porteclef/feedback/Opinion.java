package dev.porteclef.feedback;

import dev.porteclef.platform.i18n.Language;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a reader says of an article.
///
/// @param reason why it did not help, `null` where the reader does not say, and for one that did
/// @param comment in the reader's own words, at most [#MAX_COMMENT] characters, may be empty
public record Opinion(
        String family,
        Language language,
        boolean helpful,
        @Nullable Reason reason,
        String comment) {

    /// The longest comment, in characters.
    public static final int MAX_COMMENT = 500;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    public Opinion {
        comment = CONTROL.matcher(comment).replaceAll(" ").strip();
        if (comment.length() > MAX_COMMENT) {
            throw new IllegalArgumentException("a comment has at most " + MAX_COMMENT + " characters");
        }
    }

    /// Why an article did not help.
    public enum Reason {
        NOT_MY_CASE,
        UNCLEAR,
        WRONG,
        DID_NOT_WORK;

        /// The key of its words.
        public String translationKey() {
            return "feedback.reason." + name();
        }
    }
}
