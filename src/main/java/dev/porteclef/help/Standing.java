package dev.porteclef.help;

/// How a translation stands to its original.
public enum Standing {
    UP_TO_DATE,
    /// The original has changed since.
    BEHIND,
    MISSING
}
