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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The practice exchange's HTTP server: loopback only, on a port the system chooses, a virtual thread per call.
/// Listens before the portal's own web server does, and until that has stopped.
@Component
@Profile("!prod")
final class PracticeServer implements SmartLifecycle, PracticeEndpoint {

    /// The exchange whose API is imitated.
    static final ExchangeId IMITATED = new ExchangeId("bitfinex");

    /// Larger than any call of the portal by far; what is longer is not read.
    static final int LONGEST_BODY = 16 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(PracticeServer.class);

    private final PracticeApi api;
    private @Nullable Running running;

    PracticeServer(PracticeApi api) {
        this.api = api;
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
            server.createContext("/", this::handle);
            server.start();
            running = new Running(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException("the practice exchange found no port on loopback", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
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

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            var body = http.getRequestBody().readNBytes(LONGEST_BODY + 1);
            send(http, body.length > LONGEST_BODY ? ApiAnswer.BAD_GATEWAY : answer(http, body));
        }
    }

    private ApiAnswer answer(HttpExchange http, byte[] body) {
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
            return ApiAnswer.BAD_GATEWAY;
        }
    }

    private static void send(HttpExchange http, ApiAnswer answer) throws IOException {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", answer.contentType());
        if (http.getRequestMethod().equals("HEAD")) {
            http.sendResponseHeaders(answer.status(), -1);
            return;
        }
        http.sendResponseHeaders(answer.status(), bytes.length);
        http.getResponseBody().write(bytes);
    }

    private record Running(HttpServer server, ExecutorService threads) {}
}
