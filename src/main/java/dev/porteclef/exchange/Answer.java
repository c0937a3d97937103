package dev.porteclef.exchange;

/// What came of asking an exchange one thing.
public sealed interface Answer<T> {

    /// The exchange told it.
    record Told<T>(T value, Evidence evidence) implements Answer<T> {}

    /// The exchange, or the way to it, answered something else; `outcome` says what that means for the key.
    record Declined<T>(Outcome outcome, Evidence evidence) implements Answer<T> {}

    /// This exchange has no way of being asked.
    record Unaskable<T>() implements Answer<T> {}
}
