package dev.porteclef.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// An exchange that accepts every key and takes note of whoever asks it in a way that the real one would punish: about
/// one key twice at once, or with a nonce that is not larger than the last. It speaks to several nodes at once, as the
/// proxy through which they call, so that all of them ask one exchange.
final class WitnessedExchange implements AutoCloseable {

    /// Long enough that two calls at once are seen as such.
    private static final long TAKES = Duration.ofMillis(30).toNanos();

    private final HttpServer server;
    private final Map<String, AtomicInteger> talking = new ConcurrentHashMap<>();
    private final Map<String, Long> nonces = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();
    private final AtomicInteger introspections = new AtomicInteger();
    private volatile boolean refusing;
    private final ConcurrentLinkedQueue<String> offences = new ConcurrentLinkedQueue<>();

    WitnessedExchange() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /// Refuses all keys from now on, as an exchange does to an address that it has banned, or no more.
    void refuse(boolean all) {
        refusing = all;
    }

    /// What was done that must never be.
    List<String> offences() {
        return List.copyOf(offences);
    }

    /// How many conversations have begun.
    int introspections() {
        return introspections.get();
    }

    /// Waits until each of these keys was asked about once more from now on.
    boolean awaitRound(Collection<String> apiKeys, Duration longest) throws InterruptedException {
        var round = Set.copyOf(apiKeys).stream().collect(Collectors.toMap(key -> key, _ -> new CountDownLatch(1)));
        awaited.putAll(round);
        var end = System.nanoTime() + longest.toNanos();
        for (var latch : round.values()) {
            if (!latch.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            http.getRequestBody().readAllBytes();
            var apiKey = http.getRequestHeaders().getFirst("bfx-apikey");
            var nonce = Long.parseLong(http.getRequestHeaders().getFirst("bfx-nonce"));
            var permissions = http.getRequestURI().getPath().equals(StagedBitfinex.PERMISSIONS);
            var one = talking.computeIfAbsent(apiKey, _ -> new AtomicInteger());
            if (one.incrementAndGet() > 1) {
                offences.add("two calls at once");
            }
            var last = nonces.put(apiKey, nonce);
            if (last != null && last >= nonce) {
                offences.add("nonce " + nonce + " after " + last);
            }
            LockSupport.parkNanos(TAKES);
            one.decrementAndGet();
            if (permissions) {
                introspections.incrementAndGet();
                var latch = awaited.get(apiKey);
                if (latch != null) {
                    latch.countDown();
                }
            }
            var refused = refusing;
            var body = (refused
                            ? StagedBitfinex.REJECTED
                            : permissions ? StagedBitfinex.SPOT_RIGHTS : StagedBitfinex.ONE_FUNDED_WALLET)
                    .getBytes(StandardCharsets.UTF_8);
            http.sendResponseHeaders(refused ? 500 : 200, body.length);
            http.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
