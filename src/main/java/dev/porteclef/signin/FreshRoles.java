package dev.porteclef.signin;

import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.RolesNow;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// What a session's person may do now, instead of when the session began. One question to the database for each request
/// and none that outlives it; work beside requests asks at each act. Decision 0019.
@Component
class FreshRoles {

    private final ObjectProvider<RolesNow> roles;

    /// @param roles looked up late: whatever guards methods is made before everything that it guards
    FreshRoles(ObjectProvider<RolesNow> roles) {
        this.roles = roles;
    }

    /// None where the account is disabled, or gone.
    Set<Role> of(UserId person) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return roles.getObject().of(person);
        }
        var name = FreshRoles.class.getName() + " " + person;
        if (request.getAttribute(name, RequestAttributes.SCOPE_REQUEST) instanceof Held(var held)) {
            return held;
        }
        var now = roles.getObject().of(person);
        request.setAttribute(name, new Held(now), RequestAttributes.SCOPE_REQUEST);
        return now;
    }

    /// The same person with the authorities of now; what proves who it is stays.
    @Nullable
    Authentication refreshed(@Nullable Authentication held) {
        return held != null && held.getPrincipal() instanceof SignedInUser user ? refreshed(held, user) : held;
    }

    private Authentication refreshed(Authentication held, SignedInUser user) {
        var now = of(user.id());
        if (now.equals(user.roles())) {
            return held;
        }
        var fresh = user.with(now);
        var authorities = new ArrayList<GrantedAuthority>(fresh.getAuthorities());
        var before = user.getAuthorities();
        held.getAuthorities().stream()
                .filter(authority -> !before.contains(authority))
                .forEach(authorities::add);
        var authentication = UsernamePasswordAuthenticationToken.authenticated(fresh, null, authorities);
        authentication.setDetails(held.getDetails());
        return authentication;
    }

    private record Held(Set<Role> roles) {}
}
