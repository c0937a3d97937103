package dev.porteclef.key;

/// What the owner of a leaked key does outside the portal, in this order; the portal can only keep the ticks.
public enum LeakStep {
    /// Delete the key at the exchange.
    DELETED_THERE,
    /// Look through orders, transfers, withdrawals and sign-ins since the leak.
    REVIEWED,
    /// Change the password of the account and renew its second factor.
    PASSWORD_CHANGED,
    /// Close the hole: where the secret could be read.
    SOURCE_CLOSED;

    /// The key of its text in both languages.
    public String translationKey() {
        return "key.leak.step." + name();
    }
}
