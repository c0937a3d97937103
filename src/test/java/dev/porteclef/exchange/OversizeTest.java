package dev.porteclef.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Answer.Declined;
import dev.porteclef.exchange.ExchangeAdapter.Inquiry;
import dev.porteclef.exchange.ExchangeTransport.Failure;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.platform.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Answers larger than any exchange's cost a bounded piece of memory: told by how much the sender got rid of.
@Timeout(60)
class OversizeTest {

    private static final int PIECE = 64 * 1024;
    private static final long GIBIBYTE = 1L << 30;
    /// The bound of the body, and what the sockets of both ends may hold beside it.
    private static final long AFFORDABLE = 32L << 20;

    private final BareServer server = new BareServer();
    private final AtomicLong sent = new AtomicLong();
    private final CountDownLatch hungUp = new CountDownLatch(1);

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void a_gibibyte_of_announced_length_is_hung_up_on() throws Exception {
        server.serve((_, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + GIBIBYTE + "\r\n\r\n").getBytes(US_ASCII));
            pour(out, "", "");
        });
        assertTooLong(ask());
    }

    @Test
    void a_gibibyte_in_chunks_is_hung_up_on() throws Exception {
        server.serve((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(US_ASCII));
            pour(out, Integer.toHexString(PIECE) + "\r\n", "\r\n");
        });
        assertTooLong(ask());
    }

    @Test
    void a_gibibyte_as_one_chunk_is_hung_up_on() throws Exception {
        server.serve((_, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Long.toHexString(GIBIBYTE) + "\r\n")
                    .getBytes(US_ASCII));
            pour(out, "", "");
        });
        assertTooLong(ask());
    }

    @Test
    void a_gibibyte_until_the_end_of_the_connection_is_hung_up_on() throws Exception {
        server.serve((_, out) -> {
            out.write("HTTP/1.1 500 Oh\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
            pour(out, "", "");
        });
        assertTooLong(ask());
    }

    /// The client stops reading then; what it does not do is close the connection.
    @Test
    void a_gibibyte_of_headers_is_not_read() {
        server.serve((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
            pour(out, "X-More: ", "\r\n");
        });
        assertNoVerdict(ask(), Failure.BROKEN_OFF);
    }

    @Test
    void interim_answers_without_end_are_not_read() {
        server.serve((_, out) -> pour(out, "HTTP/1.1 103 Early Hints\r\nX-More: ", "\r\n\r\n"));
        assertNoVerdict(ask(), Failure.BROKEN_OFF);
    }

    @Test
    void a_gzip_bomb_is_not_inflated() throws Exception {
        var bomb = bomb(230);
        assertThat(bomb.length).as("below the bound while packed").isLessThan(256 * 1024);
        serveGzip(bomb);
        assertThat(ask().outcome()).isEqualTo(Outcome.NOT_ITS_ANSWER);
    }

    @Test
    void a_larger_gzip_bomb_is_too_long_while_packed() throws Exception {
        var bomb = bomb(300);
        assertThat(bomb.length).isGreaterThan(256 * 1024);
        serveGzip(bomb);
        assertThat(ask()).satisfies(declined -> {
            assertThat(declined.evidence().text()).isEqualTo(Failure.ANSWER_TOO_LONG.name());
            assertThat(declined.outcome()).isEqualTo(Outcome.NOT_ITS_ANSWER);
        });
    }

    @Test
    void nobody_is_asked_to_pack_an_answer_and_a_packed_one_is_not_read() throws Exception {
        serveGzip(gzip(StagedBitfinex.SPOT_RIGHTS));
        var declined = ask();
        assertThat(declined.outcome()).isEqualTo(Outcome.NOT_ITS_ANSWER);
        assertThat(declined.evidence().answerHash()).isNotNull();
        try (var staged = new StagedBitfinex()) {
            ask(Transports.within(Duration.ofSeconds(8)), staged.address());
            assertThat(staged.asked())
                    .singleElement()
                    .satisfies(
                            call -> assertThat(call.header("accept-encoding")).isEmpty());
        }
    }

    private void pour(OutputStream out, String before, String after) {
        var piece = new byte[PIECE];
        java.util.Arrays.fill(piece, (byte) '[');
        try {
            while (sent.get() < GIBIBYTE) {
                out.write(before.getBytes(US_ASCII));
                out.write(piece);
                out.write(after.getBytes(US_ASCII));
                sent.addAndGet(PIECE);
            }
        } catch (IOException e) {
            hungUp.countDown();
        }
    }

    private void serveGzip(byte[] packed) {
        server.serve((_, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                            + packed.length + "\r\n\r\n")
                    .getBytes(US_ASCII));
            out.write(packed);
        });
    }

    /// So many mebibytes of spaces and then a list of rights; a packed file may have several parts.
    private static byte[] bomb(int mebibytes) throws IOException {
        var bomb = new ByteArrayOutputStream();
        var part = gzip(" ".repeat(1 << 20));
        for (var times = 0; times < mebibytes; times++) {
            bomb.writeBytes(part);
        }
        bomb.writeBytes(gzip(StagedBitfinex.SPOT_RIGHTS));
        return bomb.toByteArray();
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(US_ASCII));
        }
        return packed.toByteArray();
    }

    private void assertTooLong(Declined<GrantedPermissions> declined) throws InterruptedException {
        assertNoVerdict(declined, Failure.ANSWER_TOO_LONG);
        assertThat(declined.outcome()).isEqualTo(Outcome.NOT_ITS_ANSWER);
        assertThat(hungUp.await(20, TimeUnit.SECONDS))
                .as("the sender was stopped")
                .isTrue();
        assertThat(sent).as("bytes sent before that").hasValueLessThan(AFFORDABLE);
    }

    private void assertNoVerdict(Declined<GrantedPermissions> declined, Failure failure) {
        assertThat(declined.evidence().text()).isEqualTo(failure.name());
        assertThat(declined.outcome().isVerdict()).isFalse();
        assertThat(sent).as("bytes sent so far").hasValueLessThan(AFFORDABLE);
    }

    private Declined<GrantedPermissions> ask() {
        var transport = Transports.within(Duration.ofSeconds(8));
        var answer = ask(transport, URI.create("http://127.0.0.1:" + server.port()));
        // A connection that was given up is closed with the client's next step, at the latest after three seconds.
        ask(transport, URI.create("http://127.0.0.1:1"));
        return (Declined<GrantedPermissions>) answer;
    }

    private static Answer<GrantedPermissions> ask(ExchangeTransport transport, URI endpoint) {
        try (var credentials = new Credentials(Map.of("apiKey", Secret.of("key"), "apiSecret", Secret.of("word")))) {
            return StagedBitfinex.adapter(transport)
                    .permissions(new Inquiry(RealExchanges.bitfinex(), endpoint, credentials, () -> 1));
        }
    }
}
