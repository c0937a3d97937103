package dev.porteclef.key;

/// Why a key is not used.
public enum PauseReason {
    /// The customer wished it.
    CUSTOMER,
    /// Support wished it. Only its owner brings it back.
    SUPPORT,
    /// The customer thinks that it leaked.
    LEAK,
    /// It was found able to withdraw; its secret is destroyed.
    WITHDRAW;

    /// Whether nothing is wrong with the key: it is only put aside, and as good as in use.
    public boolean isAside() {
        return this == CUSTOMER || this == SUPPORT;
    }
}
