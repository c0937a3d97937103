package dev.porteclef.audit;

/// What can stand in the record.
public enum Act {
    SIGNED_UP,
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGNED_OUT,
    LANGUAGE_CHANGED,
    KEY_CONNECTED,
    KEY_REFUSED,
    KEY_CHECKED,
    VERDICT_CHANGED,
    KEY_DELETED,
    STAFF_LOOKED,
    PRACTICE_KEY_CREATED;

    /// The key of its text in both languages.
    public String translationKey() {
        return "audit.act." + name();
    }
}
