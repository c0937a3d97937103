package dev.porteclef.key;

import dev.porteclef.exchange.Outcome;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One check in a key's history.
///
/// @param verdict `null` where the exchange said nothing about the key; then `noVerdict` says why
public record KeyCheck(
        Instant at,
        Verdict.@Nullable Kind verdict,
        @Nullable Outcome noVerdict,
        Harmlessness harmlessness,
        KeyReport report) {}
