package dev.porteclef.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.PracticeEndpoint;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/// An exchange that is content with every key and takes its time to say so. A process of its own, so that what it
/// costs is not counted as the portal's or the bare client's.
final class StandInExchange implements PracticeEndpoint, AutoCloseable {

    private static final String READY = "Ready at ";
    private static final int WAITING_CONNECTIONS = 4096;

    private final Child process;
    private final URI address;

    private StandInExchange(Child process) throws IOException {
        this.process = process;
        this.address = URI.create(process.readyLine().substring(READY.length()));
    }

    /// @param latency from the whole request to the first byte of the answer
    static StandInExchange start(Duration latency) throws IOException {
        return new StandInExchange(Child.start(
                Path.of("").toAbsolutePath(),
                READY,
                List.of(
                        "-Xmx256m",
                        // Otherwise answers wait for the system to collect more, and idle connections are dropped.
                        "-Dsun.net.httpserver.nodelay=true",
                        "-Dsun.net.httpserver.maxIdleConnections=" + WAITING_CONNECTIONS,
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandInExchange.class.getName(),
                        Long.toString(latency.toMillis()))));
    }

    public static void main(String... words) throws IOException {
        var latency = Duration.ofMillis(Long.parseLong(words[0]));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), WAITING_CONNECTIONS);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        answer(server, StagedBitfinex.PERMISSIONS, StagedBitfinex.SPOT_RIGHTS, latency);
        answer(server, StagedBitfinex.WALLETS, StagedBitfinex.ONE_FUNDED_WALLET, latency);
        server.start();
        System.out.println(READY + "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpServer server, String path, String body, Duration latency) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, http -> answer(http, bytes, latency));
    }

    private static void answer(HttpExchange http, byte[] body, Duration latency) throws IOException {
        try (http) {
            http.getRequestBody().readAllBytes();
            Thread.sleep(latency);
            http.sendResponseHeaders(200, body.length);
            http.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ExchangeId exchange() {
        return StagedBitfinex.ID;
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
