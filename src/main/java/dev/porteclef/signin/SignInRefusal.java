package dev.porteclef.signin;

import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.signin.SignInFailure.Reason;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/// A refused sign-in on its way through Spring Security to the page.
final class SignInRefusal extends AuthenticationException {

    private final Reason reason;
    private final Duration wait;

    private SignInRefusal(Reason reason, Duration wait) {
        super(reason.name());
        this.reason = reason;
        this.wait = wait;
    }

    static SignInRefusal notRight() {
        return new SignInRefusal(Reason.NOT_RIGHT, Duration.ZERO);
    }

    static SignInRefusal tooManyTries(Allowance.Wait wait) {
        return new SignInRefusal(Reason.TOO_MANY_TRIES, wait.remaining());
    }

    static SignInRefusal busy() {
        return new SignInRefusal(Reason.BUSY, Duration.ZERO);
    }

    Reason reason() {
        return reason;
    }

    /// Until the next try can succeed; zero if at once.
    Duration remaining() {
        return wait;
    }
}
