package dev.porteclef.verification;

/// How far one check is, or how it ended.
public enum CheckState {
    WAITING,
    RUNNING,
    PASSED,
    /// Passed, with something worth saying.
    WARNED,
    /// The exchange said no, or the key is not what was asked for.
    FAILED,
    /// Nothing can be said: no answer, or not now.
    UNDECIDED,
    /// Not done, because an earlier check settled it or the exchange cannot be asked.
    SKIPPED;

    /// The key of its text in both languages.
    public String translationKey() {
        return "verification.state." + name();
    }
}
