package dev.porteclef.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.exchange.PracticeEndpoint;
import dev.porteclef.platform.security.Role;
import dev.porteclef.testing.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What each mishap makes the server answer, to the byte.
class MishapAnswersTest {

    private static final String KEY_UNKNOWN = "[\"error\",10100,\"apikey: digest invalid\"]";
    private static final String NOT_ACCEPTED = "[\"error\",10100,\"apikey: invalid\"]";
    private static final String NONCE_SMALL = "[\"error\",10114,\"nonce: small\"]";
    private static final String RIGHTS = """
            [["account",0,0],["history",0,0],["orders",0,0],["positions",0,0],["funding",0,0],["settings",0,0],\
            ["wallets",1,0],["withdraw",0,0],["ui_withdraw",0,0],["bfxpay",0,0],["eaas_agreement",0,0],\
            ["eaas_withdraw",0,0],["eaas_deposit",0,0],["eaas_brokerage",0,0]]""";

    private final PracticeFixture practice = new PracticeFixture(TestDatabase.H2);
    private final Client client = new Client(practice.get(PracticeEndpoint.class));
    private PracticeKeyId id;
    private Pair key;
    private long nonce = Instant.now().toEpochMilli();

    @BeforeEach
    void make_a_key() {
        PracticeFixture.signIn(Role.CUSTOMER);
        var made = practice.create(practice.draft("wallets.read"));
        id = made.id();
        key = new Pair(made);
    }

