package dev.porteclef.mail;

/// What came of choosing a word.
public enum WordOutcome {
    KEPT,
    /// There is none any more.
    REMOVED,
    /// Nothing was kept: it is too short, too long, or has characters that cannot be seen.
    WRONG_FORM,
    /// Nothing was kept: it looks like a key or a secret, or is one of the customer's own.
    LOOKS_LIKE_CREDENTIAL;

    /// The key of its text in both languages.
    public String translationKey() {
        return "mail.word.outcome." + name();
    }
}
