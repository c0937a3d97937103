package dev.porteclef.shell.first;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.platform.limits.Turns;
import dev.porteclef.platform.ui.PublicTextChanged;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UriUtils;

/// Answers a reader without a session from memory where another one has had the same page before. Stands behind the
/// security chain, whose headers are written by then, and before Flow. Nothing older than five minutes is told, and
/// nothing at all of before the last [PublicTextChanged].
@Component
class KeptAnswers extends OncePerRequestFilter {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long MOST_BYTES = 24L * 1024 * 1024;
    /// Of these there are as many as somebody cares to invent; they must not crowd out the others.
    static final long MOST_BYTES_OF_CHOICES = 8L * 1024 * 1024;

    private static final int MOST_PATHS = 10_000;
    private static final int LONGEST_QUERY = 500;

    /// Under which a request carries the [Parameters] by which its page differs; missing where it is not to be kept.
    private static final String PARAMETERS = KeptAnswers.class.getName();

    private final FrameState frame;
    private final Limits limits;
    private final Turns turns;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<String, Parameters> paths =
            Caffeine.newBuilder().maximumSize(MOST_PATHS).build();
    private final Cache<Key, Answer> kept = cache(MOST_BYTES);
    private final Cache<Key, Answer> choices = cache(MOST_BYTES_OF_CHOICES);

    /// @param query as the page understands it
    private record Key(String path, SortedMap<String, String> query, Object frame) {

        private static final int FRAME = 1000;

        private int weight() {
            return FRAME + path.length() + queryLength();
        }

        private int queryLength() {
            return query.toString().length();
        }
    }

    private record Answer(String tag, byte[] body) {

        private static Answer of(byte[] body) {
            return new Answer(WeakTag.of(body), body);
        }
    }

    KeptAnswers(FrameState frame, Limits limits, Turns turns) {
        this.turns = turns;
        this.limits = limits;
        this.frame = frame;
    }

    private static Cache<Key, Answer> cache(long bytes) {
        return Caffeine.newBuilder()
                .expireAfterWrite(LONGEST)
                .maximumWeight(bytes)
                .weigher((Key key, Answer answer) -> key.weight() + answer.body().length)
                .build();
    }

    /// Says that the answer to `request` may be kept, and by which parameters it differs.
    static void allow(HttpServletRequest request, Parameters parameters) {
        request.setAttribute(PARAMETERS, parameters);
    }

    /// Forgets everything; what is being drawn just now is not kept either.
    @EventListener(PublicTextChanged.class)
    void forget() {
        changes.incrementAndGet();
        paths.invalidateAll();
        forgetAnswers();
    }

    private void forgetAnswers() {
        kept.invalidateAll();
        choices.invalidateAll();
    }

    /// What the answers to addresses with parameters take just now.
    long bytesOfChoices() {
        choices.cleanUp();
        return choices.policy().eviction().orElseThrow().weightedSize().orElse(0);
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
        var address = ClientAddress.of(request.getRemoteAddr()).value();
        if (limits.check(Limit.FIRST_ANSWER, address) instanceof Allowance.Wait(var remaining)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, remaining.toSeconds())));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        try (var turn = turns.await(address)) {
            if (turn == null) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "5");
                response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
                return;
            }
            draw(request, response, chain, turn);
        }
    }

    /// The turn is over before anything is sent: whoever reads slowly holds up nobody.
    private void draw(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Turns.Turn turn)
            throws ServletException, IOException {
        // Somebody who waited before may have had it drawn.
        var found = find(request);
        if (found.isPresent()) {
            turn.close();
            send(found.get(), request, response);
            return;
        }
        var before = changes.get();
        var around = frame.of(request);
        var drawn = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, drawn);
        turn.close();
        if (drawn.getStatus() == HttpServletResponse.SC_OK
                && request.getAttribute(PARAMETERS) instanceof Parameters parameters) {
            var answer = Answer.of(drawn.getContentAsByteArray());
            if (frame.of(request).equals(around)) {
                keep(request, parameters, around, answer, before);
            }
            send(answer, request, response);
        } else {
            drawn.copyBodyToResponse();
        }
    }

    private Optional<Answer> find(HttpServletRequest request) {
        return Optional.ofNullable(paths.getIfPresent(path(request)))
                .map(parameters -> key(request, parameters, frame.of(request)))
                .map(key -> cache(key).getIfPresent(key));
    }

    private void keep(HttpServletRequest request, Parameters parameters, Object around, Answer answer, long before) {
        paths.put(path(request), parameters);
        var key = key(request, parameters, around);
        if (key.queryLength() <= LONGEST_QUERY) {
            cache(key).put(key, answer);
        }
        if (changes.get() != before) {
            forgetAnswers();
        }
    }

    private Cache<Key, Answer> cache(Key key) {
        return key.query().isEmpty() ? kept : choices;
    }

    private static Key key(HttpServletRequest request, Parameters parameters, Object around) {
        return new Key(path(request), parameters.in(request), around);
    }

    /// However it was escaped.
    private static String path(HttpServletRequest request) {
        return UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
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
