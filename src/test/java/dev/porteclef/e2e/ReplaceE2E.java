package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.porteclef.e2e.Customer.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.porteclef.e2e.Customer.Pair;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A key is replaced without a gap and seen out; then the new one leaks. On a phone, in French.
class ReplaceE2E {

    private final String name = "Spot " + UUID.randomUUID();
    private final String newName = "Relève " + UUID.randomUUID();

    @Test
    void a_key_is_replaced_seen_out_and_its_successor_leaks() {
        try (var customer = Customer.ofTheDemo(Language.FRENCH, Screen.PHONE)) {
            var old = customer.createPracticeKey(SPOT);
            customer.connect(name, old);
            customer.sees("ACCEPTED");
            var oldPage = openKey(customer);
            var fresh = customer.createPracticeKey(SPOT);
            replace(customer, oldPage, old, fresh);
            seeOut(customer, oldPage, old);
            leak(customer, fresh);
        }
    }

    /// The old key stays green as long as the new one is not accepted.
    private void replace(Customer customer, String oldPage, Pair old, Pair fresh) {
        customer.page().navigate(oldPage + "/replace");
        customer.field("key-label").fill(newName);
        send(customer, new Pair(fresh.key(), old.secret()));
        customer.sees("CREDENTIALS_REJECTED");
        assertThat(customer.page().locator("main")).containsText(customer.text("key.replace.stays", name));
        var elsewhere = customer.page().context().newPage();
        elsewhere.navigate(oldPage);
        assertThat(elsewhere.locator("#verdict")).hasText(customer.text("key.headline.ACCEPTED"));
        elsewhere.close();

        customer.page().reload();
        customer.sees("CREDENTIALS_REJECTED");
        assertThat(customer.field("key-label")).hasValue(newName);
        send(customer, fresh);
        assertThat(main(customer)).containsText(customer.text("key.replace.done", newName));
        assertThat(main(customer)).containsText(customer.text("key.revocation.accepted.text"));
    }

    private void seeOut(Customer customer, String oldPage, Pair old) {
        delete(customer, old);
        customer.page().navigate(oldPage + "/replace");
        customer.button("key.revocation.again").click();
        var said = customer.page().locator(".revocation");
        assertThat(said).containsText(Pattern.compile("a refusé cette clé le .*, code 10100"));
        assertThat(said).containsText("Son secret est détruit ici");
        customer.page().navigate(oldPage);
        customer.sees("REVOKED");
        holdsNoSecret(customer, old);
    }

    private void leak(Customer customer, Pair fresh) {
        customer.open("/keys");
        customer.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(newName).setExact(true))
                .click();
        customer.page().waitForURL(Pattern.compile("/fr/keys/[0-9a-f-]{36}$"));
        customer.link("key.action.leak").click();
        customer.button("key.leak.pause").click();
        assertThat(customer.page().locator(".step")).hasCount(6);
        assertThat(main(customer)).containsText("Plus rien ici n'utilise cette clé");
        tick(customer, "reviewed").check();
        assertThat(customer.page().locator("#leak-reviewed")).containsText("Fait le ");

        var address = customer.page().url();
        delete(customer, fresh);
        customer.page().navigate(address);
        assertThat(tick(customer, "reviewed")).isChecked();
        assertThat(tick(customer, "source-closed")).not().isChecked();
        customer.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(
                                        customer.text("key.revocation.ask", customer.text("key.practice", "Bitfinex"))))
                .click();
        assertThat(customer.page().locator(".revocation"))
                .containsText(Pattern.compile("a refusé cette clé le .*, code 10100"));
        assertThat(customer.page().locator(".step-done")).hasCount(3);
        assertThat(customer.page().evaluate("document.documentElement.scrollWidth"))
                .as("nothing sticks out of the phone")
                .isEqualTo(390);
        holdsNoSecret(customer, fresh);

        customer.page().locator(".language-switch").click();
        assertThat(customer.page().locator("h1")).hasText("I think my key leaked");
        assertThat(tick(customer, "reviewed")).isChecked();
    }

    private static String openKey(Customer customer) {
        customer.link("key.action.open").click();
        customer.page().waitForURL(Pattern.compile("/fr/keys/[0-9a-f-]{36}$"));
        return customer.page().url();
    }

    private static void send(Customer customer, Pair pair) {
        customer.field("credential-apiKey").fill(pair.key());
        customer.field("credential-apiSecret").fill(pair.secret());
        customer.button("key.replace.submit").click();
    }

    /// On the practice exchange.
    private static void delete(Customer customer, Pair pair) {
        var tail = pair.key().substring(pair.key().length() - 4);
        customer.open("/practice/bitfinex");
        customer.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(customer.text("practice.list.delete.which", "bot", tail)))
                .click();
        customer.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .locator("vaadin-button[slot=confirm-button]")
                .click();
        // Each part of the page has a place of its own for what it says.
        var said = new Locator.FilterOptions().setHasText(customer.text("practice.delete.done", "bot"));
        assertThat(customer.page().locator(".practice-said").filter(said)).hasCount(1);
    }

    private static void holdsNoSecret(Customer customer, Pair pair) {
        assertThat(customer.page().content()).doesNotContain(pair.key()).doesNotContain(pair.secret());
    }

    private static Locator tick(Customer customer, String step) {
        return customer.page().locator("#leak-" + step + " input[type=checkbox]");
    }

    private static Locator main(Customer customer) {
        return customer.page().locator("main");
    }
}
