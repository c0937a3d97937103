package dev.porteclef.operation;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.porteclef.Porteclef;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole portal, asked over HTTP on its two ports as people, proxies and collectors of metrics ask.
@ExtendWith(OperationHttpTest.AtTheStop.class)
@SpringBootTest(
        classes = Porteclef.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:operation;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                    + "DEFAULT_NULL_ORDERING=HIGH",
            // An incident that is stated here would be over at the next look: no key tells of it.
            "porteclef.watch.look-every=24h",
            "management.server.port=0"
        })
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class OperationHttpTest {

    private static final AtomicBoolean LISTENING = new AtomicBoolean();

    private static SecurityContextHolderStrategy strategy = SecurityContextHolder.getContextHolderStrategy();

    @TempDir
    static Path home;

    @LocalServerPort
    private int pages;

    @LocalManagementPort
    private int operation;

    @Autowired
    private ConfigurableApplicationContext portal;

    @Autowired
    private Jdbi jdbi;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("porteclef.data", () -> home.resolve("data"));
        registry.add("porteclef.keys", () -> home.resolve("keys"));
    }

    /// Registered before Spring's own extension, and therefore asked after the portal has been stopped: it
    /// was not ready any more while it still answered.
    static final class AtTheStop implements AfterAllCallback {

        private static final AtomicInteger READINESS = new AtomicInteger();

        @Override
        public void afterAll(ExtensionContext context) {
            assertThat(READINESS.get()).isEqualTo(503);
        }
    }

    @BeforeEach
    void lookAtTheStop() {
        if (!LISTENING.getAndSet(true)) {
            portal.addApplicationListener((ApplicationListener<ContextClosedEvent>) closing -> {
                if (closing.getApplicationContext().equals(portal)) {
                    AtTheStop.READINESS.set(
                            get(operation, "/actuator/health/readiness").statusCode());
                }
            });
        }
    }

    @BeforeAll
    static void remember() {
        strategy = SecurityContextHolder.getContextHolderStrategy();
    }

    @AfterAll
    static void restore() {
        SecurityContextHolder.setContextHolderStrategy(strategy);
    }

    @Test
    void a_verification_is_counted_and_timed_and_nothing_of_the_key_or_its_owner_is_told() {
        var before = value(metrics(), "porteclef_exchange_calls_seconds_count", "question=\"balance\"");
        var made = PracticeVerification.in(portal);
        get(pages, "/en/help/bitfinex/" + made.get(1));
        var metrics = metrics();

        assertThat(value(
                        metrics,
                        "porteclef_checks_total",
                        "environment=\"practice\"",
                        "exchange=\"bitfinex\"",
                        "headline=\"",
                        "no_verdict=\"none\""))
                .isPositive();
        assertThat(value(metrics, "porteclef_exchange_calls_seconds_count", "question=\"balance\""))
                .isGreaterThan(before);
        assertThat(metrics)
                .contains("porteclef_exchange_calls_seconds_bucket{exchange=\"bitfinex\"")
                .contains("question=\"permissions\"")
                .contains("porteclef_gate_wait_seconds_count{priority=\"person\",result=\"passed\"}")
                .contains("porteclef_queue_waiting{priority=\"person\"} 0.0")
                .contains("porteclef_queue_waiting{priority=\"watch\"}")
                .contains("porteclef_queue_longest_wait_seconds 0.0")
                .contains("porteclef_watch_due ", "porteclef_watch_overdue 0.0", "porteclef_watch_incidents ")
                .contains("porteclef_watch_breakers_open 0.0", "porteclef_mail_waiting ")
                .contains("jvm_memory_used_bytes", "hikaricp_connections_active")
                .doesNotContain(made);
    }

    @Test
    void health_tells_its_parts_and_is_up() {
        var health = health("");

        assertThat(health.get("status").asString()).isEqualTo("UP");
        assertThat(health.get("components").propertyNames())
                .contains("database", "masterKey", "queue", "exchange", "livenessState", "readinessState", "diskSpace")
                .doesNotContain("mail", "db");
        assertThat(health.at("/components/queue/details").propertyNames())
                .contains("peopleWaiting", "watchWaiting", "longestWaitSeconds", "tasksDue", "tasksAnHourBehind");
        assertThat(get(operation, "/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get(operation, "/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/health", "/health/readiness", "/prometheus", "/env", "/heapdump"})
    void the_public_port_has_none_of_it(String path) {
        var answer = get(pages, "/actuator" + path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("UP", "jvm_", "components");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/env", "/heapdump", "/beans", "/loggers", "/configprops", "/threaddump"})
    void the_port_of_operation_has_nothing_else(String path) {
        assertThat(get(operation, "/actuator" + path).statusCode()).isEqualTo(404);
        assertThat(get(operation, "/en").statusCode()).isNotEqualTo(200);
    }

    @Test
    void an_exchange_that_is_down_is_told_and_makes_no_node_unhealthy() {
        jdbi.useHandle(handle -> handle.execute("""
                insert into watch_incident (exchange, environment, kind, address, since)
                values ('bitfinex', 'LIVE', 'NO_ANSWER', '', current_timestamp)
                """));
        try {
            var health = health("");
            assertThat(health.get("status").asString()).isEqualTo("UP");
            assertThat(health.at("/components/exchange/details/incidents/0/kind")
                            .asString())
                    .isEqualTo("NO_ANSWER");
        } finally {
            jdbi.useHandle(handle -> handle.execute("delete from watch_incident"));
        }
    }

    /// Its name is one that no node knows, so that nobody works it off.
    @Test
    void a_watch_that_is_an_hour_behind_is_unhealthy_and_the_node_stays_ready() {
        jdbi.useHandle(handle -> handle.execute("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values ('left-behind', 'one', current_timestamp - interval '2' hour, false, 1)
                """));
        try {
            // The numbers are kept for some seconds.
            await().until(() -> health("/queue").get("status").asString().equals("DOWN"));
            assertThat(health("/queue").at("/details/tasksAnHourBehind").asInt())
                    .isPositive();
            assertThat(metrics()).contains("porteclef_watch_overdue 1.0");
            assertThat(get(operation, "/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
        } finally {
            jdbi.useHandle(handle -> handle.execute("delete from scheduled_tasks where task_name = 'left-behind'"));
        }
        await().until(() -> health("/queue").get("status").asString().equals("UP"));
    }

    @Test
    void a_master_key_that_is_gone_is_told_before_the_next_start_is_refused() throws Exception {
        var file = home.resolve("keys/master-keyset.json");
        var away = home.resolve("away.json");
        Files.move(file, away);
        try {
            var health = health("");
            assertThat(health.get("status").asString()).isEqualTo("DOWN");
            assertThat(health.at("/components/masterKey/details/reason").asString())
                    .contains("master key is missing");
            assertThat(get(operation, "/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
        } finally {
            Files.move(away, file);
        }
        assertThat(health("").at("/components/masterKey/status").asString()).isEqualTo("UP");
    }

    @Test
    void a_credential_that_is_logged_does_not_reach_the_console(CapturedOutput output) {
        var canary = "sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI";

        LoggerFactory.getLogger("dev.porteclef.test")
                .warn("said {}", canary, new IllegalStateException(canary, new IllegalStateException(canary)));

        assertThat(output.getAll()).contains("said " + Redaction.MARK).doesNotContain(canary);
    }

    @Test
    void a_node_that_refuses_traffic_is_alive_and_not_ready() {
        AvailabilityChangeEvent.publish(portal, ReadinessState.REFUSING_TRAFFIC);
        try {
            assertThat(get(operation, "/actuator/health/readiness").statusCode())
                    .isEqualTo(503);
            assertThat(get(operation, "/actuator/health/liveness").statusCode()).isEqualTo(200);
        } finally {
            AvailabilityChangeEvent.publish(portal, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    private String metrics() {
        var answer = get(operation, "/actuator/prometheus");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode health(String part) {
        return JsonMapper.shared()
                .readTree(get(operation, "/actuator/health" + part).body());
    }

    /// The sum of the series of `name` that have all of `labels`.
    private static double value(String metrics, String name, String... labels) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpResponse<String> get(int port, String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
