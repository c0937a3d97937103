package dev.porteclef.key;

import dev.porteclef.verification.Verification;
import java.time.Duration;

/// What came of checking a stored key again.
public sealed interface CheckOutcome {

    /// Checked; what was found is in the key.
    record Checked(ExchangeKey key) implements CheckOutcome {}

    /// No such key of this customer, or nothing left to check it with.
    record NotCheckable() implements CheckOutcome {}

    /// Accepted with the fields swapped, but that way round it is connected already; nothing was changed.
    record AlreadyConnected(ExchangeKey key) implements CheckOutcome {}

    /// Tried with the fields swapped, and the answer told nothing; the key is as it was.
    record NothingLearnt(Verification verification) implements CheckOutcome {}

    /// Too many tries; nothing was sent.
    record TooManyTries(Duration remaining) implements CheckOutcome {}
}
