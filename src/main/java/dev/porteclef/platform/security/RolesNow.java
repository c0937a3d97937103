package dev.porteclef.platform.security;

import java.util.Set;

/// What people may do at this very moment, whatever they could when they signed in.
@FunctionalInterface
public interface RolesNow {

    /// None where the account is disabled, or gone.
    Set<Role> of(UserId person);
}
