package dev.porteclef.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.exchange.ExchangeTransport.AllowedHosts;
import dev.porteclef.exchange.ExchangeTransport.Bounds;
import dev.porteclef.exchange.ExchangeTransport.Failure;
import dev.porteclef.exchange.ExchangeTransport.NotReached;
import dev.porteclef.exchange.ExchangeTransport.Replied;
import dev.porteclef.exchange.ExchangeTransport.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// Everything a network can do to a request, done by a bare socket.
@Timeout(20)
class ExchangeTransportTest {

    private static final int BOUND = 256 * 1024;
    private static final Bounds PATIENT = new Bounds(Duration.ofSeconds(3), Duration.ofSeconds(8), BOUND);
    private static final Bounds HASTY = new Bounds(Duration.ofSeconds(3), Duration.ofMillis(150), BOUND);

    private final BareServer server = new BareServer();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void stop() throws IOException {
        over.countDown();
        server.close();
    }

    @Test
    void a_whole_answer_comes_back_whatever_its_status() {
        server.serve((_, out) -> write(out, "HTTP/1.1 418 I am a teapot\r\nContent-Length: 5\r\n\r\nshort"));
        assertThat(send(PATIENT)).isInstanceOfSatisfying(Replied.class, replied -> {
            assertThat(replied.status()).isEqualTo(418);
            assertThat(replied.body()).asString(StandardCharsets.UTF_8).isEqualTo("short");
            assertThat(replied.took()).isPositive();
        });
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() {
        server.serve((_, out) -> write(
                out,
                "HTTP/1.1 307 Go on\r\nLocation: http://127.0.0.1:%d/elsewhere\r\nContent-Length: 0\r\n\r\n"
                        .formatted(server.port())));
        assertThat(send(PATIENT))
                .isInstanceOfSatisfying(
                        Replied.class, replied -> assertThat(replied.status()).isEqualTo(307));
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void exactly_the_bound_is_read_and_one_byte_more_is_not() {
        server.serve((_, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(BOUND));
            out.write(new byte[BOUND]);
        });
        assertThat(send(PATIENT))
                .isInstanceOfSatisfying(
                        Replied.class, replied -> assertThat(replied.body()).hasSize(BOUND));
    }

    @Test
    void one_byte_more_than_the_bound_is_too_long() {
        server.serve((_, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(BOUND + 1));
            out.write(new byte[BOUND + 1]);
        });
        assertThat(failure(send(PATIENT))).isEqualTo(Failure.ANSWER_TOO_LONG);
    }

    @Test
    void an_endless_answer_is_hung_up_on() throws Exception {
        var written = new AtomicLong();
        var hungUp = new CountDownLatch(1);
        server.serve((_, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            try {
                while (true) {
                    write(out, "10000\r\n");
                    out.write(new byte[0x10000]);
                    write(out, "\r\n");
                    written.addAndGet(0x10000);
                }
            } catch (IOException e) {
                hungUp.countDown();
            }
        });
        assertThat(send(PATIENT)).isInstanceOfSatisfying(NotReached.class, lost -> {
            assertThat(lost.failure()).isEqualTo(Failure.ANSWER_TOO_LONG);
            assertThat(lost.status()).isEqualTo(200);
        });
        assertThat(hungUp.await(10, TimeUnit.SECONDS))
                .as("the sender was stopped")
                .isTrue();
        assertThat(written.get())
                .as("sent before it was, what both sockets buffer included")
                .isLessThan(64L * 1024 * 1024);
    }

