package dev.porteclef.exchange;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was asked of the exchange and what it answered, without anything secret: fit for storing and showing.
///
/// @param asked the call (`POST /v2/auth/r/permissions`)
/// @param status the HTTP status, `null` when no answer came
/// @param code the exchange's own error code, `null` when it gave none
/// @param text the exchange's own words or the network's failure in a few words, at most 200 characters
/// @param answerHash SHA-256 of the whole answer in hex, `null` when none came: proof of what was read without keeping
/// it
/// @param via the outgoing address it was asked from, empty where that is not known, `null` where nothing was asked
/// @param retryAfter how long the exchange asks to be left alone, `null` where it does not say
public record Evidence(
        String asked,
        @Nullable Integer status,
        @Nullable String code,
        @Nullable String text,
        @Nullable String answerHash,
        Duration took,
        Instant at,
        @Nullable String via,
        @Nullable Duration retryAfter) {

    public Evidence(
            String asked,
            @Nullable Integer status,
            @Nullable String code,
            @Nullable String text,
            @Nullable String answerHash,
            Duration took,
            Instant at) {
        this(asked, status, code, text, answerHash, took, at, null, null);
    }

    /// Nothing was asked.
    public static Evidence ofNothing(Instant at) {
        return new Evidence("–", null, null, null, null, Duration.ZERO, at);
    }
}
