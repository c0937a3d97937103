package dev.porteclef.e2e;

import static dev.porteclef.e2e.Customer.SPOT;

import com.microsoft.playwright.options.ColorScheme;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import dev.porteclef.testing.RunningPortal;
import dev.porteclef.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The pictures of what happens to pages from outside: an incident, a queue before the exchange, mail that was sent.
@Tag("shots")
class LiveShots {

    private static RunningPortal portal;
    private static Connection database;

    @BeforeAll
    static void start() throws IOException, SQLException {
        var home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "portal");
        var url = TestDatabase.newPostgresUrl();
        portal = RunningPortal.start(
                home, Map.of("PORTECLEF_DB_URL", url, "PORTECLEF_DB_USER", "postgres"), "--profile", "postgres");
        database = DriverManager.getConnection(url, "postgres", "");
    }

    @AfterAll
    static void stop() throws SQLException {
        database.close();
        portal.close();
    }

    static Stream<Arguments> everyLook() {
        return Shots.everyLook();
    }

    @ParameterizedTest
    @MethodSource("everyLook")
    void takes_what_comes_from_outside(Language language, Screen screen, ColorScheme scheme) throws SQLException {
        try (var customer = new Customer(portal.address(), language, screen)) {
            var album = new Album(customer, Shots.folder(language, screen, scheme), scheme);
            customer.signUp();
            var pair = customer.createPracticeKey(SPOT);
            customer.connect("Spot", pair);
            customer.sees("ACCEPTED");
            var key = customer.openKey();
            queue(customer, album);
            mail(customer, album, pair, key);
            incident(album, key);
        }
    }

    private static void queue(Customer customer, Album album) throws SQLException {
        // As far ahead as a clock may be: they count for nine seconds, unless somebody shows them anew.
        execute("""
                insert into outbound_ticket (host, question, priority, shown_at)
                select host, question, 1, extract(epoch from now()) * 1000 + 4000
                from outbound_lane, (values (1), (2), (3)) as three
                """);
        customer.button("key.action.check").click();
        customer.page()
                .getByText(customer.text("verification.place", 4))
                .first()
                .waitFor();
        album.take("queue");
        // Whoever waits in earnest says since when.
        execute("delete from outbound_ticket where drawn_at = 0");
        customer.sees("ACCEPTED");
    }

    private static void mail(Customer customer, Album album, Customer.Pair pair, String key) {
        customer.befall(pair, "KEY_DELETED");
        album.open(key, "#verdict");
        customer.checkAgain();
        customer.sees("CREDENTIALS_REJECTED");
        album.take("/reminders", "h1", "reminders");
        album.take("/reminders/outbox", "h1", "outbox");
        customer.befall(pair, null);
        album.open(key, "#verdict");
        customer.checkAgain();
        customer.sees("ACCEPTED");
    }

    private static void incident(Album album, String key) throws SQLException {
        for (var kind : List.of("NO_ANSWER", "MANY_REFUSED")) {
            var name = kind.toLowerCase(Locale.ROOT).replace('_', '-');
            // The keys are fine, and the portal sees that within seconds: it has to begin again and again.
            try (var again = Executors.newSingleThreadScheduledExecutor()) {
                var _ = again.scheduleWithFixedDelay(() -> begin(kind), 0, 200, TimeUnit.MILLISECONDS);
                album.take("", ".incident", name + "-home");
                album.take("/keys", ".incident", name + "-keys");
                album.take(key, ".incident", name + "-key");
                again.shutdownNow();
            }
            execute("delete from watch_incident");
        }
    }

    private static void begin(String kind) {
        try {
            execute("insert into watch_incident values ('bitfinex', 'PRACTICE', '" + kind + "', '', now()) "
                    + "on conflict (exchange, environment, kind, address) do update set ended_at = null");
            execute("select pg_notify('porteclef_live', 'incidents')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
