package dev.porteclef.feedback;

/// What became of an opinion.
public enum OpinionOutcome {
    KEPT,
    /// The comment looks as if it held a key or a secret: nothing was kept.
    HOLDS_SECRET,
    /// So many came from this address that it was not kept.
    TOO_MANY
}
