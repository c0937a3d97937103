package dev.porteclef.e2e;

import static dev.porteclef.e2e.Customer.SPOT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.porteclef.e2e.Customer.Pair;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Takes a picture of every page in both languages, both windows and both colour schemes into `target/shots`.
/// Run by `./porteclef shots`; the README's pictures are chosen from them.
@Tag("shots")
class Shots {

    private static final Path FOLDER = Path.of("target", "shots");

    static Stream<Arguments> everyLook() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(Screen.values())
                        .flatMap(screen -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                .map(scheme -> Arguments.of(language, screen, scheme))));
    }

    @ParameterizedTest
    @MethodSource("everyLook")
    void takes_every_page(Language language, Screen screen, ColorScheme scheme) {
        var look = language.tag() + "-" + screen.name().toLowerCase(Locale.ROOT) + "-"
                + scheme.name().toLowerCase(Locale.ROOT);
        try (var customer = new Customer(Portal.running().address(), language, screen)) {
            customer.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            open(customer, "", "h1");
            take(customer, look, "home");
            open(customer, "/guides/bitfinex", ".permission-grid");
            take(customer, look, "guide");
            open(customer, "/sign-in", "h1");
            take(customer, look, "sign-in");
            open(customer, "/sign-up", "h1");
            take(customer, look, "sign-up");
            open(customer, "/nowhere", "h1");
            take(customer, look, "not-found");
            customer.signUp();
            open(customer, "/keys", ".empty-state");
            take(customer, look, "keys-empty");
            open(customer, "/keys/new?exchange=bitfinex", ".form-card");
            take(customer, look, "connect");
            open(customer, "/practice/bitfinex", ".practice-dialog");
            take(customer, look, "practice");
            verdicts(customer, look);
            open(customer, "/journal", "h1");
            take(customer, look, "journal");
        }
    }

    private static void verdicts(Customer customer, String look) {
        var good = customer.createPracticeKey(SPOT);
        take(customer, look, "practice-key");
        customer.connect("Spot", good);
        customer.sees("ACCEPTED");
        take(customer, look, "green");
        var withdraw = Stream.concat(SPOT.stream(), Stream.of("withdraw-write")).toList();
        customer.connect("Too much", customer.createPracticeKey(withdraw));
        customer.sees("REFUSED");
        take(customer, look, "refused");
        customer.link("key.action.boxes").click();
        customer.page().locator(".boxes-to-change").waitFor();
        take(customer, look, "boxes-to-change");
        var lacking = customer.createPracticeKey(List.of("orders-read", "wallets-read", "history-read"));
        customer.connect("No orders", lacking);
        customer.sees("MISSING_PERMISSION");
        take(customer, look, "missing-box");
        var pair = customer.createPracticeKey(SPOT);
        customer.connect("Typo", new Pair(pair.key(), good.secret()));
        customer.sees("CREDENTIALS_REJECTED");
        take(customer, look, "rejected");
        open(customer, "/keys", ".key-card");
        customer.page().locator(".key-more > summary").first().click();
        take(customer, look, "keys");
        customer.page()
                .locator(".key-card h3 a", new Page.LocatorOptions().setHasText("Spot"))
                .click();
        customer.sees("ACCEPTED");
        customer.page()
                .locator(".fold:not([open]) > summary h2")
                .all()
                .reversed()
                .forEach(Locator::click);
        take(customer, look, "key");
        customer.button("key.action.strategy").click();
        customer.page().locator(".strategy-preview").waitFor();
        take(customer, look, "key-strategy");
    }

    private static void open(Customer customer, String path, String awaited) {
        customer.open(path);
        customer.page().locator(awaited).first().waitFor();
    }

    private static void take(Customer customer, String look, String name) {
        customer.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(FOLDER.resolve(look).resolve(name + ".png"))
                        .setFullPage(true));
    }
}
