package dev.porteclef.console;

/// What came of wishing to look as the customer does.
public sealed interface LookOutcome {

    /// It has begun, and is on the customer's record.
    record Begun(Look look) implements LookOutcome {}

    /// Nothing is shown: there is no reason, or it is too long.
    record NoReason() implements LookOutcome {}

    /// Nothing is shown: the reason holds something of a credential's shape.
    record HoldsSecret() implements LookOutcome {}

    /// Nothing is shown: the key is gone.
    record NoSuchKey() implements LookOutcome {}
}
