package dev.porteclef.key;

import dev.porteclef.verification.FormatFinding;
import java.time.Duration;
import java.util.List;

/// What came of submitting a key.
public sealed interface ConnectOutcome {

    /// Stored and sealed; green, amber or red is told by the key's headline.
    record Connected(ExchangeKey key) implements ConnectOutcome {}

    /// Stored and sealed, and in use from now on in place of `old`, which the exchange was asked about once more.
    record Replaced(ExchangeKey key, ExchangeKey old) implements ConnectOutcome {}

    /// The key to replace is not there, not of this exchange and environment, or has been replaced already; nothing was
    /// sent.
    record NothingToReplace() implements ConnectOutcome {}

    /// Able to withdraw: the secret was not written anywhere; label and strategy are kept with the key's row.
    record Refused(ExchangeKey key) implements ConnectOutcome {}

    /// The same key is connected already, under this account.
    record AlreadyConnected(ExchangeKey key) implements ConnectOutcome {}

    /// Nothing was sent: at least one field cannot be what it should be.
    record Malformed(List<FormatFinding> findings) implements ConnectOutcome {}

    /// The label, which is kept in clear, holds a credential or looks like one; nothing was sent or kept.
    record SecretInLabel() implements ConnectOutcome {}

    /// Too many tries; nothing was sent.
    record TooManyTries(Duration remaining) implements ConnectOutcome {}
}
