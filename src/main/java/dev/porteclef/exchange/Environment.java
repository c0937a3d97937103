package dev.porteclef.exchange;

/// Where a key is valid: the real exchange, or the practice exchange of a demo.
public enum Environment {
    LIVE,
    PRACTICE;

    public String translationKey() {
        return "exchange.environment." + name();
    }
}
