package dev.porteclef.exchange.bitfinex;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Answer;
import dev.porteclef.exchange.Answer.Declined;
import dev.porteclef.exchange.Answer.Told;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.ExchangeAdapter;
import dev.porteclef.exchange.ExchangeAdapter.Inquiry;
import dev.porteclef.exchange.ExchangeTransport;
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import dev.porteclef.platform.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Twenty thousand answers over real HTTP, most of which nobody would send. The same ones in every run.
class ArbitraryAnswersTest {

    private static final String KEY = "the key itself";
    private static final String SECRET = "the secret word";

    private final AtomicLong nonce = new AtomicLong(1_790_274_000_000L);
    private final AtomicReference<Given> next = new AtomicReference<>(Given.of(500, ""));
    private int verdicts;
    private int lists;
    private int withdrawals;

    @Test
    @Timeout(300)
    void no_answer_makes_an_exception_blames_the_key_without_a_code_or_grants_what_it_does_not_say() {
        ask(20_261_121, 20_000);
        assertThat(verdicts).as("the generator also makes refusals").isGreaterThan(200);
        assertThat(lists).as("and lists").isGreaterThan(500);
        assertThat(withdrawals).as("some that let money out").isGreaterThan(200);
    }

    @Test
    @Tag("soak")
    void nor_does_any_of_a_million() {
        for (var seed = 0; seed < 50; seed++) {
            ask(seed, 20_000);
        }
    }

    /// As deep and as large as the bound of the body allows.
    @Test
    @Timeout(60)
    void no_depth_overflows_the_stack() {
        var depth = 256 * 1024;
        try (var staged = staged();
                var credentials = credentials()) {
            var adapter = StagedBitfinex.adapter(new ExchangeTransport(_ -> {}, Clock.systemUTC()));
            var inquiry = new Inquiry(RealExchanges.bitfinex(), staged.address(), credentials, nonce::incrementAndGet);
            for (var body : List.of(
                    "[".repeat(depth),
                    "[".repeat(depth / 2) + "]".repeat(depth / 2),
                    "{\"a\":".repeat(depth / 5),
                    "[\"error\",10100," + "[".repeat(depth / 2 - 20) + "]".repeat(depth / 2 - 20) + "]",
                    "[[\"orders\",1," + "9".repeat(depth - 20) + "]]",
                    "\"" + "\\u0000".repeat(depth / 6 - 1) + "\"")) {
                next.set(Given.of(200, body));
                for (var path : List.of(PERMISSIONS, WALLETS)) {
                    assertThat(path.equals(PERMISSIONS) ? adapter.permissions(inquiry) : adapter.balance(inquiry))
                            .isInstanceOfSatisfying(
                                    Declined.class,
                                    declined -> assertThat(declined.outcome()).isEqualTo(Outcome.NOT_ITS_ANSWER));
                }
            }
        }
    }

    private void ask(long seed, int answers) {
        try (var staged = staged();
                var credentials = credentials()) {
            var adapter = StagedBitfinex.adapter(new ExchangeTransport(_ -> {}, Clock.systemUTC()));
            var inquiry = new Inquiry(RealExchanges.bitfinex(), staged.address(), credentials, nonce::incrementAndGet);
            var arbitrary = new ArbitraryAnswers(seed);
            for (var number = 0; number < answers; number++) {
                var given = arbitrary.next();
                next.set(given);
                try {
                    assertTrueTo(given, ask(adapter, inquiry, number));
                } catch (RuntimeException | AssertionError | StackOverflowError e) {
                    throw new AssertionError(
                            "seed %d, answer %d: %d %s"
                                    .formatted(
                                            seed,
                                            number,
                                            given.status(),
                                            new String(given.body(), StandardCharsets.UTF_8)),
                            e);
                }
                if (number % 500 == 0) {
                    restage(staged);
                }
            }
        }
    }

    private void assertTrueTo(Given given, Answer<?> answer) {
        switch (answer) {
            case Declined<?>(var outcome, var evidence) -> {
                assertTellsNothing(evidence);
                if (outcome.isVerdict()) {
                    verdicts++;
                    assertThat(Reading.blamesTheKey(given))
                            .as("blames the key: %s", outcome)
                            .isTrue();
                }
                assertThat(Reading.plainlyLetsWithdraw(given) && asksForPermissions(evidence))
                        .as("a list that lets money out was not taken for one")
                        .isFalse();
            }
            case Told<?>(var value, var evidence) -> {
                assertTellsNothing(evidence);
                assertThat(given.status()).isEqualTo(200);
                if (value instanceof GrantedPermissions granted) {
                    lists++;
                    assertThat(Reading.isList(given)).as("is a list").isTrue();
                    var found = granted.granted().stream().anyMatch(RealExchanges.bitfinex()::forbids);
                    assertThat(found).as("lets money out").isEqualTo(Reading.letsWithdraw(given));
                    withdrawals += found ? 1 : 0;
                }
            }
            case Answer.Unaskable<?>() -> throw new AssertionError("Bitfinex can be asked");
        }
    }

    private static boolean asksForPermissions(Evidence evidence) {
        return evidence.asked().endsWith(PERMISSIONS);
    }

    private static void assertTellsNothing(Evidence evidence) {
        assertThat(evidence.toString()).doesNotContain(KEY, SECRET);
        if (evidence.text() != null) {
            assertThat(evidence.text()).hasSizeLessThanOrEqualTo(200).doesNotContain("\n", "\0");
        }
    }

    private static Answer<?> ask(ExchangeAdapter adapter, Inquiry inquiry, int number) {
        return number % 3 < 2 ? adapter.permissions(inquiry) : adapter.balance(inquiry);
    }

    private StagedBitfinex staged() {
        var staged = new StagedBitfinex();
        restage(staged);
        return staged;
    }

    private void restage(StagedBitfinex staged) {
        staged.reset();
        staged.answer(PERMISSIONS, _ -> next.get());
        staged.answer(WALLETS, _ -> next.get());
    }

    private static Credentials credentials() {
        return new Credentials(Map.of("apiKey", Secret.of(KEY), "apiSecret", Secret.of(SECRET)));
    }
}
