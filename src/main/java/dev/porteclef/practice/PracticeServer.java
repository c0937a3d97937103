package dev.porteclef.practice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.PracticeEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The practice exchange's HTTP server: loopback only, on a port the system chooses, a virtual thread per call.
/// Listens before the portal's own web server does, and until that has stopped. What is slow on purpose holds up
/// nothing else, and ends with the server.
@Component
@Profile("!prod")
final class PracticeServer implements SmartLifecycle, PracticeEndpoint {

    /// The exchange whose API is imitated.
    static final ExchangeId IMITATED = new ExchangeId("bitfinex");

    /// Larger than any call of the portal by far; what is longer is not read.
    static final int LONGEST_BODY = 16 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(PracticeServer.class);

    /// Longer than the portal waits for an answer.
    private static final Duration SLOW = Duration.ofSeconds(15);

    /// In how many pieces a dribbling body is sent: of a client that has hung up one hears after one or two.
    private static final int DROPS = 30;

    private final PracticeApi api;
    private final Duration slow;
    private @Nullable Running running;

    @Autowired
    PracticeServer(PracticeApi api) {
        this(api, SLOW);
    }

    /// @param slow how long a slow answer takes; tests have less time, or more
    PracticeServer(PracticeApi api, Duration slow) {
        this.api = api;
        this.slow = slow;
    }

    @Override
    public ExchangeId exchange() {
        return IMITATED;
    }

    @Override
    public synchronized URI address() {
        if (running == null) {
            throw new IllegalStateException("the practice exchange does not listen");
        }
        var address = running.server().getAddress();
        return URI.create("http://127.0.0.1:" + address.getPort());
    }

    @Override
    public synchronized void start() {
        if (running != null) {
            return;
        }
        try {
            var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            var server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            var stopping = new CountDownLatch(1);
            server.createContext("/", http -> handle(http, stopping));
            server.start();
            running = new Running(server, threads, stopping);
        } catch (IOException e) {
            throw new UncheckedIOException("the practice exchange found no port on loopback", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.stopping().countDown();
            running.server().stop(0);
            running.threads().shutdownNow();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }

    private void handle(HttpExchange http, CountDownLatch stopping) throws IOException {
        try (http) {
            var body = http.getRequestBody().readNBytes(LONGEST_BODY + 1);
            send(http, body.length > LONGEST_BODY ? Reply.atOnce(ApiAnswer.BAD_GATEWAY) : answer(http, body), stopping);
        }
    }

    private Reply answer(HttpExchange http, byte[] body) {
        var headers = http.getRequestHeaders();
        try {
            return api.answer(new PracticeApi.Call(
                    http.getRequestMethod(),
                    http.getRequestURI().getRawPath(),
                    headers.getFirst("bfx-nonce"),
                    headers.getFirst("bfx-apikey"),
                    headers.getFirst("bfx-signature"),
                    body));
        } catch (RuntimeException e) {
            // The kind alone: a message could quote the call.
            LOG.warn("The practice exchange could not answer: {}", e.getClass().getName());
            return Reply.atOnce(ApiAnswer.BAD_GATEWAY);
        }
    }

    private void send(HttpExchange http, Reply reply, CountDownLatch stopping) throws IOException {
        var bytes = reply.answer().body().getBytes(StandardCharsets.UTF_8);
        switch (reply.delivery()) {
            case AT_ONCE -> whole(http, reply.answer(), bytes);
            case LATE -> {
                // Nothing is written, so nothing tells of a client that has hung up: the wait itself is the bound.
                if (passes(slow, stopping)) {
                    whole(http, reply.answer(), bytes);
                }
            }
            case DRIBBLING -> dribble(http, reply.answer(), bytes, stopping);
            case BROKEN_OFF -> {
                // This server gives no way to reset a connection (RST). It closes it, with less sent than was
                // announced: the client sees a body that broke off.
                begin(http, reply.answer(), bytes.length);
                http.getResponseBody().write(bytes, 0, bytes.length / 2);
                http.getResponseBody().flush();
            }
        }
    }

    private static void whole(HttpExchange http, ApiAnswer answer, byte[] bytes) throws IOException {
        if (bytes.length == 0 || http.getRequestMethod().equals("HEAD")) {
            begin(http, answer, -1);
            return;
        }
        begin(http, answer, bytes.length);
        http.getResponseBody().write(bytes);
    }

    private void dribble(HttpExchange http, ApiAnswer answer, byte[] bytes, CountDownLatch stopping)
            throws IOException {
        begin(http, answer, bytes.length);
        var body = http.getResponseBody();
        for (var drop = 0; drop < DROPS; drop++) {
            var from = bytes.length * drop / DROPS;
            body.write(bytes, from, bytes.length * (drop + 1) / DROPS - from);
            body.flush();
            if (!passes(slow.dividedBy(DROPS), stopping)) {
                return;
            }
        }
    }

    /// @param length of the body in bytes, -1 for none
    private static void begin(HttpExchange http, ApiAnswer answer, int length) throws IOException {
        http.getResponseHeaders().set("Content-Type", answer.contentType());
        http.sendResponseHeaders(answer.status(), length);
    }

    /// Waits for `time`.
    ///
    /// @return whether it has passed; not when the server stops meanwhile
    private static boolean passes(Duration time, CountDownLatch stopping) {
        try {
            return !stopping.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// @param stopping open as long as the server runs
    private record Running(HttpServer server, ExecutorService threads, CountDownLatch stopping) {}
}
