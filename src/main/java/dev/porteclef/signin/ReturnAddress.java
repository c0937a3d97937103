package dev.porteclef.signin;

import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import dev.porteclef.platform.i18n.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.stereotype.Component;

/// Where a reader wanted to go before being asked to sign in: path and query, within the portal and never elsewhere.
/// It is remembered in the session, either by the filter chain (first load of a page) or by Flow (a link inside an
/// open page); the later of the two counts.
@Component
public class ReturnAddress {

    private final VaadinDefaultRequestCache requests;

    ReturnAddress(VaadinDefaultRequestCache requests) {
        this.requests = requests;
        requests.ignoreRequests(request -> !PageLanguage.isPage(request));
    }

    /// The address, beginning with `/` and without the context path; it stays remembered.
    public Optional<String> find(HttpServletRequest request, HttpServletResponse response) {
        return clickedLink(request).or(() -> savedRequest(request, response)).filter(ReturnAddress::isOwnPage);
    }

    /// The same, forgotten from now on.
    public Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        var address = find(request, response);
        forgetClickedLink(request);
        requests.removeRequest(request, response);
        return address;
    }

    /// Called when the filter chain has just saved a request: what was clicked before does not count any more.
    static void forgetClickedLink(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT);
            session.removeAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT_ABSOLUTE);
        }
    }

    private static Optional<String> clickedLink(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT) instanceof String link
                ? Optional.of("/" + link)
                : Optional.empty();
    }

    private Optional<String> savedRequest(HttpServletRequest request, HttpServletResponse response) {
        return requests.getRequest(request, response) instanceof DefaultSavedRequest saved
                ? Optional.of(Objects.requireNonNull(saved.getRequestURI())
                                .substring(request.getContextPath().length())
                        + query(saved.getQueryString()))
                : Optional.empty();
    }

    private static String query(@Nullable String query) {
        return query == null ? "" : "?" + query;
    }

    private static boolean isOwnPage(String address) {
        return Language.ofPath(address.split("[?#]", 2)[0]).isPresent();
    }
}
