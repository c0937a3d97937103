package dev.porteclef.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.testing.RunningPortal;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A flood of strangers without cookies against the running demo, and somebody who works there meanwhile.
class ReadersHttpTest {

    private static final String INIT = "/?v-r=init&location=en&query=&v-sw=1280&v-sh=900&v-tzid=Europe%2FParis";
    private static final int AT_ONCE = 16;
    private static final int ALIVE = 40;

    @TempDir
    static Path home;

    private static RunningPortal portal;

    private final HttpClient strangers = HttpClient.newHttpClient();
    private final HttpClient customer =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() {
        portal = RunningPortal.start(
                home, "--porteclef.readers.alive-per-address=" + ALIVE, "--porteclef.readers.new-per-address=100");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void a_flood_is_turned_away_and_leaves_signed_in_people_alone() throws Exception {
        flood(2_000);
    }

    @Test
    @Tag("soak")
    void a_great_flood_is_turned_away_too() throws Exception {
        flood(20_000);
    }

    /// Every session that is begun is one that was admitted, and holds its memory for minutes: their number is the
    /// bound of the heap.
    private void flood(int requests) throws Exception {
        signIn();
        var answers = new TreeMap<Integer, Integer>();
        var sessions = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var turns = new Semaphore(AT_ONCE);
            var tasks = IntStream.range(0, requests)
                    .mapToObj(number -> (Callable<HttpResponse<String>>) () -> {
                        turns.acquire();
                        try {
                            return get(strangers, number % 2 == 0 ? "/en" : INIT);
                        } finally {
                            turns.release();
                        }
                    })
                    .toList();
            for (var done : threads.invokeAll(tasks)) {
                var answer = done.get();
                answers.merge(answer.statusCode(), 1, Integer::sum);
                sessions += answer.headers().firstValue("Set-Cookie").isPresent() ? 1 : 0;
            }
        }
        assertThat(answers.keySet()).isSubsetOf(200, 429);
        assertThat(sessions).isBetween(1, ALIVE);
        assertThat(answers.get(429)).isGreaterThanOrEqualTo(requests / 2 - ALIVE);

        assertThat(get(customer, "/en/keys").statusCode()).isEqualTo(200);
        assertThat(get(customer, INIT.replace("location=en", "location=en%2Fkeys"))
                        .statusCode())
                .isEqualTo(200);

        var refused = get(strangers, INIT);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isPositive();
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(refused.body()).contains("Please try again", "Réessaie");
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(get(strangers, "/styles.css").statusCode()).isEqualTo(200);
        // Nobody has to read before signing in.
        signIn();
    }

    private void signIn() throws IOException, InterruptedException {
        var signIns = new Properties();
        try (var file = Files.newBufferedReader(portal.data().resolve("demo-sign-ins.properties"))) {
            signIns.load(file);
        }
        var email = "customer@demo.example";
        var form = "language=en&email=" + email + "&password="
                + URLEncoder.encode(signIns.getProperty(email), StandardCharsets.UTF_8);
        var fresh = HttpRequest.newBuilder(URI.create(portal.at("/sign-in")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        var answer = customer.send(fresh, BodyHandlers.ofString());
        assertThat(Map.of(
                        answer.statusCode(),
                        URI.create(answer.headers().firstValue("Location").orElse(""))
                                .getPath()))
                .isEqualTo(Map.of(302, "/en/keys"));
    }

    private static HttpResponse<String> get(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(portal.at(path)))
                        .header("Accept", "text/html,*/*")
                        .build(),
                BodyHandlers.ofString());
    }
}
