package dev.porteclef.signin;

import dev.porteclef.account.Accounts;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Addresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/// The first factor: a form that posts `email`, `password` and `language` (of the page) to [#PATH].
@Configuration(proxyBeanMethods = false)
class PasswordFactor implements SignInFactor {

    static final String PATH = "/sign-in";

    private final PasswordProvider provider;
    private final ReturnAddress returnAddress;
    private final PageLanguage pageLanguage;
    private final Clock clock;

    PasswordFactor(
            Accounts accounts,
            Limits limits,
            SignInEvents events,
            SignInCompletion completion,
            ReturnAddress returnAddress,
            PageLanguage pageLanguage,
            Clock clock) {
        this.provider = new PasswordProvider(accounts, limits, events, completion);
        this.returnAddress = returnAddress;
        this.pageLanguage = pageLanguage;
        this.clock = clock;
    }

    @Override
    public AuthenticationProvider provider() {
        return provider;
    }

    @Override
    public void applyTo(HttpSecurity http) {
        http.formLogin(form -> form.loginPage(PATH)
                .loginProcessingUrl(PATH)
                .usernameParameter("email")
                .passwordParameter("password")
                .successHandler(this::succeeded)
                .failureHandler(this::failed));
        // A token in the form would make it useless after the session ended; see OwnPagesOnlyFilter.
        http.csrf(csrf -> csrf.ignoringRequestMatchers(OwnPagesOnlyFilter.GUARDED));
        http.addFilterBefore(new OwnPagesOnlyFilter(), UsernamePasswordAuthenticationFilter.class);
    }

    private void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication user)
            throws IOException {
        SignInFailure.clear(request);
        var language = languageOf(request, response);
        var customer = user.getAuthorities().stream()
                .anyMatch(authority -> Objects.equals(authority.getAuthority(), Role.CUSTOMER.authority()));
        var fallback = customer ? Addresses.keys(language) : Addresses.home(language);
        var target = returnAddress.take(request, response).orElse("/" + fallback);
        response.sendRedirect(request.getContextPath() + target);
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var email =
                Objects.requireNonNullElse(request.getParameter("email"), "").strip();
        switch (failure) {
            case SignInRefusal refusal -> {
                var until =
                        refusal.remaining().isZero() ? null : clock.instant().plus(refusal.remaining());
                new SignInFailure(refusal.reason(), email, until).keep(request);
            }
            default -> new SignInFailure(SignInFailure.Reason.NOT_RIGHT, email, null).keep(request);
        }
        var page = Addresses.signIn(languageOf(request, response));
        response.sendRedirect(request.getContextPath() + "/" + page + "?error");
    }

    private Language languageOf(HttpServletRequest request, HttpServletResponse response) {
        return Language.of(Objects.requireNonNullElse(request.getParameter("language"), ""))
                .orElseGet(() -> pageLanguage.of(request, response));
    }
}
