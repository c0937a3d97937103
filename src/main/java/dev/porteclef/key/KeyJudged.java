package dev.porteclef.key;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.platform.security.UserId;
import org.jspecify.annotations.Nullable;

/// Published as an application event, inside the transaction that wrote it, whenever a verification of a key has ended
/// and its customer was told.
///
/// @param before what the key amounted to until then, `null` for a row that did not exist
/// @param headline what the key amounts to now
/// @param noVerdict why the check said nothing, `null` when it did
public record KeyJudged(
        UserId owner,
        KeyId key,
        ExchangeId exchange,
        Environment environment,
        Strategy strategy,
        @Nullable Headline before,
        Headline headline,
        @Nullable Outcome noVerdict) {}
