package dev.porteclef.signin;

import dev.porteclef.account.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the sign-in page says after a refusal. Kept in the session and not in the address, which others may see.
///
/// @param email as typed, so that it need not be typed again
/// @param until when the next try can succeed; `null` if at once
public record SignInFailure(
        Reason reason, String email, @Nullable Instant until) implements Serializable {

    private static final String ATTRIBUTE = SignInFailure.class.getName();

    /// Why; the same for a wrong password and an unknown e-mail.
    public enum Reason {
        NOT_RIGHT,
        TOO_MANY_TRIES,
        BUSY
    }

    public SignInFailure {
        email = email.substring(0, Math.min(email.length(), EmailAddress.LONGEST));
    }

    /// The refusal of the session's last try; nothing after a success or in a new session.
    public static Optional<SignInFailure> of(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((SignInFailure) session.getAttribute(ATTRIBUTE));
    }

    /// Remembers this in the session, if there is one: a refusal alone opens none, lest refusals fill the memory.
    void keep(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.setAttribute(ATTRIBUTE, this);
        }
    }

    static void clear(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }
}
