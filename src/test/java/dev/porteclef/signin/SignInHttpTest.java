package dev.porteclef.signin;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.porteclef.platform.limits.Limit;
import dev.porteclef.testing.RunningPortal;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The filter chain of the running demo, asked as a browser asks. Redirects are looked at, not followed.
class SignInHttpTest {

    @TempDir
    static Path home;

    private static RunningPortal portal;
    private static Properties signIns;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeAll
    static void start() throws IOException {
        portal = RunningPortal.start(home);
        signIns = new Properties();
        try (var file = Files.newBufferedReader(portal.data().resolve("demo-sign-ins.properties"))) {
            signIns.load(file);
        }
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @CsvSource({"/fr/journal, /fr/sign-in", "/en/journal, /en/sign-in"})
    void a_page_for_customers_asks_to_sign_in_in_its_own_language(String page, String signIn) {
        assertThat(redirect(get(page, "Accept-Language", "de"))).isEqualTo(signIn);
    }

    @Test
    void the_page_asked_for_comes_back_with_its_query_after_signing_in() {
        get("/fr/journal?exchange=bitfinex&strategy=spot%2Btransfers");
        assertThat(redirect(signIn("customer@demo.example", "fr")))
                .isEqualTo("/fr/journal?exchange=bitfinex&strategy=spot%2Btransfers");
        assertThat(get("/fr/journal").statusCode()).isEqualTo(200);
    }

    @Test
    void without_a_page_asked_for_customers_see_their_keys_and_staff_the_home_page() {
        assertThat(redirect(signIn("client@demo.example", "fr"))).isEqualTo("/fr/keys");
        cookies.getCookieStore().removeAll();
        assertThat(redirect(signIn("support@demo.example", "en"))).isEqualTo("/en");
    }

    @Test
    void the_session_gets_a_new_id_that_scripts_cannot_read() {
        get("/fr/journal");
        var before = session();
        var answer = signIn("customer@demo.example", "fr");
        assertThat(session()).isNotEqualTo(before);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void a_planted_session_stays_anonymous_after_its_reader_signs_in() {
        get("/fr/journal");
        var planted = session();
        signIn("customer@demo.example", "fr");
        cookies.getCookieStore().removeAll();
        assertThat(redirect(get("/fr/journal", "Cookie", "JSESSIONID=" + planted)))
                .isEqualTo("/fr/sign-in");
    }

    @Test
    void a_wrong_password_and_an_unknown_e_mail_look_the_same() {
        var wrong = post("editor@demo.example", "wrong", "fr");
        var unknown = post("nobody@example.org", "wrong", "fr");
        assertThat(redirect(wrong)).isEqualTo("/fr/sign-in?error");
        assertThat(redirect(unknown)).isEqualTo("/fr/sign-in?error");
        assertThat(withoutDate(unknown)).isEqualTo(withoutDate(wrong));
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void the_sixth_failure_waits_even_with_the_right_password() {
        for (var tried = 0; tried < Limit.SIGN_IN.capacity(); tried++) {
            assertThat(redirect(post("admin@demo.example", "wrong " + tried, "en")))
                    .isEqualTo("/en/sign-in?error");
        }
        assertThat(redirect(signIn("admin@demo.example", "en"))).isEqualTo("/en/sign-in?error");
        assertThat(redirect(signIn("client@demo.example", "en"))).isEqualTo("/en/keys");
    }

    /// Linux answers to every address of 127.0.0.0/8 as its own; elsewhere there is but one to come from.
    @Test
    void many_addresses_together_cannot_guess_at_one_account_for_ever() throws IOException {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        assertThat(redirect(signInFrom(2, "right"))).isEqualTo("/en");
        for (var tried = 0; tried < Limit.SIGN_IN_ACCOUNT.capacity(); tried++) {
            assertThat(redirect(signInFrom(3 + tried / Limit.SIGN_IN.capacity(), "wrong")))
                    .isEqualTo("/en/sign-in?error");
        }
        assertThat(redirect(signInFrom(200, "right"))).isEqualTo("/en/sign-in?error");
        assertThat(redirect(signIn("client@demo.example", "en"))).isEqualTo("/en/keys");
    }

    private HttpResponse<String> signInFrom(int host, String password) throws IOException {
        var email = "editor@demo.example";
        try (var from = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0." + host))
                .build()) {
            var form = "language=en&email=" + email + "&password="
                    + (password.equals("right")
                            ? URLEncoder.encode(signIns.getProperty(email), StandardCharsets.UTF_8)
                            : password);
            return from.send(
                    HttpRequest.newBuilder(URI.create(portal.at("/sign-in").replace("localhost", "127.0.0.1")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    ofString());
        } catch (InterruptedException e) {
            throw new AssertionError("the portal does not answer", e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fr-CA, , /fr/sign-in",
        "'de, fr;q=0.7, en;q=0.5', , /fr/sign-in",
        "de, , /en/sign-in",
        "en, http://localhost/fr/guides/bitfinex, /fr/sign-in",
        "fr, http://localhost/en, /en/sign-in",
    })
    void an_address_without_language_leads_to_the_readers_sign_in_page(
            String accepted, String referrer, String signIn) {
        var answer = referrer == null
                ? get("/sign-in", "Accept-Language", accepted)
                : get("/sign-in", "Accept-Language", accepted, "Referer", referrer);
        assertThat(redirect(answer)).isEqualTo(signIn);
    }

    @Test
    void other_sites_cannot_sign_a_reader_in() {
        for (var header : List.of(
                Map.entry("Sec-Fetch-Site", "cross-site"),
                Map.entry("Sec-Fetch-Site", "same-site"),
                Map.entry("Origin", "https://attacker.example"),
                Map.entry("Origin", "null"))) {
            var answer = signIn("client@demo.example", "fr", header.getKey(), header.getValue());
            assertThat(answer.statusCode()).as(header.toString()).isEqualTo(403);
        }
        assertThat(redirect(signIn("client@demo.example", "fr", "Sec-Fetch-Site", "same-origin")))
                .isEqualTo("/fr/keys");
        assertThat(redirect(signIn("client@demo.example", "fr", "Origin", portal.at(""))))
                .isEqualTo("/fr/keys");
    }

    @Test
    void a_request_cannot_sign_out_without_its_token() {
        signIn("client@demo.example", "fr");
        var answer =
                send(HttpRequest.newBuilder(URI.create(portal.at("/logout"))).POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(get("/fr/journal").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/fr", "/en/guides/bitfinex", "/fr/sign-in", "/en/sign-up", "/styles.css", "/styles/base.css"})
    void public_pages_and_files_are_open(String path) {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/wp-login.php", "/actuator/env", "/application.yml", "/db/migration/common/V0001__accounts.sql"
            })
    void everything_else_is_not_found_and_opens_no_session(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(cookies.getCookieStore().getCookies()).isEmpty();
    }

    @Test
    void browsers_are_told_to_be_strict() {
        var headers = get("/fr/sign-in").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "base-uri 'self'", "frame-ancestors 'none'", "form-action 'self'")
                .contains("script-src 'self' 'unsafe-inline' 'unsafe-eval';", "connect-src 'self';")
                .doesNotContain("*", "http:", "https:");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void the_demos_sign_ins_are_printed_once() {
        var passwords = signIns.values().stream().map(String.class::cast).toList();
        assertThat(passwords).hasSize(5);
        assertThat(passwords).allSatisfy(password -> assertThat(portal.output()).containsOnlyOnce(password));
    }

    private HttpResponse<String> signIn(String email, String language, String... headers) {
        return post(email, signIns.getProperty(email), language, headers);
    }

    private HttpResponse<String> post(String email, String password, String language, String... headers) {
        var form = Map.of("email", email, "password", password, "language", language).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(portal.at("/sign-in")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(portal.at(path))).header("Accept", "text/html,*/*");
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the portal does not answer", e);
        }
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static String redirect(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        var target = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
    }

    private static Map<String, List<String>> withoutDate(HttpResponse<String> answer) {
        return answer.headers().map().entrySet().stream()
                .filter(header -> !List.of("date", "set-cookie").contains(header.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
