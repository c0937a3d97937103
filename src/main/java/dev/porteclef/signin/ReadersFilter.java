package dev.porteclef.signin;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.limits.Turns;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.ui.PassingSession;
import dev.porteclef.platform.ui.ReadingPages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Watches over [Readers] at the door: a request that would begin a session too many gets a short answer instead, and
/// an open page of which the session has ended is left in peace until its reader does something.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class ReadersFilter extends OncePerRequestFilter {

    /// What nobody has done, of Flow's own requests.
    private static final List<String> NO_ACTS = List.of("heartbeat", "push");

    private static final Allowance.Wait CROWD = new Allowance.Wait(Duration.ofMinutes(1));

    private static final int LONGEST_CLICK = 16_384;

    /// Where a link leads, in the message by which Flow's client tells of a click on it.
    private static final Pattern WANTED = Pattern.compile("\"route\":\"/?([\\w./-]+)\"");

    private static final Pattern QUERY = Pattern.compile("\"query\":\"(\\?[\\w%&=+.,~-]*)\"");

    private final Readers readers;
    private final Turns turns;
    private final Texts texts;

    ReadersFilter(Readers readers, Turns turns, Texts texts) {
        this.readers = readers;
        this.turns = turns;
        this.texts = texts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = Objects.requireNonNullElse(request.getParameter("v-r"), "");
        if (asked.equals("heartbeat") && isOver(request.getSession(false)) && comesFromReading(request)) {
            // Flow's client takes that calmly; told that the session is over, it would load the page again, which
            // would begin another session that nobody uses.
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (asked.equals("uidl") && isOver(request.getSession(false)) && comesFromReading(request)) {
            loadAgain(request, response);
            return;
        }
        if (!NO_ACTS.contains(asked)) {
            note(request.getSession(false));
        }
        if ((asked.equals("init") || isPage(request, asked)) && !isSignedIn(request.getSession(false))) {
            inTurn(request, response, chain);
        } else {
            count(request, response, chain);
        }
    }

    /// Whether a page is drawn for whoever has a session already. For all others it may be in memory, which needs no
    /// turn; where it is not, it is drawn in one that is taken there.
    private static boolean isPage(HttpServletRequest request, String asked) {
        return asked.isEmpty()
                && request.getAttribute(PassingSession.ATTRIBUTE) == null
                && PageLanguage.isPage(request);
    }

    /// Drawing a page and beginning one is what costs most of what a stranger can ask for. The turn is over before
    /// anything is sent: whoever reads slowly holds up nobody.
    private void inTurn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var drawn = new ContentCachingResponseWrapper(response);
        try (var turn = turns.await(address(request))) {
            if (turn == null) {
                refuse(drawn, HttpStatus.SERVICE_UNAVAILABLE, "signin.readers.crowd", CROWD);
            } else {
                count(request, drawn, chain);
            }
        }
        drawn.copyBodyToResponse();
    }

    private static String address(HttpServletRequest request) {
        return ClientAddress.of(request.getRemoteAddr()).value();
    }

    private void count(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var counted = new Counted(request);
        try {
            chain.doFilter(counted, response);
        } catch (RuntimeException | ServletException | IOException e) {
            if (counted.refusal == null) {
                throw e;
            }
        }
        if (counted.refusal != null) {
            refuse(response, HttpStatus.TOO_MANY_REQUESTS, "signin.readers.full", counted.refusal);
        } else {
            leaveIfSignedIn(request.getSession(false));
        }
    }

    /// Has Flow's client load a page, by its own word for it: the one that a click wanted, otherwise the same again.
    private static void loadAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var words = new String(request.getInputStream().readNBytes(LONGEST_CLICK), StandardCharsets.UTF_8);
        var wanted = WANTED.matcher(words);
        var target = wanted.find() && Language.ofPath("/" + wanted.group(1)).isPresent()
                ? ": " + request.getContextPath() + "/" + wanted.group(1) + query(words)
                : "";
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.getOutputStream().write(("Vaadin-Refresh" + target).getBytes(StandardCharsets.UTF_8));
    }

    /// What a link says beside the path, told apart from it in the message.
    private static String query(String words) {
        var query = QUERY.matcher(words);
        return query.find() ? query.group(1) : "";
    }

    private static boolean isOver(@Nullable HttpSession session) {
        try {
            return session == null || VaadinSession.getAllSessions(session).isEmpty();
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /// The page that asks is named by the referrer, also after a click that loaded nothing: the portal's own policy
    /// has browsers say it.
    private static boolean comesFromReading(HttpServletRequest request) {
        var referrer = request.getHeader(HttpHeaders.REFERER);
        if (referrer == null) {
            return false;
        }
        try {
            var path = Objects.requireNonNullElse(URI.create(referrer).getPath(), "");
            var inside = path.startsWith(request.getContextPath())
                    ? path.substring(request.getContextPath().length())
                    : path;
            var routes = ApplicationRouteRegistry.getInstance(new VaadinServletContext(request.getServletContext()));
            return Language.ofPath(inside).isPresent()
                    && ReadingPages.isAt(RouteConfiguration.forRegistry(routes), inside);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void note(@Nullable HttpSession held) {
        try {
            if (held != null && held.getAttribute(Reader.ATTRIBUTE) instanceof Reader reader) {
                readers.acts(reader);
            }
        } catch (IllegalStateException e) {
            // It has just ended.
        }
    }

    private static void leaveIfSignedIn(@Nullable HttpSession session) {
        try {
            if (session != null && session.getAttribute(Reader.ATTRIBUTE) != null && isSignedIn(session)) {
                session.removeAttribute(Reader.ATTRIBUTE);
            }
        } catch (IllegalStateException e) {
            // Another request has ended the session.
        }
    }

    private static boolean isSignedIn(@Nullable HttpSession session) {
        try {
            return session != null
                    && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                            instanceof SecurityContext context
                    && isSignedIn(context);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static boolean isSignedIn(SecurityContext context) {
        var authentication = context.getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser;
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String key, Allowance.Wait wait)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        response.setStatus(status.value());
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, wait.remaining().toSeconds())));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var words = texts.get(Language.ENGLISH, key, wait.minutes()) + "\n\n"
                + texts.get(Language.FRENCH, key, wait.minutes()) + "\n";
        response.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }

    /// Asks before a session begins. Who has just signed in is no reader any more.
    private final class Counted extends HttpServletRequestWrapper {

        private Allowance.@Nullable Wait refusal;

        private Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public HttpSession getSession() {
            return Objects.requireNonNull(getSession(true));
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            var held = super.getSession(false);
            if (held != null || !create || isPassing() || isSignedIn(SecurityContextHolder.getContext())) {
                return held == null && create ? super.getSession(true) : held;
            }
            if (readers.admit(address(this), () -> super.getSession(true)) instanceof Allowance.Wait wait) {
                refusal = wait;
                throw new TooManyReaders();
            }
            return super.getSession(false);
        }

        /// Whether what is asked for ends with the request: it is no reader, and takes nobody's place.
        private boolean isPassing() {
            return getAttribute(PassingSession.ATTRIBUTE) != null;
        }
    }

    /// Thrown through whatever asked for the session; the filter that threw it answers.
    private static final class TooManyReaders extends IllegalStateException {

        private TooManyReaders() {
            super("a session too many", null);
        }

        /// Where it was thrown tells nothing, and it is thrown when there is much to do.
        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
