package dev.porteclef.key;

/// Where a key stands, whatever the exchange says about it.
public enum Life {
    /// In use.
    ACTIVE,
    /// Kept, not used: by the customer's wish, or because it was found able to withdraw (then its secret is gone).
    PAUSED,
    /// Never stored: its secret was not written anywhere.
    REFUSED;

    /// The key of its text in both languages.
    public String translationKey() {
        return "key.life." + name();
    }
}
