package dev.porteclef.exchange;

import dev.porteclef.platform.i18n.LocalizedText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One field of the pair (or triple) an exchange hands out.
///
/// @param name the name the adapter asks for (`apiKey`)
/// @param usual what a value usually looks like: a warning when it does not match, never a refusal; `null`: anything
public record CredentialField(
        String name,
        Kind kind,
        LocalizedText label,
        LocalizedText hint,
        @Nullable Pattern usual,
        @Nullable Integer usualLength) {

    /// How a field is typed and kept.
    public enum Kind {
        /// Identifies the key; not secret, yet sealed like one. Exactly one per exchange: its keyed hash is the
        /// fingerprint.
        KEY,
        /// One line, masked.
        SECRET,
        /// Chosen by the customer when the key was made; may contain any printable character, masked.
        PASSPHRASE,
        /// Several lines (a private key in PEM); line breaks are kept.
        PEM
    }
}
