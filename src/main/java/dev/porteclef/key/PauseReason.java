package dev.porteclef.key;

/// Why a key is not used.
public enum PauseReason {
    /// The customer wished it.
    CUSTOMER,
    /// The customer thinks that it leaked.
    LEAK,
    /// It was found able to withdraw; its secret is destroyed.
    WITHDRAW
}
