package dev.porteclef.signin;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/// One way to prove who one is; each has a configuration class of its own.
///
/// The rule for every factor to come: a provider that is not the last one required returns an authentication with
/// its `FactorGrantedAuthority` and **no role**; the provider of the last one calls [SignInCompletion], the only
/// place that turns an account into roles. A half signed-in session can then do nothing anywhere, whatever a rule
/// on addresses forgets. Spring merges factors only for `Authentication` classes that declare `toBuilder()`
/// themselves; the first second factor begins with a test of that.
interface SignInFactor {

    /// Adds the factor's endpoints to the filter chain.
    void applyTo(HttpSecurity http);

    AuthenticationProvider provider();
}
