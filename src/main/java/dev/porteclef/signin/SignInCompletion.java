package dev.porteclef.signin;

import dev.porteclef.platform.security.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// The end of every sign-in: here and nowhere else an account becomes a session with roles, and the record says so.
@Component
public class SignInCompletion {

    private final SignInEvents events;
    private final SecurityContextRepository contexts;

    SignInCompletion(SignInEvents events, SecurityContextRepository contexts) {
        this.events = events;
        this.contexts = contexts;
    }

    /// The authentication of `user` after the last required factor, already on the record.
    Authentication complete(SignedInUser user, Collection<FactorGrantedAuthority> factors) {
        events.signedIn(user.id());
        var authorities = new ArrayList<GrantedAuthority>(user.getAuthorities());
        authorities.addAll(factors);
        return UsernamePasswordAuthenticationToken.authenticated(user.withoutHash(), null, authorities);
    }

    /// Signs in the person who has just opened an account with a password: the session gets a new id, so that one
    /// planted before is worth nothing, and later requests of it act in the person's name.
    public void startSession(SignedInUser user, HttpServletRequest request, HttpServletResponse response) {
        var authentication = complete(
                user, List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
