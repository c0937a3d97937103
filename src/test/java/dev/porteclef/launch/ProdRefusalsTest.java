package dev.porteclef.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.porteclef.platform.config.StartRefused;
import dev.porteclef.testing.Folders;
import dev.porteclef.testing.RunningPortal;
import dev.porteclef.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

/// Production starts only with everything declared, and tells all that is missing at once.
class ProdRefusalsTest {

    private static String url = "";

    @TempDir
    private Path home;

    @BeforeAll
    static void startPostgresql() {
        url = TestDatabase.newPostgresUrl();
    }

    @Test
    void a_bare_start_is_told_everything_that_is_missing() {
        var refusal = RunningPortal.refused(home, Map.of(), "--port", "0", "--profile", "prod");

        assertThat(refusal.errors().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("Porteclef does not start in production yet:"),
                        line -> assertThat(line).contains("PORTECLEF_BRAND_NAME"),
                        line -> assertThat(line).contains("PORTECLEF_OUTGOING_ADDRESSES"),
                        line -> assertThat(line).contains("PORTECLEF_KEYS"),
                        line -> assertThat(line).contains("PORTECLEF_PROXY"),
                        line -> assertThat(line).contains("PORTECLEF_DB_URL"));
        assertThat(refusal.exitCode()).isEqualTo(StartRefused.CONFIGURATION);
        assertThat(Folders.fingerprint(home)).containsOnlyKeys("");
    }

    @ParameterizedTest
    @CsvSource({
        "PORTECLEF_BRAND_NAME, '', The brand is not declared",
        "PORTECLEF_BRAND_NAME, Noon Barbari, The brand is still the demo's",
        "PORTECLEF_OUTGOING_ADDRESSES, '', The outgoing addresses are not declared",
        "PORTECLEF_OUTGOING_ADDRESSES, '192.0.2.1,51.38.112.198', 51.38.112.198 is the demo's",
        "PORTECLEF_OUTGOING_ADDRESSES, bot.example.org, “bot.example.org” is not an IP address",
        "PORTECLEF_OUTGOING_ADDRESSES, 192.0.2.300, “192.0.2.300” is not an IP address",
        "PORTECLEF_KEYS, '', The master key is not declared",
        "PORTECLEF_PROXY, '', Pages would travel unencrypted",
        "PORTECLEF_DB_URL, 'jdbc:h2:mem:x', Production needs PostgreSQL",
        "PORTECLEF_DB_URL, 'jdbc:postgresql://127.0.0.1:1/x', PostgreSQL cannot be reached",
    })
    void each_gap_is_a_reason_of_its_own(String variable, String value, String reason) {
        var variables = declared();
        variables.put(variable, value);

        assertThat(reasons(variables)).contains(reason).hasLineCount(2);
    }

    @Test
    void a_proxy_that_is_no_address_is_refused() {
        var variables = declared();
        variables.put("PORTECLEF_PROXY", "proxy.example.org");

        assertThat(reasons(variables)).contains("porteclef.proxy must list IP addresses");
    }

    @Test
    void a_database_with_demo_accounts_is_refused() throws Exception {
        var variables = declared();
        variables.put("PORTECLEF_DB_URL", TestDatabase.newPostgresUrl());
        try (var connection = DriverManager.getConnection(variables.get("PORTECLEF_DB_URL"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create table account (email varchar(254) not null)");
            statement.execute("insert into account values ('camille@example.org')");
            Preflight.check(environment(variables));

            statement.execute("insert into account values ('camille@demo.example')");
            assertThat(reasons(variables))
                    .contains("The database holds demo accounts")
                    .hasLineCount(2);
        }
    }

    @Test
    void a_declared_production_starts_with_cookies_for_https_only() throws Exception {
        try (var portal = RunningPortal.start(home, declared(), "--profile", "prod");
                var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    // What begins a session: the page itself leaves none behind.
                    HttpRequest.newBuilder(URI.create(portal.at("/?v-r=init&location=en")))
                            .header("X-Forwarded-Proto", "https")
                            .header("X-Forwarded-For", "203.0.113.9")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.headers().allValues("Set-Cookie"))
                    .anySatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-porteclef=")
                            .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                            .doesNotContain("Domain"));
            assertThat(portal.errors()).isEmpty();
        }
        assertThat(home.resolve("data")).doesNotExist();
    }

    private Map<String, String> declared() {
        return new LinkedHashMap<>(Map.of(
                "PORTECLEF_DB_URL", url,
                "PORTECLEF_DB_USER", "postgres",
                "PORTECLEF_BRAND_NAME", "Lighthouse",
                "PORTECLEF_OUTGOING_ADDRESSES", "192.0.2.1,2001:db8::1",
                "PORTECLEF_KEYS", home.resolve("keys").toString(),
                "PORTECLEF_PROXY", "127.0.0.1,::1"));
    }

    private static String reasons(Map<String, String> variables) {
        var refusal = catchThrowableOfType(StartRefused.class, () -> Preflight.check(environment(variables)));
        return String.valueOf(refusal.getMessage());
    }

    private static StandardEnvironment environment(Map<String, String> variables) {
        var environment = new StandardEnvironment();
        var all = new HashMap<String, Object>(variables);
        all.put("SERVER_PORT", "0");
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, all));
        ConfigDataEnvironmentPostProcessor.applyTo(
                environment, new DefaultResourceLoader(), new DefaultBootstrapContext(), "prod");
        return environment;
    }
}