    @AfterEach
    void stop() {
        client.close();
        practice.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            KEY_DELETED          | 500 | application/json; charset=utf-8 | ["error",10100,"apikey: digest invalid"]
            IP_NOT_LISTED        | 500 | application/json; charset=utf-8 | ["error",10100,"apikey: invalid"]
            CONFIRMATION_PENDING | 500 | application/json; charset=utf-8 | ["error",10100,"apikey: invalid"]
            NONCE_SPOILT         | 500 | application/json; charset=utf-8 | ["error",10114,"nonce: small"]
            NONCE_RACE           | 500 | application/json; charset=utf-8 | ["error",10114,"nonce: small"]
            MAINTENANCE          | 500 | application/json; charset=utf-8 | ["error", 20060, "maintenance"]
            RATE_LIMITED         | 429 | application/json; charset=utf-8 | ["error", 11010, "ratelimit: error"]
            RATE_LIMITED_OBJECT  | 429 | application/json; charset=utf-8 | {"error":"ERR_RATE_LIMIT"}
            """)
    void is_told_in_a_known_body(Mishap mishap, int status, String type, String body) throws Exception {
        practice.mishaps().befall(id, mishap);
        var answer = permissions();
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue(type);
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void an_error_page_is_html_and_an_empty_answer_is_empty() throws Exception {
        practice.mishaps().befall(id, Mishap.ERROR_PAGE);
        var page = permissions();
        assertThat(page.statusCode()).isEqualTo(502);
        assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(page.body()).startsWith("<html>").contains("502 Bad Gateway");

        practice.mishaps().befall(id, Mishap.EMPTY_ANSWER);
        var nothing = permissions();
        assertThat(nothing.statusCode()).isEqualTo(500);
        assertThat(nothing.headers().firstValue("content-length")).hasValue("0");
        assertThat(nothing.body()).isEmpty();
    }

    @Test
    void an_answer_breaks_off_in_its_middle_with_what_was_announced_unsent() {
        practice.mishaps().befall(id, Mishap.BROKEN_OFF);
        assertThatThrownBy(this::permissions)
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining(
                        "fixed content-length: " + RIGHTS.length() + ", bytes received: " + RIGHTS.length() / 2);
    }

    @Test
    void an_unknown_scope_is_written_to_and_withdrawing_comes_later() throws Exception {
        assertThat(permissions().body()).isEqualTo(RIGHTS);
        practice.mishaps().befall(id, Mishap.UNKNOWN_SCOPE);
        assertThat(permissions().body()).isEqualTo(RIGHTS.replace("\"eaas_brokerage\",0,0", "\"eaas_brokerage\",0,1"));
        practice.mishaps().befall(id, Mishap.WITHDRAW_LATER);
        assertThat(permissions().body()).isEqualTo(RIGHTS.replace("[\"withdraw\",0,0", "[\"withdraw\",0,1"));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void another_program_is_quicker_once_in_each_verification(TestDatabase server) throws Exception {
        try (var here = new PracticeFixture(server)) {
            PracticeFixture.signIn(Role.CUSTOMER);
            var made = here.create(here.draft("wallets.read"));
            var raced = new Pair(made);
            here.mishaps().befall(made.id(), Mishap.NONCE_RACE);
            var caller = new Client(client.http(), here.get(PracticeEndpoint.class));
            for (var verification = 0; verification < 3; verification++) {
                nonce += 1000;
                assertThat(caller.permissions(raced, nonce).body()).isEqualTo(NONCE_SMALL);
                assertThat(caller.permissions(raced, nonce + PracticeApi.AHEAD_IN_MILLISECONDS)
                                .body())
                        .isEqualTo(NONCE_SMALL);
                assertThat(caller.permissions(raced, nonce + 400).statusCode()).isEqualTo(200);
                assertThat(caller.wallets(raced, nonce + 401).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_spoilt_counter_takes_microseconds_and_recovers_when_the_mishap_ends() throws Exception {
        assertThat(permissions().statusCode()).isEqualTo(200);
        practice.mishaps().befall(id, Mishap.NONCE_SPOILT);
        assertThat(permissions().body()).isEqualTo(NONCE_SMALL);
        practice.mishaps().end(id);
        assertThat(permissions().statusCode()).isEqualTo(200);
        practice.mishaps().befall(id, Mishap.NONCE_SPOILT);
        assertThat(client.permissions(key, (nonce + 60_000) * 1000).statusCode())
                .isEqualTo(200);
        practice.mishaps().end(id);
        assertThat(permissions().body()).isEqualTo(NONCE_SMALL);
    }

    @Test
    void mishaps_leave_the_counter_and_the_list_alone() throws Exception {
        var refusing =
                List.of(Mishap.KEY_DELETED, Mishap.IP_NOT_LISTED, Mishap.CONFIRMATION_PENDING, Mishap.MAINTENANCE);
        for (var mishap : refusing) {
            practice.mishaps().befall(id, mishap);
            assertThat(client.permissions(key, nonce).statusCode()).isEqualTo(500);
        }
        practice.mishaps().endAll();
        assertThat(client.permissions(key, nonce).statusCode()).isEqualTo(200);
        assertThat(practice.keys().own().getFirst().addresses()).isEmpty();
    }

    @Test
    void an_outage_concerns_all_keys_of_one_owner_and_nobody_else() throws Exception {
        var second = Pair.of(practice, "wallets.read");
        practice.mishaps().befall(id, Mishap.KEY_DELETED);
        practice.mishaps().befallExchange(Mishap.RATE_LIMITED);
        PracticeFixture.signIn(Role.CUSTOMER);
        var other = Pair.of(practice, "wallets.read");

        assertThat(permissions().statusCode()).isEqualTo(429);
        assertThat(client.permissions(second, ++nonce).statusCode()).isEqualTo(429);
        assertThat(client.permissions(other, ++nonce).statusCode()).isEqualTo(200);
        assertThat(client.permissions(new Pair("x".repeat(43), key.secret()), ++nonce)
                        .body())
                .isEqualTo(KEY_UNKNOWN);
    }

    @Test
    void a_wrong_signature_is_refused_as_ever() throws Exception {
        practice.mishaps().befall(id, Mishap.NONCE_SPOILT);
        var wrong = new Pair(key.apiKey(), key.secret().substring(1) + "x");
        assertThat(client.permissions(wrong, ++nonce).body()).isEqualTo(NOT_ACCEPTED);
    }

    private HttpResponse<String> permissions() throws IOException, InterruptedException {
        return client.permissions(key, ++nonce);
    }
}
