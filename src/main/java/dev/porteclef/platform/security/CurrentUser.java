package dev.porteclef.platform.security;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// The person in whose name the current thread acts.
@Component
public class CurrentUser {

    /// The signed-in person, or nothing for an anonymous reader.
    public Optional<SignedInUser> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser user
                ? Optional.of(user)
                : Optional.empty();
    }

    /// Whether the signed-in person has that role; nobody has any who is not signed in.
    public boolean has(Role role) {
        return find().filter(user -> user.roles().contains(role)).isPresent();
    }

    /// The id of the signed-in person. Callers stand behind a role check, so that absence is a defect.
    public UserId id() {
        return find().map(SignedInUser::id)
                .orElseThrow(() -> new IllegalStateException("nobody is signed in behind a role check"));
    }
}
