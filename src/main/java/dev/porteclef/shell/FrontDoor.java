package dev.porteclef.shell;

import dev.porteclef.platform.i18n.Language;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Sends a visitor of `/` to the front page in their language: the one last chosen here, else the first one of the
/// browser that the portal speaks, else English. Flow's own requests to `/` carry a query and pass.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FrontDoor extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var visits = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var root = request.getRequestURI().equals(request.getContextPath() + "/");
        if (!visits || !root || request.getQueryString() != null) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        response.setHeader(
                HttpHeaders.LOCATION,
                request.getContextPath() + "/" + choose(request).tag());
        response.setStatus(HttpServletResponse.SC_FOUND);
    }

    private static Language choose(HttpServletRequest request) {
        return Preferences.language(request.getCookies())
                .orElseGet(() -> Collections.list(request.getLocales()).stream()
                        .flatMap(locale -> Language.of(locale.getLanguage()).stream())
                        .findFirst()
                        .orElse(Language.ENGLISH));
    }
}
