package dev.porteclef.verification;

/// Something about a typed credential field, found before anything is sent.
///
/// @param field the [dev.porteclef.exchange.CredentialField#name()]
public record FormatFinding(String field, Kind kind) {

    /// Whether a check makes no sense with this.
    public boolean blocks() {
        return kind.blocks;
    }

    /// What was found.
    public enum Kind {
        EMPTY(true),
        /// Longer than anything an exchange hands out; it is not sent.
        TOO_LONG(true),
        /// A space, a line break or an invisible or non-Latin character inside: no key has one, and none can be sent.
        UNSENDABLE(true),
        /// The same text as in an earlier field.
        SAME_AS_OTHER(true),
        /// Looks like what belongs into the other field, and the other way round.
        SWAPPED(true),
        UNUSUAL_LENGTH(false),
        UNUSUAL_CHARACTERS(false);

        private final boolean blocks;

        Kind(boolean blocks) {
            this.blocks = blocks;
        }

        /// The key of its text in both languages.
        public String translationKey() {
            return "verification.format." + name();
        }
    }
}
