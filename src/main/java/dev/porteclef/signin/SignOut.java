package dev.porteclef.signin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.ui.Addresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/// Puts a sign-out on the record and leads home in the language of the page it was asked on. Views sign out by
/// Vaadin's `AuthenticationContext.logout()`.
@Component
class SignOut implements LogoutHandler, LogoutSuccessHandler {

    private final SignInEvents events;
    private final PageLanguage pageLanguage;

    SignOut(SignInEvents events, PageLanguage pageLanguage) {
        this.events = events;
        this.pageLanguage = pageLanguage;
    }

    @Override
    public void logout(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof SignedInUser user) {
            events.signedOut(user.id());
        }
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        var ui = UI.getCurrent();
        var language = ui == null ? pageLanguage.of(request, response) : Language.of(ui.getLocale());
        new UidlRedirectStrategy().sendRedirect(request, response, "/" + Addresses.home(language));
    }
}
