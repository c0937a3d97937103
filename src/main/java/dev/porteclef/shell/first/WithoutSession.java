package dev.porteclef.shell.first;

import com.vaadin.flow.spring.security.RequestUtil;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Tokens;
import dev.porteclef.platform.ui.PassingSession;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets whoever only reads leave no session behind: the first answer of a page that is open to everybody does with a
/// [TransientSession]. The page's scripts then ask for a real one; a reader without them never has any.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class WithoutSession extends OncePerRequestFilter {

    private static final List<String> FILES =
            List.of("/VAADIN/build/", "/VAADIN/static/", "/files/", "/icons/", "/styles");

    private final ObjectProvider<RequestUtil> flow;
    private final SecureRandom random;
    private final Clock clock;

    WithoutSession(ObjectProvider<RequestUtil> flow, SecureRandom random, Clock clock) {
        this.flow = flow;
        this.random = random;
        this.clock = clock;
    }

    /// Whether the reader of `request` has no session, and gets none by it.
    static boolean reads(HttpServletRequest request) {
        return request.getAttribute(PassingSession.ATTRIBUTE) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getSession(false) != null || beginsPage(request) || !(isOpenPage(request) || isFile(request))) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(PassingSession.ATTRIBUTE, true);
        var reader = new Reader(request);
        try {
            chain.doFilter(reader, response);
        } finally {
            reader.leave();
        }
    }

    /// Flow begins a live page at whatever address it is asked to, and that needs a real session. Nothing else tells
    /// such a request from one for the text of the page, which waits for a turn of its own.
    private static boolean beginsPage(HttpServletRequest request) {
        return "init".equals(request.getParameter("v-r"));
    }

    /// A file, or one that is no longer there: whoever asks for it wants no session either.
    private static boolean isFile(HttpServletRequest request) {
        return FILES.stream().anyMatch(path(request)::startsWith);
    }

    /// Below the application's root.
    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private boolean isOpenPage(HttpServletRequest request) {
        var path = path(request);
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && Language.ofPath(path).isPresent()
                && isOpen(flow.getObject(), request);
    }

    /// Open to everybody, or no page at all.
    private static boolean isOpen(RequestUtil flow, HttpServletRequest request) {
        return flow.isAnonymousRoute(request) || !flow.isSecuredFlowRoute(request);
    }

    private final class Reader extends HttpServletRequestWrapper {

        private @Nullable TransientSession session;

        private Reader(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            if (session == null && create) {
                session = new TransientSession(getServletContext(), Tokens.next(random), clock.millis());
            }
            return session;
        }

        @Override
        public HttpSession getSession() {
            var opened = getSession(true);
            if (opened == null) {
                throw new IllegalStateException("a session that is asked for is there");
            }
            return opened;
        }

        private void leave() {
            if (session != null) {
                session.invalidate();
            }
        }
    }
}
