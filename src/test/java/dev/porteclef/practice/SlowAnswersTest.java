package dev.porteclef.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.platform.security.Role;
import dev.porteclef.testing.TestDatabase;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Answers that take their time: an hour where the end must come from elsewhere, a blink where it is awaited.
@Timeout(60)
class SlowAnswersTest {

    private static final String PERMISSIONS = "v2/auth/r/permissions";

    private final PracticeFixture practice = new PracticeFixture(TestDatabase.H2);
    private PracticeKeyId id;
    private Pair key;

    @BeforeEach
    void make_a_key() {
        PracticeFixture.signIn(Role.CUSTOMER);
        var made = practice.create(practice.draft("wallets.read"));
        id = made.id();
        key = new Pair(made);
    }

    @AfterEach
    void stop() {
        practice.close();
    }

    @Test
    void both_kinds_arrive_whole_in_the_end() throws Exception {
        var server = started(Duration.ofMillis(60));
        try (var client = new Client(server)) {
            var wanted = client.permissions(key, 1).body();
            practice.mishaps().befall(id, Mishap.SLOW_HEADERS);
            assertThat(client.permissions(key, 2).body()).isEqualTo(wanted);
            practice.mishaps().befall(id, Mishap.SLOW_BODY);
            assertThat(client.permissions(key, 3).body()).isEqualTo(wanted);
        } finally {
            server.stop();
        }
    }

    @Test
    void a_slow_body_follows_status_and_headers_that_come_at_once() throws Exception {
        var server = started(Duration.ofHours(1));
        try (var client = new Client(server)) {
            practice.mishaps().befall(id, Mishap.SLOW_BODY);
            var answer = client.http().send(client.signed(key, PERMISSIONS, 1), BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValueAsLong("content-length")).isPresent();
                assertThat(body.read()).isEqualTo('[');
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void slow_headers_are_no_answer_for_whoever_waits_less() throws Exception {
        var server = started(Duration.ofHours(1));
        try (var client = new Client(server)) {
            practice.mishaps().befall(id, Mishap.SLOW_HEADERS);
            var impatient = HttpRequest.newBuilder(client.signed(key, PERMISSIONS, 1), (name, value) -> true)
                    .timeout(Duration.ofMillis(200))
                    .build();
            assertThatThrownBy(() -> client.http().send(impatient, BodyHandlers.ofString()))
                    .isInstanceOf(java.net.http.HttpTimeoutException.class);
        } finally {
            server.stop();
        }
    }

    @Test
    void nothing_else_waits_and_the_end_of_the_server_is_the_end_of_them() throws Exception {
        var server = started(Duration.ofHours(1));
        try (var client = new Client(server)) {
            practice.mishaps().befall(id, Mishap.SLOW_HEADERS);
            var late = client.http().sendAsync(client.signed(key, PERMISSIONS, 1), BodyHandlers.ofString());
            practice.mishaps().befall(id, Mishap.SLOW_BODY);
            var dribbling = client.http().send(client.signed(key, PERMISSIONS, 2), BodyHandlers.ofInputStream());
            var other = Pair.of(practice, "wallets.read");
            assertThat(client.permissions(other, 1).statusCode()).isEqualTo(200);
            assertThat(late).isNotDone();

            server.stop();

            assertThatThrownBy(() -> late.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IOException.class);
            try (var body = dribbling.body()) {
                assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
            }
        } finally {
            server.stop();
        }
    }

    private PracticeServer started(Duration slow) {
        var server = new PracticeServer(practice.get(PracticeApi.class), slow);
        server.start();
        return server;
    }
}
