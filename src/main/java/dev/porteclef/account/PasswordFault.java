package dev.porteclef.account;

/// Why a password is not taken.
public enum PasswordFault {
    /// Fewer than [PasswordRules#SHORTEST] characters.
    TOO_SHORT,
    /// More than [PasswordRules#LONGEST] characters.
    TOO_LONG,
    /// Among the first that an attacker tries: common, or built from common words, the brand or the own e-mail.
    GUESSABLE;

    /// The key of its text in both languages.
    public String translationKey() {
        return "account.password." + name();
    }
}
