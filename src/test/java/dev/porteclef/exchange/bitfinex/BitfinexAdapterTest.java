package dev.porteclef.exchange.bitfinex;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Access;
import dev.porteclef.exchange.Answer;
import dev.porteclef.exchange.Answer.Declined;
import dev.porteclef.exchange.Answer.Told;
import dev.porteclef.exchange.Balance;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.ExchangeAdapter;
import dev.porteclef.exchange.ExchangeAdapter.Inquiry;
import dev.porteclef.exchange.ExchangeTransport;
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.platform.secret.Secret;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every known answer of Bitfinex, and some of nobody's, is taken for.
class BitfinexAdapterTest {

    private static final String KEY = "kQ3vN8xWb2Lr7TzYc5Hd9Mf1Gp6Js4Au0Xe-KiVoRnB";
    private static final String SECRET = "sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI";

    private final StagedBitfinex staged = new StagedBitfinex();
    private final ExchangeAdapter adapter = StagedBitfinex.adapter(new ExchangeTransport(_ -> {}, Clock.systemUTC()));
    private final AtomicLong nonce = new AtomicLong(1_790_274_000_000L);

    @AfterEach
    void stop() {
        staged.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            500 | ["error",10100,"apikey: invalid"]                                   | CREDENTIALS_REJECTED
            500 | ["error",10100,"apikey: digest invalid"]                            | CREDENTIALS_REJECTED
            401 | ["error",10100,"apikey: invalid"]                                   | CREDENTIALS_REJECTED
            200 | ["error",10100,"apikey: invalid"]                                   | CREDENTIALS_REJECTED
            429 | ["error",10100,"apikey: invalid"]                                   | CREDENTIALS_REJECTED
            500 | ["error",10100]                                                     | CREDENTIALS_REJECTED
            500 | ["error",10111,"auth: payload"]                                     | CREDENTIALS_REJECTED
            500 | ["error",10112,"signature: invalid"]                                | CREDENTIALS_REJECTED
            500 | ["error",10113,"hmac: invalid"]                                     | CREDENTIALS_REJECTED
            500 | ["error",10114,"nonce: small"]                                      | NONCE_TOO_SMALL
            200 | ["error",10114,"nonce: small"]                                      | NONCE_TOO_SMALL
            500 | ["error",10001,"api_key: permission invalid"]                       | PERMISSION_MISSING
            500 | ["error",10001,"PERMISSION denied"]                                 | PERMISSION_MISSING
            500 | ["error",10001,"action: disabled"]                                  | UNEXPECTED
            500 | ["error",10001,"symbol: invalid"]                                   | UNEXPECTED
            500 | ["error",10001,"Momentary balance check. Please wait few seconds."] | UNEXPECTED
            500 | ["error",10020,"limit: invalid"]                                    | OUR_FAULT
            500 | ["error",11000,"ready: invalid"]                                    | TEMPORARY
            500 | ["error",10000,"unknown error"]                                     | TEMPORARY
            500 | ["error",10008,"concurrency"]                                       | TEMPORARY
            429 | ["error", 11010, "ratelimit: error"]                                | RATE_LIMITED
            200 | ["error", 11010, "ratelimit: error"]                                | RATE_LIMITED
            429 | {"error":"ERR_RATE_LIMIT"}                                          | RATE_LIMITED
            500 | {"error":"ERR_RATE_LIMIT"}                                          | RATE_LIMITED
            500 | ["error",null,"ERR_RATE_LIMIT"]                                     | RATE_LIMITED
            429 | <html>slow down</html>                                              | RATE_LIMITED
            500 | ["error", 20060, "maintenance"]                                     | MAINTENANCE
            200 | ["error", 20060, "maintenance"]                                     | MAINTENANCE
            503 | {"code":503,"error":"temporarily_unavailable","error_description":"Sorry"} | MAINTENANCE
            500 | ["error",null,"apikey: invalid"]                                    | UNEXPECTED
            500 | ["error","10100","apikey: invalid"]                                 | UNEXPECTED
            500 | ["error",10300,"subscription failed"]                               | UNEXPECTED
            500 | ["error"]                                                           | UNEXPECTED
            500 | {"message":"Nonce is too small."}                                   | NOT_ITS_ANSWER
            403 | {"message":"This API key does not have permission"}                 | NOT_ITS_ANSWER
            403 | <html>Attention required! apikey: invalid 10100</html>              | NOT_ITS_ANSWER
            502 | <html>Bad gateway</html>                                            | NOT_ITS_ANSWER
            520 | <!DOCTYPE html><title>Web server is returning an unknown error</title> | NOT_ITS_ANSWER
            500 | ``                                                                  | NOT_ITS_ANSWER
            200 | ``                                                                  | NOT_ITS_ANSWER
            204 | ``                                                                  | NOT_ITS_ANSWER
            401 | ``                                                                  | NOT_ITS_ANSWER
            407 | ``                                                                  | NOT_ITS_ANSWER
            200 | ["error",10100,"apikey: inv                                         | NOT_ITS_ANSWER
            200 | {"error":10100}                                                     | NOT_ITS_ANSWER
            200 | {}                                                                  | NOT_ITS_ANSWER
            200 | null                                                                | NOT_ITS_ANSWER
            200 | 1                                                                   | NOT_ITS_ANSWER
            200 | "error"                                                             | NOT_ITS_ANSWER
            200 | ["orders",1,1]                                                      | NOT_ITS_ANSWER
            200 | [[1,2,3]]                                                           | NOT_ITS_ANSWER
            200 | [["orders",1]]                                                      | NOT_ITS_ANSWER
            200 | [["error",10100,"apikey: invalid"]]                                 | NOT_ITS_ANSWER
            200 | [["orders",1,1]] and more                                           | NOT_ITS_ANSWER
            500 | [["orders",1,1,1]]                                                  | NOT_ITS_ANSWER
            302 | [["orders",1,1]]                                                    | NOT_ITS_ANSWER
            """)
    void every_answer_but_the_wanted_one_has_its_meaning(int status, String body, Outcome outcome) {
        staged.answer(PERMISSIONS, status, body);
        staged.answer(WALLETS, status, body);
        assertThat(declined(permissions()).outcome()).isEqualTo(outcome);
        assertThat(declined(balance()).outcome()).isEqualTo(outcome);
        assertThat(staged.asked()).as("nothing is asked twice").hasSize(2);
    }

    @Test
    void permissions_are_read_by_name_in_any_order_and_number() {
        staged.answer(PERMISSIONS, 200, """
                [["wallets",1,0],["new_scope",0,1],["orders",1,1,"appended"],["history",true,false],
                 ["withdraw",null,null],["account",0,0]]""");
        var told = told(permissions());
        assertThat(told.granted()).containsExactly("history", "new_scope", "orders", "wallets");
        assertThat(told.allows("wallets", Access.READ)).isTrue();
        assertThat(told.allows("wallets", Access.WRITE)).isFalse();
        assertThat(told.allows("history", Access.READ)).isTrue();
        assertThat(told.allows("history", Access.WRITE)).isFalse();
        assertThat(told.allows("new_scope", Access.WRITE)).isTrue();
        assertThat(told.scopes()).containsKeys("withdraw", "account");
    }

    /// Whether a key can take money out is never decided in its favour by a value that nobody has seen yet.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "true",
                "2",
                "-1",
                "0.5",
                "\"1\"",
                "\"yes\"",
                "{}",
                "[]",
                "99999999999999",
                "1e400",
                "1e-400"
            })
    void what_is_not_clearly_no_counts_as_granted(String cell) {
        staged.answer(PERMISSIONS, 200, "[[\"withdraw\",0,%s]]".formatted(cell));
        assertThat(told(permissions()).allows("withdraw", Access.WRITE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "false", "null"})
    void what_is_clearly_no_does_not(String cell) {
        staged.answer(PERMISSIONS, 200, "[[\"withdraw\",%1$s,%1$s]]".formatted(cell));
        assertThat(told(permissions()).granted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[\"withdraw\",0,1],[\"withdraw\",0,0]]",
                "[[\"withdraw\",0,0],[\"withdraw\",0,1]]",
            })
    void a_right_named_twice_is_granted_if_either_row_grants_it(String rows) {
        staged.answer(PERMISSIONS, 200, rows);
        assertThat(told(permissions()).allows("withdraw", Access.WRITE)).isTrue();
    }

    @Test
    void a_list_longer_than_any_of_permissions_is_not_understood() {
        var row = "[\"orders\",1,1],";
        staged.answer(PERMISSIONS, 200, "[%s[\"%s\",1,0]]".formatted(row.repeat(199), "aZ-_09".repeat(10)));
        assertThat(told(permissions()).granted()).contains("aZ-_09".repeat(10));
        staged.answer(PERMISSIONS, 200, "[%s[\"wallets\",1,0]]".formatted(row.repeat(200)));
        assertThat(declined(permissions()).outcome()).isEqualTo(Outcome.NOT_ITS_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "é", "<b>", "a\\n", "a.b", "%061d"})
    void what_is_no_name_of_a_scope_is_not_understood(String name) {
        staged.answer(PERMISSIONS, 200, "[[\"orders\",1,1],[\"%s\",1,0]]".formatted(name.formatted(0)));
        assertThat(declined(permissions()).outcome()).isEqualTo(Outcome.NOT_ITS_ANSWER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                                                     | 0 | 0
            [["exchange","UST",12.5,0,null,null,null]]                             | 1 | 1
            [["exchange","UST",0,0,0,null,null],["margin","BTC",1E-8,0,0]]         | 2 | 1
            [["exchange","UST",-0.001,0,0],["funding","USD",null]]                 | 2 | 0
            [["exchange","UST",1e400,0,0],["exchange","BTC",1e-400,0,0,0,0,0,0,0]] | 2 | 2
            """)
    void wallets_are_counted_and_amounts_forgotten(String body, int wallets, int funded) {
        staged.answer(WALLETS, 200, body);
        assertThat(balance())
                .isInstanceOfSatisfying(
                        Told.class, told -> assertThat(told.value()).isEqualTo(new Balance(wallets, funded)));
    }

    @Test
    void what_is_sent_is_what_is_signed() throws Exception {
        permissions();
        balance();
        assertThat(staged.paths()).containsExactly(PERMISSIONS, WALLETS);
        for (var asked : staged.asked()) {
            var mac = Mac.getInstance("HmacSHA384");
            mac.init(new SecretKeySpec(SECRET.getBytes(java.nio.charset.StandardCharsets.US_ASCII), "HmacSHA384"));
            var signed = "/api" + asked.path() + asked.header("bfx-nonce") + asked.body();
            assertThat(asked.header("bfx-signature"))
                    .isEqualTo(java.util.HexFormat.of()
                            .formatHex(mac.doFinal(signed.getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.body()).isEqualTo("{}");
            assertThat(asked.header("bfx-apikey")).isEqualTo(KEY);
            assertThat(asked.header("content-type")).isEqualTo("application/json");
            assertThat(asked.headers().toString()).doesNotContain(SECRET);
        }
        assertThat(staged.asked().get(0).nonce())
                .isLessThan(staged.asked().get(1).nonce());
    }

    @Test
    void nothing_secret_becomes_evidence_even_when_the_exchange_echoes_it() {
        staged.answer(
                PERMISSIONS,
                500,
                "[\"error\",10100,\"%s said\\n%s, and %s\"]".formatted(KEY, SECRET, "long ".repeat(100)));
        var evidence = declined(permissions()).evidence();
        assertThat(evidence.toString()).doesNotContain(KEY).doesNotContain(SECRET);
        assertThat(evidence.text())
                .startsWith("[REDACTED] said [REDACTED], and long")
                .hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 502})
    void a_body_that_is_no_error_of_the_exchange_is_not_quoted(int status) {
        staged.answer(PERMISSIONS, status, "<html>%s %s</html>".formatted(KEY, SECRET));
        assertThat(declined(permissions()).evidence().text()).isNull();
    }

    @Test
    void an_error_code_is_a_short_number() {
        staged.answer(PERMISSIONS, 500, "[\"error\",%s,\"?\"]".formatted("1".repeat(500)));
        var declined = declined(permissions());
        assertThat(declined.evidence().code()).isNull();
        assertThat(declined.outcome()).isEqualTo(Outcome.UNEXPECTED);
    }

    @Test
    void evidence_says_what_was_asked_and_answered() {
        staged.answer(PERMISSIONS, 500, "[\"error\",10100,\"apikey: invalid\"]");
        var evidence = declined(permissions()).evidence();
        assertThat(evidence)
                .extracting(Evidence::asked, Evidence::status, Evidence::code, Evidence::text, Evidence::answerHash)
                .containsExactly(
                        "POST /v2/auth/r/permissions",
                        500,
                        "10100",
                        "apikey: invalid",
                        "4845f3d37b931bbf23eb5aaa2ce63375d1ed1a6766df9e09d812ed0a1516db73");
    }

    @Test
    void where_nobody_listens_there_is_no_verdict() {
        staged.close();
        var declined = declined(permissions());
        assertThat(declined.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(declined.evidence().text()).isEqualTo("NOT_CONNECTED");
        assertThat(declined.evidence().status()).isNull();
        assertThat(declined.evidence().answerHash()).isNull();
    }

    private Answer<GrantedPermissions> permissions() {
        return adapter.permissions(inquiry());
    }

    private Answer<Balance> balance() {
        return adapter.balance(inquiry());
    }

    private Inquiry inquiry() {
        return new Inquiry(
                RealExchanges.bitfinex(),
                staged.address(),
                new Credentials(Map.of("apiKey", Secret.of(KEY), "apiSecret", Secret.of(SECRET))),
                nonce::incrementAndGet);
    }

    private static GrantedPermissions told(Answer<GrantedPermissions> answer) {
        assertThat(answer).isInstanceOf(Told.class);
        return ((Told<GrantedPermissions>) answer).value();
    }

    private static <T> Declined<T> declined(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Declined.class);
        return (Declined<T>) answer;
    }
}
