package dev.porteclef.exchange;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The only way out to an exchange: allow-listed hosts, no redirects, bounded time and size, nothing retried.
///
/// Bounds: 3 s to connect, 8 s for the whole answer with its body, 256 KiB. Whatever goes wrong on the way is a
/// [NotReached], never an exception; so is an interrupt, which does not outlast the call.
@Component
public class ExchangeTransport {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(3), Duration.ofSeconds(8), 256 * 1024);

    private final AllowedHosts allowed;
    private final Clock clock;
    private final Bounds bounds;
    private final Map<Route, HttpClient> clients = new ConcurrentHashMap<>();

    @Autowired
    public ExchangeTransport(AllowedHosts allowed, Clock clock) {
        this(allowed, clock, BOUNDS);
    }

    /// For tests that cannot wait as long as a customer.
    ExchangeTransport(AllowedHosts allowed, Clock clock, Bounds bounds) {
        this.allowed = allowed;
        this.clock = clock;
        this.bounds = bounds;
    }

    private HttpClient client(Route route) {
        var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(bounds.connect());
        if (route.from() != null) {
            client.localAddress(route.from());
        }
        if (route.proxy() != null) {
            client.proxy(ProxySelector.of(route.proxy()));
        }
        return client.build();
    }

    /// Sends `request` once, straight out.
    public Reply send(HttpRequest request) {
        return send(request, Route.DIRECT);
    }

    /// Sends `request` once, by `route`.
    ///
    /// @throws IllegalStateException when the host is not an exchange's: a defect, not a failure of the network
    public Reply send(HttpRequest request, Route route) {
        allowed.require(request.uri());
        var at = clock.instant();
        var started = System.nanoTime();
        var pending =
                clients.computeIfAbsent(route, this::client).sendAsync(request, info -> new BoundedBody(bounds.body()));
        try {
            var response = pending.get(bounds.total().toMillis(), TimeUnit.MILLISECONDS);
            var body = response.body();
            return body.length > bounds.body()
                    ? new NotReached(Failure.ANSWER_TOO_LONG, response.statusCode(), since(started), at)
                    : new Replied(response.statusCode(), response.headers(), body, since(started), at);
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new NotReached(Failure.TIMED_OUT, null, since(started), at);
        } catch (ExecutionException e) {
            return new NotReached(failureOf(e.getCause()), null, since(started), at);
        } catch (InterruptedException e) {
            pending.cancel(true);
            return new NotReached(Failure.BROKEN_OFF, null, since(started), at);
        } finally {
            // An interrupt has its answer by now. What follows uses the database, and a thread that writes to H2 while
            // it is interrupted closes the whole of it.
            Thread.interrupted();
        }
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static Failure failureOf(@Nullable Throwable cause) {
        for (var step = cause; step != null; step = step.getCause()) {
            switch (step) {
                case UnresolvedAddressException _ -> {
                    return Failure.NAME_NOT_FOUND;
                }
                case SSLException _ -> {
                    return Failure.TLS_FAILED;
                }
                case HttpConnectTimeoutException _ -> {
                    return Failure.NOT_CONNECTED;
                }
                case HttpTimeoutException _ -> {
                    return Failure.TIMED_OUT;
                }
                case ConnectException connect
                when connect.getCause() == null -> {
                    return Failure.NOT_CONNECTED;
                }
                default -> {
                    // Look further down: the interesting failure is often wrapped.
                }
            }
        }
        return cause instanceof ConnectException ? Failure.NOT_CONNECTED : Failure.BROKEN_OFF;
    }

    /// Why no usable answer came.
    public enum Failure {
        NAME_NOT_FOUND(Outcome.UNREACHABLE),
        NOT_CONNECTED(Outcome.UNREACHABLE),
        TLS_FAILED(Outcome.UNREACHABLE),
        TIMED_OUT(Outcome.TOO_SLOW),
        BROKEN_OFF(Outcome.BROKEN_OFF),
        ANSWER_TOO_LONG(Outcome.NOT_ITS_ANSWER);

        private final Outcome outcome;

        Failure(Outcome outcome) {
            this.outcome = outcome;
        }

        /// What it means for a key: never a verdict.
        public Outcome outcome() {
            return outcome;
        }
    }

    /// What came of a request.
    public sealed interface Reply {

        Duration took();

        Instant at();
    }

    /// A whole HTTP answer within the bounds, whatever it says.
    public record Replied(int status, HttpHeaders headers, byte[] body, Duration took, Instant at) implements Reply {

        /// How long the exchange asks to be left alone, in seconds or until a time (RFC 9110, 10.2.3), at most an hour;
        /// `null` where it does not say, or something else.
        public @Nullable Duration retryAfter() {
            return headers.firstValue("retry-after").map(this::wait).orElse(null);
        }

        private @Nullable Duration wait(String told) {
            try {
                var length = told.strip().chars().allMatch(Character::isDigit)
                        ? Duration.ofSeconds(Long.parseLong(told.strip()))
                        : Duration.between(at, RFC_1123_DATE_TIME.parse(told.strip(), Instant::from));
                return length.isNegative() || length.isZero() ? null : length.compareTo(LONGEST) > 0 ? LONGEST : length;
            } catch (NumberFormatException | DateTimeException e) {
                return null;
            }
        }
    }

    /// No answer, or none that could be read to its end.
    public record NotReached(Failure failure, @Nullable Integer status, Duration took, Instant at) implements Reply {}

    /// How long a request may take and how much may come back.
    ///
    /// @param total for the whole answer, its body included
    /// @param body in bytes
    record Bounds(Duration connect, Duration total, int body) {}

    /// Collects at most `bound` bytes and one more, then hangs up.
    private static final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {

        private final int bound;
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
        private Flow.@Nullable Subscription subscription;

        BoundedBody(int bound) {
            this.bound = bound;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (var buffer : buffers) {
                var room = bound + 1 - collected.size();
                var bytes = new byte[Math.min(room, buffer.remaining())];
                buffer.get(bytes);
                collected.writeBytes(bytes);
            }
            if (collected.size() > bound && subscription != null) {
                subscription.cancel();
                whole.complete(collected.toByteArray());
            }
        }

        @Override
        public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            whole.complete(collected.toByteArray());
        }
    }

    /// The hosts that may be called: those of the catalogue, and the practice exchange's.
    public interface AllowedHosts {

        /// Fails where `address` is not below an exchange's base address.
        void require(URI address);
    }
}
