package dev.porteclef.exchange;

/// Where a key is valid: the real exchange, or the practice exchange of a demo.
public enum Environment {
    LIVE,
    PRACTICE;

    /// The key of its text in both languages.
    public String translationKey() {
        return "exchange.environment." + name();
    }
}
