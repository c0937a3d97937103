package dev.porteclef.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.porteclef.exchange.ExchangeTransport.Failure;
import dev.porteclef.exchange.ExchangeTransport.NotReached;
import dev.porteclef.exchange.ExchangeTransport.Replied;
import dev.porteclef.exchange.ExchangeTransport.Reply;
import dev.porteclef.testing.Certificates;
import dev.porteclef.testing.FaultProxy;
import dev.porteclef.testing.FaultProxy.Fault;
import dev.porteclef.testing.FaultProxy.Side;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whoever cannot prove to be the exchange hears no key, and what it says is not read.
@Timeout(60)
class TlsFaultsTest {

    private static final Duration LONG = Duration.ofSeconds(8);

    @TempDir
    private static Path folder;

    private static Certificates certificates;
    private static SSLContext right;

    private final List<HttpsServer> servers = new ArrayList<>();
    private final AtomicInteger heard = new AtomicInteger();

    @BeforeAll
    static void certify() {
        certificates = new Certificates(folder);
        right = certificates.server("localhost", "-2d", 30);
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    /// The control: with this authority trusted, only the certificates below are at fault.
    @Test
    void a_certificate_for_the_host_from_a_trusted_authority_is_believed() {
        assertThat(sendTrusting(serve(right))).isInstanceOf(Replied.class);
        assertThat(heard).hasValue(1);
    }

    @Test
    void a_certificate_from_nobody_known_is_not_believed() {
        assertRefused(send(Transports.within(LONG), serve(right)));
    }

    @Test
    void a_certificate_for_another_host_is_not_believed() {
        assertRefused(sendTrusting(serve(certificates.server("exchange.example", "-2d", 30))));
    }

    @Test
    void a_certificate_of_the_past_is_not_believed() {
        assertRefused(sendTrusting(serve(certificates.server("localhost", "-30d", 10))));
    }

    @Test
    void a_certificate_of_the_future_is_not_believed() {
        assertRefused(sendTrusting(serve(certificates.server("localhost", "+2d", 30))));
    }

    @Test
    void a_greeting_that_arrives_garbled_is_a_failure_of_tls() {
        try (var proxy = new FaultProxy(serve(right))) {
            proxy.play(new Fault.Garble(Side.TARGET, 0));
            assertRefused(sendTrusting(proxy.port()));
            proxy.play(new Fault.Garble(Side.TARGET, 100));
            assertRefused(sendTrusting(proxy.port()));
        }
    }

    @Test
    void a_handshake_broken_off_at_any_byte_sends_no_key() {
        try (var proxy = new FaultProxy(serve(right))) {
            sendTrusting(proxy.port());
            var length = proxy.passed(Side.TARGET);
            for (var bytes = 0L; bytes < length / 2; bytes += 37) {
                proxy.play(new Fault.Cut(Side.TARGET, bytes));
                assertThat(sendTrusting(proxy.port()))
                        .as("cut at byte %d", bytes)
                        .isInstanceOfSatisfying(
                                NotReached.class,
                                lost -> assertThat(lost.failure()).isIn(Failure.TLS_FAILED, Failure.BROKEN_OFF));
            }
        }
    }

    private void assertRefused(Reply reply) {
        assertThat(reply).isInstanceOfSatisfying(NotReached.class, lost -> {
            assertThat(lost.failure()).isEqualTo(Failure.TLS_FAILED);
            assertThat(lost.failure().outcome()).isEqualTo(Outcome.UNREACHABLE);
        });
        assertThat(heard).as("requests it got to hear").hasValue(0);
    }

    private static Reply sendTrusting(int port) {
        SSLContext usual;
        try {
            usual = SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        SSLContext.setDefault(certificates.client());
        try {
            return send(Transports.within(LONG), port);
        } finally {
            SSLContext.setDefault(usual);
        }
    }

    private static Reply send(ExchangeTransport transport, int port) {
        return transport.send(HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/v2/x"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    }

    private int serve(SSLContext context) {
        try {
            var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", http -> {
                try (http) {
                    heard.incrementAndGet();
                    http.sendResponseHeaders(200, -1);
                }
            });
            server.start();
            servers.add(server);
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
