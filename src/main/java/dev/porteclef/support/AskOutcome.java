package dev.porteclef.support;

import dev.porteclef.key.CredentialGuard;
import java.time.Duration;

/// What came of asking support.
public sealed interface AskOutcome {

    /// Sent, with this name.
    record Asked(SupportRequest request) implements AskOutcome {}

    /// Nothing was sent or kept: the text gives something secret away.
    record HoldsSecret(CredentialGuard.Finding finding) implements AskOutcome {}

    /// Nothing was sent: there is no question, or it is too long.
    record NoQuestion() implements AskOutcome {}

    /// Nothing was sent: no such key of this customer.
    record NoSuchKey() implements AskOutcome {}

    /// Nothing was sent: too many questions in a row.
    record TooMany(Duration remaining) implements AskOutcome {}
}
