package dev.porteclef.exchange;

import dev.porteclef.platform.i18n.LocalizedText;

/// A scope that the API reports although no box of the dialog is known to grant write access to it.
///
/// @param harm what a key that has it means for the verdict
public record HiddenScope(String scope, Harm harm, LocalizedText meaning) {

    /// What is known of the harm a scope can do.
    public enum Harm {
        /// Known not to move money.
        NONE,
        /// Undocumented: with write access the key's harmlessness cannot be proven.
        UNKNOWN,
        /// Moves money out: refused.
        FORBIDDEN
    }
}
