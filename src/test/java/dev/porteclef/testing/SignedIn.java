package dev.porteclef.testing;

import dev.porteclef.platform.security.SignedInUser;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/// Lets the current thread act in a person's name: `try (var _ = SignedIn.as(user)) { … }`.
public final class SignedIn implements AutoCloseable {

    private SignedIn() {}

    public static SignedIn as(SignedInUser user) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(user.withoutHash(), null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        return new SignedIn();
    }

    @Override
    public void close() {
        SecurityContextHolder.clearContext();
    }
}
