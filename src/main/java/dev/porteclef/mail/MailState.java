package dev.porteclef.mail;

/// What has become of a mail.
public enum MailState {
    /// To be sent, at once or after a pause.
    WAITING,
    /// The mail server has taken it, at least once.
    SENT,
    /// There is no mail server: it would have been sent.
    WOULD_BE_SENT,
    /// Its customer has declined mail of this kind, or has no account any more.
    NOT_WANTED,
    /// What it told was over before it went out.
    TAKEN_BACK,
    /// The mail server has not taken it for a day.
    GIVEN_UP;

    /// The key of its text in both languages.
    public String translationKey() {
        return "mail.state." + name();
    }
}
