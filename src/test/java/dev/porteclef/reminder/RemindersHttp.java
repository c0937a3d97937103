package dev.porteclef.reminder;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import dev.porteclef.Porteclef;
import dev.porteclef.account.Accounts;
import dev.porteclef.account.SignUpDraft;
import dev.porteclef.account.SignUpOutcome;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.ConnectOutcome;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyDraft;
import dev.porteclef.key.KeyId;
import dev.porteclef.mail.MailChoices;
import dev.porteclef.mail.Mails;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.practice.PracticeKeyDraft;
import dev.porteclef.practice.PracticeKeyId;
import dev.porteclef.practice.PracticeKeyOutcome;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.testing.TurnableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole portal with a mail server and a clock that is turned, asked over HTTP as calendars and mail programs ask.
@SpringBootTest(
        classes = {Porteclef.class, RemindersHttp.Time.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:reminders;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                    + "DEFAULT_NULL_ORDERING=HIGH",
            "spring.mail.host=127.0.0.1",
            "porteclef.mail.from=keys@portal.example",
            "porteclef.mail.portal=https://portal.example",
            "porteclef.mail.every=PT0.2S"
        })
@DirtiesContext
abstract class RemindersHttp {

    static final Mails MAILS = new Mails();

    /// What must not be in a calendar: everything of every key, in parts, too.
    static final List<String> CANARIES = new ArrayList<>();

    private static SecurityContextHolderStrategy strategy = SecurityContextHolder.getContextHolderStrategy();

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    Accounts accounts;

    @Autowired
    ExchangeKeys keys;

    @Autowired
    PracticeKeys practice;

    @Autowired
    CalendarFeeds feeds;

    @Autowired
    MailChoices choices;

    @Autowired
    Limits limits;

    @Autowired
    TurnableClock clock;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        registry.add("porteclef.data", () -> home.resolve("data"));
        registry.add("porteclef.keys", () -> home.resolve("keys"));
        registry.add("spring.mail.port", () -> MAILS.server().getSmtp().getPort());
    }

    /// Not annotated as a configuration, so that no other test's scan finds it.
    static class Time {

        @Bean
        @Primary
        TurnableClock turnableClock() {
            return new TurnableClock(Instant.parse("2026-11-21T08:00:00Z"));
        }
    }

    /// A context that starts takes the place of the others in saying where the signed-in person is kept.
    @BeforeAll
    static void remember() {
        strategy = SecurityContextHolder.getContextHolderStrategy();
    }

    @AfterAll
    static void stop() {
        SecurityContextHolder.setContextHolderStrategy(strategy);
        MAILS.close();
    }

    SignedInUser signUp(Language language) {
        var email = UUID.randomUUID() + "@customer.example";
        try (var password = Secret.of("verrou-" + UUID.randomUUID())) {
            // From an address of its own: the number of sign-ups from one is limited.
            var from = new ClientAddress(email);
            return ((SignUpOutcome.SignedUp) accounts.signUp(new SignUpDraft(email, password, language, from))).user();
        }
    }

    /// A pair that the practice exchange accepts.
    record Made(PracticeKeyId id, String key, String secret) {}

    Made practiceKey() {
        var boxes = Set.of("orders.read", "orders.write", "wallets.read", "history.read");
        var made = (PracticeKeyOutcome.Created)
                practice.create(new PracticeKeyDraft("bot", boxes, null, true, practice.code()));
        try (var secret = made.secret()) {
            var text = secret.reveal(SecretAccess.granted());
            var key = made.apiKey();
            CANARIES.addAll(List.of(key, text, text.substring(0, 6), text.substring(text.length() - 6)));
            CANARIES.add(key.substring(key.length() - 6));
            return new Made(made.id(), key, text);
        }
    }

    KeyId connected(String label) {
        return connected(label, practiceKey());
    }

    KeyId connected(String label, Made made) {
        try (var pair = pair(made)) {
            var outcome = keys.connect(draft(label), pair, null, _ -> {});
            return ((ConnectOutcome.Connected) outcome).key().id();
        }
    }

    KeyId replaced(KeyId old, String label) {
        try (var pair = pair(practiceKey())) {
            var outcome = keys.replace(old, draft(label), pair, null, _ -> {});
            return ((ConnectOutcome.Replaced) outcome).key().id();
        }
    }

    static KeyDraft draft(String label) {
        return new KeyDraft(new ExchangeId("bitfinex"), Environment.PRACTICE, label, Strategy.of("spot"), "ours");
    }

    static Credentials pair(Made made) {
        return new Credentials(Map.of("apiKey", Secret.of(made.key()), "apiSecret", Secret.of(made.secret())));
    }

    static VEvent rotation(ICalendar calendar) {
        return calendar.getEvents().stream()
                .filter(event -> event.getRecurrenceRule() == null)
                .findFirst()
                .orElseThrow();
    }

    static LocalDate day(VEvent event) {
        var day = event.getDateStart().getValue();
        assertThat(day.hasTime()).isFalse();
        var parts = day.getRawComponents();
        return LocalDate.of(parts.getYear(), parts.getMonth(), parts.getDate());
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
