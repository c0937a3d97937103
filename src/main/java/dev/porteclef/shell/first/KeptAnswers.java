package dev.porteclef.shell.first;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.platform.security.Tokens;
import dev.porteclef.platform.ui.PublicTextChanged;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Answers a reader without a session from memory where another one has had the same page before. Stands behind the
/// security chain, whose headers are written by then, and before Flow. Nothing older than five minutes is told, and
/// nothing at all of before the last [PublicTextChanged].
@Component
class KeptAnswers extends OncePerRequestFilter {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final int MOST_PATHS = 10_000;

    /// Under which a request carries the parameters by which its page differs; missing where it is not to be kept.
    private static final String READS = KeptAnswers.class.getName();

    private final PortalAddress portal;
    private final FrameState frame;
    private final Limits limits;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<String, Set<String>> reads =
            Caffeine.newBuilder().maximumSize(MOST_PATHS).build();
    private final Cache<Key, Answer> kept = Caffeine.newBuilder()
            .expireAfterWrite(LONGEST)
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Answer answer) -> key.weight() + answer.body().length)
            .build();

    private record Key(String portal, String path, SortedMap<String, List<String>> query, Object frame) {

        private static final int FRAME = 1000;

        private int weight() {
            return FRAME + portal.length() + path.length() + query.toString().length();
        }
    }

    private record Answer(String tag, byte[] body) {

        private static Answer of(byte[] body) {
            var digest = Tokens.hash(new String(body, StandardCharsets.UTF_8));
            // A weak one: what is compressed on its way has other bytes.
            return new Answer("W/\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"", body);
        }
    }

    KeptAnswers(PortalAddress portal, FrameState frame, Limits limits) {
        this.portal = portal;
        this.limits = limits;
        this.frame = frame;
    }

    /// Says that the answer to `request` may be kept, and by which parameters it differs.
    static void allow(HttpServletRequest request, Set<String> reads) {
        request.setAttribute(READS, reads);
    }

    /// Forgets everything; what is being drawn just now is not kept either.
    @EventListener(PublicTextChanged.class)
    void forget() {
        changes.incrementAndGet();
        reads.invalidateAll();
        kept.invalidateAll();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WithoutSession.reads(request)
                || Language.ofPath(WithoutSession.path(request)).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var found = find(request);
        if (found.isPresent()) {
            send(found.get(), request, response);
            return;
        }
        if (limits.check(
                        Limit.FIRST_ANSWER,
                        ClientAddress.of(request.getRemoteAddr()).value())
                instanceof Allowance.Wait(var remaining)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, remaining.toSeconds())));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        var before = changes.get();
        var around = frame.of(request);
        var drawn = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, drawn);
        if (drawn.getStatus() == HttpServletResponse.SC_OK && request.getAttribute(READS) instanceof Set<?> names) {
            var answer = Answer.of(drawn.getContentAsByteArray());
            if (frame.of(request).equals(around)) {
                keep(request, names, around, answer, before);
            }
            send(answer, request, response);
        } else {
            drawn.copyBodyToResponse();
        }
    }

    private Optional<Answer> find(HttpServletRequest request) {
        return Optional.ofNullable(reads.getIfPresent(request.getRequestURI()))
                .map(names -> kept.getIfPresent(key(request, names, frame.of(request))));
    }

    private void keep(HttpServletRequest request, Set<?> names, Object around, Answer answer, long before) {
        var known = Set.copyOf(names.stream().map(String.class::cast).toList());
        reads.put(request.getRequestURI(), known);
        kept.put(key(request, known, around), answer);
        if (changes.get() != before) {
            kept.invalidateAll();
        }
    }

    private Key key(HttpServletRequest request, Set<String> names, Object around) {
        var query = new TreeMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (names.contains(name)) {
                query.put(name, Arrays.asList(values));
            }
        });
        return new Key(portal.of(request), request.getRequestURI(), query, around);
    }

    private static void send(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        if (new ServletWebRequest(request, response).checkNotModified(answer.tag())) {
            return;
        }
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }
}
