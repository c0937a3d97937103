package dev.porteclef.e2e;

import static dev.porteclef.e2e.Customer.SPOT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.porteclef.e2e.Customer.Pair;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import dev.porteclef.testing.RunningPortal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Takes a picture of every page in both languages, both windows and both colour schemes into `target/shots`.
/// Run by `./porteclef shots`; the README's pictures are chosen from them.
@Tag("shots")
class Shots {

    private static final Path FOLDER = Path.of("target", "shots");

    private static RunningPortal portal;

    /// A portal of its own, which knows no other machine: the live key of the pictures reaches nobody.
    @BeforeAll
    static void start() throws IOException {
        var home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "portal");
        var hosts = Files.writeString(home.resolve("hosts"), "127.0.0.1 localhost\n");
        portal = RunningPortal.start(home, Map.of("JAVA_TOOL_OPTIONS", "-Djdk.net.hosts.file=" + hosts));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    static Stream<Arguments> everyLook() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(Screen.values())
                        .flatMap(screen -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                .map(scheme -> Arguments.of(language, screen, scheme))));
    }

    @ParameterizedTest
    @MethodSource("everyLook")
    void takes_every_page(Language language, Screen screen, ColorScheme scheme) {
        var folder = folder(language, screen, scheme);
        try (var customer = new Customer(portal.address(), language, screen)) {
            var album = new Album(customer, folder, scheme);
            forEverybody(album);
            customer.signUp();
            album.take("/keys", ".empty-state", "keys-empty");
            album.take("/keys/new?exchange=bitfinex", ".form-card", "connect");
            album.take("/practice/bitfinex", ".practice-dialog", "practice");
            var spot = verdicts(album);
            new KeyShots(album).take(spot);
            album.take("/journal", "h1", "journal");
        }
        try (var agent = new Customer(portal.address(), language, screen)) {
            agent.signIn(portal, "support@demo.example");
            desk(new Album(agent, folder, scheme));
        }
    }

    static Path folder(Language language, Screen screen, ColorScheme scheme) {
        return FOLDER.resolve(language.tag() + "-" + screen.name().toLowerCase(Locale.ROOT) + "-"
                + scheme.name().toLowerCase(Locale.ROOT));
    }

    private static void forEverybody(Album album) {
        album.take("", "h1", "home");
        album.take("/guides/bitfinex", ".permission-grid", "guide");
        album.take("/sign-in", "h1", "sign-in");
        album.take("/sign-up", "h1", "sign-up");
        album.take("/nowhere", "h1", "not-found");
    }

    private static Pair verdicts(Album album) {
        var customer = album.customer();
        var good = customer.createPracticeKey(SPOT);
        album.take("practice-key");
        customer.connect("Spot", good);
        customer.sees("ACCEPTED");
        album.take("green");
        var withdraw = Stream.concat(SPOT.stream(), Stream.of("withdraw-write")).toList();
        customer.connect("Too much", customer.createPracticeKey(withdraw));
        customer.sees("REFUSED");
        album.take("refused");
        customer.link("key.action.boxes").click();
        customer.page().locator(".boxes-to-change").waitFor();
        album.take("boxes-to-change");
        var lacking = customer.createPracticeKey(List.of("orders-read", "wallets-read", "history-read"));
        customer.connect("No orders", lacking);
        customer.sees("MISSING_PERMISSION");
        album.take("missing-box");
        var pair = customer.createPracticeKey(SPOT);
        customer.connect("Typo", new Pair(pair.key(), good.secret()));
        customer.sees("CREDENTIALS_REJECTED");
        album.take("rejected");
        album.open("/keys", ".key-card");
        customer.page().locator(".key-more > summary").first().click();
        album.take("keys");
        customer.page()
                .locator(".key-card h3 a", new Page.LocatorOptions().setHasText("Spot"))
                .click();
        customer.sees("ACCEPTED");
        customer.page()
                .locator(".fold:not([open]) > summary h2")
                .all()
                .reversed()
                .forEach(Locator::click);
        album.take("key");
        return good;
    }

    private static void desk(Album album) {
        album.take("/desk", ".asked", "desk");
        album.customer().page().locator(".asked a").first().click();
        album.customer().page().locator(".desk .card").first().waitFor();
        album.take("desk-request");
        album.take("/console/keys", ".key-table", "console-keys");
        album.customer().page().locator(".key-table a").first().click();
        album.customer().page().locator(".timeline").waitFor();
        album.take("console-key");
    }
}