    @Test
    void ten_mebibytes_are_refused_without_being_read() {
        server.serve((_, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(10 << 20));
            out.write(new byte[10 << 20]);
        });
        assertThat(failure(send(PATIENT))).isEqualTo(Failure.ANSWER_TOO_LONG);
    }

    @Test
    void an_answer_that_stops_half_way_through_is_timed_out() {
        server.serve((_, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
            out.flush();
            await(over);
        });
        assertThat(send(HASTY)).isInstanceOfSatisfying(NotReached.class, lost -> {
            assertThat(lost.failure()).isEqualTo(Failure.TIMED_OUT);
            assertThat(lost.took()).isBetween(HASTY.total(), Duration.ofSeconds(5));
        });
    }

    @Test
    void silence_is_timed_out() {
        server.serve((_, out) -> await(over));
        assertThat(send(HASTY)).isInstanceOfSatisfying(NotReached.class, lost -> {
            assertThat(lost.failure()).isEqualTo(Failure.TIMED_OUT);
            assertThat(lost.took()).isBetween(HASTY.total(), Duration.ofSeconds(5));
        });
    }

    @Test
    void a_connection_closed_without_a_word_is_broken_off_and_not_tried_again() {
        server.serve((_, out) -> {});
        assertThat(failure(send(PATIENT))).isEqualTo(Failure.BROKEN_OFF);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void an_answer_cut_short_is_broken_off() {
        server.serve((_, out) -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"));
        assertThat(failure(send(PATIENT))).isEqualTo(Failure.BROKEN_OFF);
    }

    @Test
    void a_connection_reset_in_the_middle_is_broken_off() {
        server.serve((connection, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
            connection.setSoLinger(true, 0);
        });
        assertThat(failure(send(PATIENT))).isEqualTo(Failure.BROKEN_OFF);
    }

    @Test
    void what_is_not_http_is_broken_off() {
        server.serve((_, out) -> write(out, "220 mail.example.org ESMTP\r\n\r\n"));
        assertThat(failure(send(PATIENT))).isEqualTo(Failure.BROKEN_OFF);
    }

    @Test
    void where_nobody_listens_nothing_is_connected() throws IOException {
        server.close();
        assertThat(failure(send(PATIENT))).isEqualTo(Failure.NOT_CONNECTED);
    }

    @Test
    void a_name_that_does_not_exist_is_not_found() {
        assertThat(failure(transport(PATIENT).send(request(URI.create("http://exchange.invalid/")))))
                .isEqualTo(Failure.NAME_NOT_FOUND);
    }

    @Test
    void a_server_that_speaks_no_tls_fails_at_that() {
        server.serve((_, out) -> write(out, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"));
        var address = URI.create("https://127.0.0.1:" + server.port() + "/");
        assertThat(failure(transport(PATIENT).send(request(address)))).isEqualTo(Failure.TLS_FAILED);
    }

    @Test
    void an_interrupted_wait_ends_at_once_and_what_follows_is_not_interrupted() {
        server.serve((_, out) -> await(over));
        Thread.currentThread().interrupt();
        assertThat(failure(send(PATIENT))).isEqualTo(Failure.BROKEN_OFF);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void only_hosts_of_the_catalogue_are_called() {
        var transport = new ExchangeTransport(realHosts(), Clock.systemUTC());
        for (var address : List.of(
                "http://127.0.0.1:" + server.port() + "/",
                "https://api-pub.bitfinex.com/v2/",
                "http://api.bitfinex.com/v2/",
                "https://api.bitfinex.com:8443/v2/",
                "https://api.bitfinex.com.example.org/v2/",
                "https://api.bitfinex.com@example.org/v2/")) {
            assertThatThrownBy(() -> transport.send(request(URI.create(address))))
                    .as(address)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not an exchange's host");
        }
        assertThat(server.connections()).isZero();
        realHosts().require(URI.create("https://api.bitfinex.com/v2/auth/r/wallets"));
    }

    private static AllowedHosts realHosts() {
        return new Endpoints(
                RealExchanges.catalogue(), new StaticListableBeanFactory().getBeanProvider(PracticeEndpoint.class));
    }

    private Reply send(Bounds bounds) {
        return transport(bounds).send(request(URI.create("http://127.0.0.1:" + server.port() + "/v2/x")));
    }

    private static ExchangeTransport transport(Bounds bounds) {
        return new ExchangeTransport(_ -> {}, Clock.systemUTC(), bounds);
    }

    private static HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }

    private static Failure failure(Reply reply) {
        assertThat(reply).isInstanceOf(NotReached.class);
        return ((NotReached) reply).failure();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
