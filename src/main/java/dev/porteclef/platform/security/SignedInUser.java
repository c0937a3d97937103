package dev.porteclef.platform.security;

import dev.porteclef.platform.i18n.Language;
import java.io.Serializable;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/// The person behind the current session, without the password hash once signed in.
/// Authorities are the roles; they are granted only by the provider of the last required factor.
public record SignedInUser(
        UserId id, String email, String passwordHash, Set<Role> roles, Language language, boolean enabled)
        implements UserDetails, Serializable {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .collect(Collectors.toSet());
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    /// The same person as the session keeps them: no hash.
    public SignedInUser withoutHash() {
        return new SignedInUser(id, email, "", roles, language, enabled);
    }

    /// The same person with other roles.
    public SignedInUser with(Set<Role> others) {
        return new SignedInUser(id, email, passwordHash, others, language, enabled);
    }

    @Override
    public String toString() {
        return "SignedInUser[" + id + " " + roles + "]";
    }
}
