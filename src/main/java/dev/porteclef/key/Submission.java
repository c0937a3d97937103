package dev.porteclef.key;

import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.platform.security.UserId;
import org.jspecify.annotations.Nullable;

/// A pair as it was submitted, on its way to being judged and kept.
///
/// @param fingerprint the keyed hash of its API key
/// @param retryOf a rejected try on the same page, or a key that waits for the same place: its place is taken
/// @param replaces a key in use that it is meant to replace
// Handed on once, never compared and never kept.
@SuppressWarnings("ArrayRecordComponent")
record Submission(
        UserId owner,
        Exchange exchange,
        KeyDraft draft,
        Credentials credentials,
        byte[] fingerprint,
        @Nullable KeyId retryOf,
        @Nullable KeyId replaces) {}
