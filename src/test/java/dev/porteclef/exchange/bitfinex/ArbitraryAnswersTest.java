package dev.porteclef.exchange.bitfinex;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Answer;
import dev.porteclef.exchange.Answer.Declined;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.ExchangeAdapter;
import dev.porteclef.exchange.ExchangeAdapter.Inquiry;
import dev.porteclef.exchange.ExchangeTransport;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import dev.porteclef.platform.secret.Secret;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Two thousand answers that nobody would send. The same ones in every run.
class ArbitraryAnswersTest {

    private static final int ANSWERS = 2_000;

    /// The only thing that may blame a key, told apart here by other means than the adapter's.
    private static final Pattern BLAMES_THE_KEY =
            Pattern.compile("^\\s*\\[\\s*\"error\"\\s*,\\s*(10100|10111|10112|10113|10114|10001)\\s*[,\\]]");

    private static final List<Integer> STATUSES =
            List.of(200, 201, 204, 301, 302, 304, 307, 400, 401, 403, 404, 407, 409, 418, 429, 500, 502, 503, 520, 599);
    private static final List<String> CODES = List.of(
            "10100", "10001", "10114", "10111", "null", "10020", "11010", "20060", "7", "\"10100\"", "1e3", "-1");
    private static final List<String> TEXTS = List.of(
            "\"apikey: invalid\"",
            "\"permission\"",
            "null",
            "{}",
            "\"\"",
            "\"ratelimit\"",
            "\"\\ud800\"",
            "\"\\u0000\"");
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_32);

    private final Random random = new Random(20_261_121);
    private final AtomicLong nonce = new AtomicLong(1_790_274_000_000L);

    @Test
    void no_answer_makes_an_exception_and_none_but_an_error_of_the_exchange_blames_the_key() {
        try (var staged = new StagedBitfinex();
                var credentials = new Credentials(Map.of("apiKey", Secret.of("key"), "apiSecret", Secret.of("word")))) {
            var adapter = StagedBitfinex.adapter(new ExchangeTransport(_ -> {}, Clock.systemUTC()));
            var inquiry = new Inquiry(RealExchanges.bitfinex(), staged.address(), credentials, nonce::incrementAndGet);
            var next = new AtomicReference<Given>();
            staged.answer(PERMISSIONS, _ -> next.get());
            staged.answer(WALLETS, _ -> next.get());
            var verdicts = 0;
            for (var number = 0; number < ANSWERS; number++) {
                var given = new Given(pick(STATUSES), body());
                next.set(given);
                if (ask(adapter, inquiry, number) instanceof Declined<?>(var outcome, var evidence)
                        && outcome.isVerdict()) {
                    verdicts++;
                    assertThat(new String(given.body(), StandardCharsets.UTF_8))
                            .as("answer %d: %s", number, evidence)
                            .containsPattern(BLAMES_THE_KEY);
                }
            }
            assertThat(staged.asked()).hasSize(ANSWERS);
            assertThat(verdicts).as("the generator also makes real refusals").isGreaterThan(50);
        }
    }

    private static Answer<?> ask(ExchangeAdapter adapter, Inquiry inquiry, int number) {
        return number % 2 == 0 ? adapter.permissions(inquiry) : adapter.balance(inquiry);
    }

    private byte[] body() {
        var text = text();
        return switch (random.nextInt(8)) {
            case 0 -> text.getBytes(pick(CHARSETS));
            case 1 -> Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), random.nextInt(text.length() + 1));
            case 2 -> noise();
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private String text() {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> "[\"error\",%s,%s]".formatted(pick(CODES), pick(TEXTS));
            case 3 -> "[[%s,%s,%s],[\"orders\",%s,1]]".formatted(value(2), value(2), value(2), value(1));
            case 4 -> "<html><body>10100 apikey: invalid %d</body></html>".formatted(random.nextInt());
            case 5 -> "{\"error\":%s,\"code\":%s}".formatted(pick(TEXTS), pick(CODES));
            case 6 -> "[".repeat(random.nextInt(5_000)) + "]".repeat(random.nextInt(5_000));
            case 7 -> "";
            default -> value(4);
        };
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> "null";
            case 1 -> String.valueOf(random.nextInt(3));
            case 2 -> "true";
            case 3 -> "\"error\"";
            case 4 -> "1e" + random.nextInt(2_000);
            case 5 -> String.valueOf(random.nextLong()) + random.nextLong(Long.MAX_VALUE);
            case 6 -> pick(TEXTS);
            case 7 -> "[%s,%s,%s]".formatted(value(depth - 1), value(depth - 1), value(depth - 1));
            default -> "{\"error\":%s}".formatted(value(depth - 1));
        };
    }

    private byte[] noise() {
        var bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return bytes;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
