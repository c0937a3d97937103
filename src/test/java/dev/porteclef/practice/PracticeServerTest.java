package dev.porteclef.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.exchange.PracticeEndpoint;
import dev.porteclef.platform.security.Role;
import dev.porteclef.testing.TestDatabase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls over HTTP, signed by a client that shares no code with the server.
class PracticeServerTest {

    private static final String KEY_UNKNOWN = "[\"error\",10100,\"apikey: digest invalid\"]";
    private static final String NOT_ACCEPTED = "[\"error\",10100,\"apikey: invalid\"]";
    private static final String NONCE_SMALL = "[\"error\",10114,\"nonce: small\"]";
    private static final String NOT_PERMITTED = "[\"error\",10001,\"api_key: permission invalid\"]";

    private final HttpClient client = HttpClient.newHttpClient();
    private final PracticeFixture practice = new PracticeFixture(TestDatabase.H2);

    @BeforeEach
    void sign_in() {
        PracticeFixture.signIn(Role.CUSTOMER);
    }

    @AfterEach
    void stop() {
        practice.close();
        client.close();
    }

    @Test
    void tells_the_permissions_of_all_scopes_in_the_documented_order() throws Exception {
        var key = Pair.of(practice, "orders.read", "orders.write", "wallets.read", "withdraw.write");
        var answer = call(practice, key, "auth/r/permissions", "1000", "{}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json; charset=utf-8");
        assertThat(answer.body()).isEqualTo("""
                [["account",0,0],["history",0,0],["orders",1,1],["positions",0,0],["funding",0,0],["settings",0,0],\
                ["wallets",1,0],["withdraw",0,1],["ui_withdraw",0,0],["bfxpay",0,0],["eaas_agreement",0,0],\
                ["eaas_withdraw",0,0],["eaas_deposit",0,0],["eaas_brokerage",0,0]]""");
    }

    @Test
    void tells_the_wallets_of_a_funded_key_and_none_of_another() throws Exception {
        var funded = Pair.of(practice, "wallets.read");
        var empty = new Pair(practice.create(new PracticeKeyDraft(
                "bot", Set.of("wallets.read"), null, false, practice.keys().code())));
        assertThat(call(practice, funded, "auth/r/wallets", "1000", "{}").body())
                .startsWith("[[\"exchange\",\"USD\",1000.5,")
                .endsWith("]]");
        assertThat(call(practice, empty, "auth/r/wallets", "1000", "{}").body()).isEqualTo("[]");
    }

