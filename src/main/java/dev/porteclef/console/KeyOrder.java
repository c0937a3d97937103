package dev.porteclef.console;

/// By what a list of keys can be ordered: only what an index carries, so that every page of a million keys costs the
/// same.
public enum KeyOrder {
    /// Since when they stand as they do.
    SINCE,
    /// Their latest check.
    CHECKED,
    /// When they were connected.
    CONNECTED;

    /// The key of its text in both languages.
    public String translationKey() {
        return "console.order." + name();
    }
}
