package dev.porteclef.key;

/// Where a key stands, whatever the exchange says about it.
public enum Life {
    /// Meant to replace another key, and not accepted yet: the other one goes on working.
    DRAFT,
    /// In use.
    ACTIVE,
    /// Kept, not used; [PauseReason] says why.
    PAUSED,
    /// Another key has taken its place; it is asked about until the exchange refuses it.
    REPLACED,
    /// Replaced or leaked, and refused by the exchange since: its secret is destroyed.
    REVOKED,
    /// Never stored: its secret was not written anywhere.
    REFUSED;

    /// The key of its text in both languages.
    public String translationKey() {
        return "key.life." + name();
    }
}
