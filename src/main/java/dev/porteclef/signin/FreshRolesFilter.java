package dev.porteclef.signin;

import dev.porteclef.platform.security.SignedInUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets every page and every click act with the roles of now. Where none is left the session ends: a page asks for a
/// sign-in then, and an open page says that its session is over.
final class FreshRolesFilter extends OncePerRequestFilter {

    /// What nobody has done, of Flow's own requests.
    private static final List<String> NO_ACTS = List.of("heartbeat", "push");

    private final FreshRoles roles;
    private final SecurityContextRepository contexts;
    private final RequestMatcher files;

    FreshRolesFilter(FreshRoles roles, SecurityContextRepository contexts, String... files) {
        this.roles = roles;
        this.contexts = contexts;
        this.files = new OrRequestMatcher(List.of(files).stream()
                .<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
                .toList());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var asked = request.getParameter("v-r");
        return (asked != null && NO_ACTS.contains(asked)) || files.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = SecurityContextHolder.getContext().getAuthentication();
        if (held != null && held.getPrincipal() instanceof SignedInUser user) {
            var now = roles.of(user.id());
            if (now.isEmpty()) {
                end(request);
            } else if (!now.equals(user.roles())) {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(roles.refreshed(held));
                SecurityContextHolder.setContext(context);
                contexts.saveContext(context, request, response);
            }
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            try {
                session.invalidate();
            } catch (IllegalStateException e) {
                // Another request of the same session was faster.
            }
        }
    }
}
