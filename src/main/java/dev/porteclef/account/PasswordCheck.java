package dev.porteclef.account;

import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;

/// What an e-mail and a password amount to. The page says the same for [Unknown] and [Differs].
public sealed interface PasswordCheck {

    /// Both belong to an account that may be used; `user` is without the password's hash.
    record Matches(SignedInUser user) implements PasswordCheck {}

    /// The account exists, the password is another or the account is closed.
    record Differs(UserId account) implements PasswordCheck {}

    /// No such account.
    record Unknown() implements PasswordCheck {}

    /// Not looked at: too many others wait.
    record Busy() implements PasswordCheck {}
}
