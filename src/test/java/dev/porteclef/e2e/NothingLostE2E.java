package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.porteclef.e2e.Customer.SPOT;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import dev.porteclef.e2e.Customer.Pair;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.testing.Browser.Screen;
import dev.porteclef.testing.RunningPortal;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was typed into the connect form survives whatever happens to session and server; secrets survive nothing but a
/// change of language.
class NothingLostE2E {

    private static final String PROGRAM = "CCXT";
    private static final Pair PAIR = new Pair("k".repeat(43), "s".repeat(43));

    /// Another one for each test: the form remembers, and what does not change is not sent.
    private final String label = "Typed and kept " + UUID.randomUUID();

    @Test
    void a_killed_server(@TempDir Path home) {
        var portal = RunningPortal.start(home);
        try (var customer = new Customer(portal.address(), Language.FRENCH, Screen.PHONE)) {
            customer.signIn(portal);
            fill(customer);
            var address = customer.page().url();
            portal.kill();
            portal = portal.again();
            customer.page().reload();
            comesBack(customer, portal, address);
        } finally {
            portal.close();
        }
    }

    @Test
    void a_press_that_the_word_on_the_password_comes_in_between() {
        try (var customer = Customer.onPhone(Language.FRENCH)) {
            customer.open("/sign-up");
            customer.field("sign-up-email").fill(UUID.randomUUID() + "@customer.example");
            var password = customer.field("sign-up-password");
            password.fill("verrou-" + UUID.randomUUID());
            var button = customer.button("signin.sign-up.submit");
            button.scrollIntoViewIfNeeded();
            var place = button.boundingBox();
            var mouse = customer.page().mouse();
            mouse.move(place.x + place.width / 2, place.y + place.height / 4);
            mouse.down();
            assertThat(customer.page().locator("#sign-up-strength"))
                    .hasText(customer.text("signin.sign-up.good-password"));
            mouse.up();
            customer.page().waitForURL(customer.at("/keys"));
        }
    }

    @Test
    void an_expired_session() {
        try (var customer = Customer.ofTheDemo(Language.ENGLISH, Screen.PHONE)) {
            fill(customer);
            var address = customer.page().url();
            // What a browser keeps when the server has forgotten the session.
            customer.page()
                    .context()
                    .addCookies(List.of(new Cookie("JSESSIONID", "0123456789ABCDEF")
                            .setUrl(Portal.running().at("/"))));
            customer.button("key.connect.submit").click();
            // The portal says what happened and waits for the reader before it loads the page anew.
            customer.page().getByText(customer.text("shell.session.caption")).click();
            comesBack(customer, Portal.running(), address);
        }
    }

    @Test
    void a_change_of_language() {
        try (var customer = Customer.ofTheDemo(Language.ENGLISH, Screen.PHONE)) {
            fill(customer);
            customer.page().locator(".language-switch").click();
            assertThat(customer.page().locator("html")).hasAttribute("lang", "fr");
            assertThat(customer.page().locator("h1")).hasText("Connecter une clé Bitfinex");
            holds(customer, "Marge");
            assertThat(customer.page().locator("#credential-apiSecret [slot=reveal]"))
                    .hasAttribute("aria-label", new Texts().get(Language.FRENCH, "key.connect.reveal"));
            assertThat(customer.field("credential-apiKey")).hasValue(PAIR.key());
            assertThat(customer.field("credential-apiSecret")).hasValue(PAIR.secret());
        }
    }

    @Test
    void a_rejected_try() {
        try (var customer = Customer.ofTheDemo(Language.FRENCH, Screen.PHONE)) {
            var pair = customer.createPracticeKey(SPOT);
            fill(customer);
            customer.paste(new Pair(pair.key(), PAIR.secret()));
            customer.sees("CREDENTIALS_REJECTED");
            holdsAll(customer);
            assertThat(customer.field("credential-apiKey")).hasValue("");
            assertThat(customer.field("credential-apiSecret")).hasValue("");
        }
    }

    /// Fills everything, and returns when the server has it.
    private void fill(Customer customer) {
        customer.open("/keys/new?exchange=bitfinex&kind=practice");
        choose(customer, "key-strategy", strategy(customer));
        choose(customer, "key-program", PROGRAM);
        customer.field("credential-apiKey").fill(PAIR.key());
        customer.field("credential-apiSecret").fill(PAIR.secret());
        customer.page()
                .waitForRequestFinished(
                        new Page.WaitForRequestFinishedOptions()
                                .setPredicate(request -> request.postData() != null
                                        && request.postData().contains(label)),
                        () -> customer.field("key-label").fill(label));
        customer.settle();
        holdsAll(customer);
    }

    private static void choose(Customer customer, String field, String option) {
        customer.page().locator("#" + field).click();
        customer.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .click();
        assertThat(customer.page().locator("#" + field)).containsText(option);
        customer.settle();
    }

    /// The same in both languages.
    private static String strategy(Customer customer) {
        return switch (customer.language()) {
            case ENGLISH -> "Margin";
            case FRENCH -> "Marge";
        };
    }

    private void holdsAll(Customer customer) {
        holds(customer, strategy(customer));
    }

    private void holds(Customer customer, String strategy) {
        assertThat(customer.field("key-label")).hasValue(label);
        assertThat(customer.page().locator("#key-strategy")).containsText(strategy);
        assertThat(customer.page().locator("#key-program")).containsText(PROGRAM);
    }

    /// Signs in at the page that asks for it and finds the form as it was, without the secrets.
    private void comesBack(Customer customer, RunningPortal portal, String address) {
        assertThat(customer.field("sign-in-email")).isVisible();
        customer.fillSignIn(portal);
        customer.page().waitForURL(address);
        holdsAll(customer);
        assertThat(customer.field("credential-apiKey")).hasValue("");
        assertThat(customer.field("credential-apiSecret")).hasValue("");
    }
}
