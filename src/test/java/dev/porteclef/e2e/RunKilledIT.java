package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.porteclef.demo.DemoData;
import dev.porteclef.demo.DemoPlan;
import dev.porteclef.demo.Progress;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import dev.porteclef.testing.RunningPortal;
import dev.porteclef.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The portal dies while it answers many customers at once: started again, it goes on by itself with those who have no
/// answer yet, and writes to nobody twice.
class RunKilledIT {

    private static final int KEYS = 300;

    /// What a node that is gone has held is free after a minute.
    private static final Duration GOES_ON = Duration.ofMinutes(3);

    @TempDir
    private Path home;

    @Test
    @Timeout(400)
    void what_was_begun_for_many_goes_on_after_a_kill() throws Exception {
        var url = TestDatabase.newPostgresUrl();
        var database = Jdbi.create(url, "postgres", "");
        fill(url);
        var access = Map.of("PORTECLEF_DB_URL", url, "PORTECLEF_DB_USER", "postgres");
        var address = "";
        try (var portal = RunningPortal.start(home, access, "--profile", "postgres");
                var agent = new Customer(portal.address(), Language.ENGLISH, Screen.DESKTOP)) {
            agent.signIn(portal, "support@demo.example");
            agent.open("/console/runs?all");
            agent.settle();
            agent.page().locator("#reply-preview").click();
            agent.page().locator("#reply-send").click();
            agent.page().waitForURL(Pattern.compile("/console/runs/[0-9a-f-]{36}$"));
            address = agent.page().url().substring(agent.at("").length());
            agent.page().waitForFunction("() => document.querySelector('vaadin-progress-bar')?.value > 0");
            portal.kill();
            assertThat(answers(database)).as("answers before the kill").isPositive();
            assertThat(left(database)).as("keys without one").isPositive();
            try (var again = portal.again();
                    var another = new Customer(again.address(), Language.ENGLISH, Screen.DESKTOP)) {
                another.signIn(again, "support@demo.example");
                another.open(address);
                assertThat(another.page().locator("#run-progress"))
                        .containsText(
                                another.text("console.run.state.DONE"),
                                new LocatorAssertions.ContainsTextOptions().setTimeout((double) GOES_ON.toMillis()));
            }
        }
        assertThat(left(database)).isZero();
        assertThat(answers(database)).as("one for each key").isEqualTo(KEYS);
        assertThat(count(database, "select count(distinct key_id) from support_answer"))
                .isEqualTo(KEYS);
        assertThat(count(database, "select count(*) from console_run_key where outcome = 'DONE'"))
                .isEqualTo(KEYS);
    }

    private static int answers(Jdbi database) {
        return count(database, "select count(*) from support_answer");
    }

    private static int left(Jdbi database) {
        return count(database, "select count(*) from console_run_key where done_at is null");
    }

    private static int count(Jdbi database, String sql) {
        return database.withHandle(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private static void fill(String url) throws Exception {
        try (var connection = DriverManager.getConnection(url, "postgres", "")) {
            var source = new SingleConnectionDataSource(connection, true);
            TestDatabase.POSTGRESQL.on(source);
            new DemoData(RealExchanges.catalogue(), connection, new Progress(System.out, false))
                    .make(new DemoPlan(KEYS, KEYS / 10, 4, 1, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        }
    }
}
