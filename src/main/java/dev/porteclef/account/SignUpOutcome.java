package dev.porteclef.account;

import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import java.time.Duration;

/// What became of a sign-up. Every refusal leaves nothing behind.
public sealed interface SignUpOutcome {

    /// The account exists; `user` has what a session needs, without the password's hash.
    record SignedUp(SignedInUser user) implements SignUpOutcome {

        public UserId id() {
            return user.id();
        }
    }

    /// An account with this e-mail exists; why that is said: decision 0003.
    record EmailTaken() implements SignUpOutcome {}

    record WeakPassword(PasswordFault fault) implements SignUpOutcome {}

    record InvalidEmail() implements SignUpOutcome {}

    /// @param remaining until the next try can succeed
    record TooManyTries(Duration remaining) implements SignUpOutcome {}
}
