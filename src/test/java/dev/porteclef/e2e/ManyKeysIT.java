package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.porteclef.demo.DemoData;
import dev.porteclef.demo.DemoPlan;
import dev.porteclef.demo.Progress;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import dev.porteclef.testing.OwnPostgres;
import dev.porteclef.testing.RunningPortal;
import dev.porteclef.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An agent's morning with very many keys: finds whose key fails because of the list of addresses since this morning,
/// reads the evidence of one, answers all of them in their languages and sees them turn green, by keyboard alone.
class ManyKeysIT {

    /// How many keys there are besides: `-Dmany.keys=1000000`.
    private static final int KEYS = Integer.getInteger("many.keys", 100_000);

    private static final int KEYS_OF_A_CUSTOMER = 10;
    private static final int CHECKS_OF_A_KEY = 20;
    private static final int STOPS = 100;

    @TempDir
    private Path folder;

    /// A PostgreSQL that `demo-data` has filled today: `-Dmany.keys.database=jdbc:postgresql://...`.
    private static final @Nullable String FILLED = System.getProperty("many.keys.database");

    @Test
    @Tag("soak")
    @Timeout(3_600)
    void whose_key_fails_since_this_morning_is_found_answered_and_seen_to_recover() throws Exception {
        if (FILLED != null) {
            morningWith(FILLED);
            return;
        }
        try (var postgres = new OwnPostgres(folder.resolve("postgres"))) {
            fill(postgres);
            morningWith(postgres.url());
        }
    }

    private void morningWith(String database) throws IOException {
        var access = Map.of(
                "PORTECLEF_DB_URL", database, "PORTECLEF_DB_USER", "postgres", "PORTECLEF_DB_PASSWORD", "postgres");
        try (var portal = RunningPortal.start(
                        Files.createDirectories(folder.resolve("portal")), access, "--profile", "postgres");
                var english = person(portal, Language.ENGLISH, "customer@demo.example");
                var french = person(portal, Language.FRENCH, "client@demo.example");
                var agent = person(portal, Language.ENGLISH, "support@demo.example")) {
            work(english, french, agent, () -> move(database));
        }
    }

    /// As if the portal had had another outgoing address until now, which is what the keys' lists hold.
    private static void move(String database) {
        Jdbi.create(database, "postgres", "postgres")
                .useHandle(handle -> handle.createUpdate("""
                        update exchange_key
                        set accepted_from = '203.0.113.7'
                        where label = :label
                        """)
                        .bind("label", AgentsMorning.LABEL)
                        .execute());
    }

    private static void work(Customer english, Customer french, Customer agent, Runnable move) {
        var pairs =
                Map.of(english, AgentsMorning.turnedRed(english, move), french, AgentsMorning.turnedRed(french, move));
        var morning = new AgentsMorning(agent);
        var page = agent.page();
        agent.open("/console/groups");
        agent.settle();
        goTo(
                morning,
                agent.text("key.headline.CREDENTIALS_REJECTED"),
                agent.text("key.likely.ADDRESS_NOT_LISTED"),
                agent.text("exchange.environment.PRACTICE"));
        morning.press("Enter");
        assertThat(page).hasURL(Pattern.compile("cause=address-not-listed.*since="));
        assertThat(page.locator(".key-table tbody tr").first()).containsText(AgentsMorning.LABEL);
        assertThat(page.locator(".key-table tbody tr").nth(1)).isVisible();
        agent.settle();
        morning.readsTheFirst();
        morning.answersAll(agent.text("console.run.state.DONE"), Duration.ofMinutes(10));
        AgentsMorning.customersRead(pairs);
        page.goBack();
        morning.checksAllAgain();
        // The keys that are made up have no secret, and are asked by nobody.
        assertThat(page.locator(".run-stands"))
                .containsText(
                        agent.text("key.headline.ACCEPTED"),
                        new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        assertThat(page.locator(".run-stands li")).hasCount(1);
    }

    /// By the tabulator, to the group of these words.
    private static void goTo(AgentsMorning morning, String... words) {
        for (var stop = 0; stop < STOPS; stop++) {
            morning.press("Tab");
            var group = (String) morning.page().evaluate("""
                    () => document.activeElement.classList.contains('key-group-link')
                      ? document.activeElement.closest('li').innerText : ''""");
            if (Arrays.stream(words).allMatch(group::contains)) {
                return;
            }
        }
        Assertions.fail("no group of these words is reached by the keyboard");
    }

    private static Customer person(RunningPortal portal, Language language, String email) {
        var person = new Customer(portal.address(), language, Screen.DESKTOP);
        person.signIn(portal, email);
        return person;
    }

    private static void fill(OwnPostgres postgres) throws Exception {
        var database = TestDatabase.POSTGRESQL.on(postgres.source());
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (var connection = database.source().getConnection()) {
            new DemoData(RealExchanges.catalogue(), connection, new Progress(System.out, false))
                    .make(new DemoPlan(KEYS, KEYS / KEYS_OF_A_CUSTOMER, CHECKS_OF_A_KEY, 1, now));
        }
    }
}