    @Test
    void takes_an_empty_body_that_was_signed_as_such() throws Exception {
        var key = Pair.of(practice);
        assertThat(call(practice, key, "auth/r/permissions", "1000", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void tells_the_user_in_the_documented_shape_to_a_key_that_may_read_the_account() throws Exception {
        var body = call(practice, Pair.of(practice, "account.read"), "auth/r/info/user", "1000", "{}")
                .body();
        var fields = body.substring(1, body.length() - 1).split(",");
        assertThat(fields).hasSize(55);
        assertThat(fields[21]).isEqualTo("0");
        refused(call(practice, Pair.of(practice), "auth/r/info/user", "1000", "{}"), NOT_PERMITTED);
    }

    @Test
    void refuses_a_wrong_signature_and_leaves_the_counter_alone() throws Exception {
        var key = Pair.of(practice, "wallets.read");
        var wrong = new Pair(key.apiKey(), key.secret().substring(1) + "x");
        refused(call(practice, wrong, "auth/r/wallets", "2000", "{}"), NOT_ACCEPTED);
        assertThat(call(practice, key, "auth/r/wallets", "1000", "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void refuses_a_body_that_is_not_the_signed_one() throws Exception {
        var key = Pair.of(practice, "wallets.read");
        var request = request(practice, "v2/auth/r/wallets", "{\"limit\":5}")
                .headers("bfx-nonce", "1000", "bfx-apikey", key.apiKey())
                .header("bfx-signature", key.sign("v2/auth/r/wallets", "1000", "{}"));
        refused(send(request), NOT_ACCEPTED);
    }

    @Test
    void refuses_an_unknown_and_a_deleted_key() throws Exception {
        var made = practice.create(practice.draft("wallets.read"));
        var key = new Pair(made);
        refused(call(practice, new Pair("12345", key.secret()), "auth/r/wallets", "1000", "{}"), KEY_UNKNOWN);
        assertThat(call(practice, key, "auth/r/wallets", "1000", "{}").statusCode())
                .isEqualTo(200);
        practice.keys().delete(made.id());
        refused(call(practice, key, "auth/r/wallets", "1001", "{}"), KEY_UNKNOWN);
    }

    @Test
    void refuses_swapped_fields_as_an_unknown_key() throws Exception {
        var key = Pair.of(practice, "wallets.read");
        refused(call(practice, new Pair(key.secret(), key.apiKey()), "auth/r/wallets", "1000", "{}"), KEY_UNKNOWN);
    }

    @Test
    void refuses_a_call_without_the_headers() throws Exception {
        refused(send(request(practice, "v2/auth/r/wallets", "{}")), NOT_ACCEPTED);
    }

    @Test
    void refuses_a_number_that_is_not_larger_than_the_last_per_key() throws Exception {
        var key = Pair.of(practice, "wallets.read");
        var other = Pair.of(practice, "wallets.read");
        assertThat(call(practice, key, "auth/r/wallets", "1000", "{}").statusCode())
                .isEqualTo(200);
        refused(call(practice, key, "auth/r/wallets", "1000", "{}"), NONCE_SMALL);
        refused(call(practice, key, "auth/r/permissions", "999", "{}"), NONCE_SMALL);
        assertThat(call(practice, key, "auth/r/wallets", "1001", "{}").statusCode())
                .isEqualTo(200);
        assertThat(call(practice, other, "auth/r/wallets", "5", "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void takes_the_largest_number_there_is() throws Exception {
        var key = Pair.of(practice, "wallets.read");
        assertThat(call(practice, key, "auth/r/wallets", "9007199254740991", "{}")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740992", "99999999999999999999", "-1", "1e3", "0x10", "1 0", "0", "12.5"})
    void refuses_numbers_that_are_too_large_or_none(String nonce) throws Exception {
        var key = Pair.of(practice, "wallets.read");
        refused(call(practice, key, "auth/r/wallets", nonce, "{}"), NONCE_SMALL);
        assertThat(call(practice, key, "auth/r/wallets", "1", "{}").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void of_fifty_calls_at_once_with_one_number_exactly_one_is_accepted(TestDatabase server) throws Exception {
        try (var crowded = new PracticeFixture(server);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            PracticeFixture.signIn(Role.CUSTOMER);
            var key = Pair.of(crowded, "wallets.read");
            var start = new CountDownLatch(1);
            var answers = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return call(crowded, key, "auth/r/wallets", "1000", "{}");
                    }))
                    .toList();
            start.countDown();
            var accepted = 0;
            for (var answer : answers) {
                if (answer.get().statusCode() == 200) {
                    accepted++;
                } else {
                    refused(answer.get(), NONCE_SMALL);
                }
            }
            assertThat(accepted).isEqualTo(1);
        }
    }

    @Test
    void refuses_wallets_to_a_key_without_that_box_and_counts_the_call() throws Exception {
        var key = Pair.of(practice, "orders.read", "orders.write");
        refused(call(practice, key, "auth/r/wallets", "1000", "{}"), NOT_PERMITTED);
        refused(call(practice, key, "auth/r/wallets", "1000", "{}"), NONCE_SMALL);
    }

    @Test
    void compares_the_list_of_a_key_with_the_outgoing_address() throws Exception {
        var listed = new Pair(practice.create(practice.listing("10.0.0.1, " + PracticeFixture.OUTGOING)));
        var unlisted = new Pair(practice.create(practice.listing("10.0.0.1, 127.0.0.1")));
        assertThat(call(practice, listed, "auth/r/wallets", "1000", "{}").statusCode())
                .isEqualTo(200);
        refused(call(practice, unlisted, "auth/r/wallets", "1000", "{}"), NOT_ACCEPTED);
    }

    @Test
    void says_that_the_platform_is_at_work() throws Exception {
        var answer = send(HttpRequest.newBuilder(uri(practice, "v2/platform/status")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[1]");
    }

    @Test
    void answers_an_unknown_path_or_method_with_a_page_that_repeats_nothing() throws Exception {
        for (var request : new HttpRequest.Builder[] {
            request(practice, "v2/auth/w/order/submit", "{}"),
            request(practice, "v2/<script>".replace("<", "%3C").replace(">", "%3E"), "{}"),
            HttpRequest.newBuilder(uri(practice, "v2/auth/r/wallets")),
            HttpRequest.newBuilder(uri(practice, "v2/auth/r/wallets")).HEAD()
        }) {
            var answer = send(request);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
            assertThat(answer.body()).doesNotContain("script", "order", "wallets");
        }
    }

    @Test
    void does_not_read_a_body_without_end() throws Exception {
        var key = Pair.of(practice, "wallets.read");
        var answer = call(practice, key, "auth/r/wallets", "1000", " ".repeat(PracticeServer.LONGEST_BODY + 1));
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(call(practice, key, "auth/r/wallets", "1000", " ".repeat(PracticeServer.LONGEST_BODY))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_database_in_trouble_is_no_verdict_on_a_key() throws Exception {
        var key = Pair.of(practice, "wallets.read");
        practice.database.jdbi().useHandle(handle -> handle.execute("drop table practice_key cascade"));
        var answer = call(practice, key, "auth/r/wallets", "1000", "{}");
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).startsWith("<html>").doesNotContain("practice_key");
    }

    @Test
    void listens_on_loopback_until_the_portal_stops() throws Exception {
        var server = practice.get(PracticeEndpoint.class);
        assertThat(server.exchange().value()).isEqualTo("bitfinex");
        assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
        var request = HttpRequest.newBuilder(uri(practice, "v2/platform/status"));
        practice.close();
        assertThatThrownBy(() -> send(request)).isInstanceOf(ConnectException.class);
        assertThatThrownBy(server::address).isInstanceOf(IllegalStateException.class);
    }

    private static void refused(HttpResponse<String> answer, String body) {
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo(body);
    }

    private HttpResponse<String> call(PracticeFixture at, Pair key, String path, String nonce, String body)
            throws IOException, InterruptedException {
        return send(request(at, "v2/" + path, body)
                .header("bfx-nonce", nonce)
                .header("bfx-apikey", key.apiKey())
                .header("bfx-signature", key.sign("v2/" + path, nonce, body)));
    }

    private static HttpRequest.Builder request(PracticeFixture at, String path, String body) {
        return HttpRequest.newBuilder(uri(at, path))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static URI uri(PracticeFixture at, String path) {
        return at.get(PracticeEndpoint.class).address().resolve("/" + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
