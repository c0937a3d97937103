package dev.porteclef.verification;

/// The checks of a verification in their order; the page shows them one by one.
public enum CheckKind {
    FORMAT,
    REACHABLE,
    SIGNATURE,
    PERMISSIONS,
    BALANCE;

    /// The key of its text in both languages.
    public String translationKey() {
        return "verification.check." + name();
    }
}
