package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.porteclef.e2e.Customer.SPOT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a customer does to keys that are connected: on a phone, in French, without a mouse.
class MyKeysE2E {

    private final String label = "Spot " + UUID.randomUUID();

    @Test
    void from_the_list_a_key_is_checked_renamed_and_paused_for_a_moment() {
        try (var customer = Customer.ofTheDemo(Language.FRENCH, Screen.PHONE)) {
            connect(customer);
            customer.open("/keys");

            press(action(customer, "key.action.check", label));
            assertThat(card(customer, label).locator(".notice")).containsText(headline(customer, "ACCEPTED"));

            open(customer, label);
            press(action(customer, "key.action.rename", label));
            var renamed = "Nuit " + UUID.randomUUID();
            var field = customer.field("key-new-label");
            assertThat(field).isFocused();
            field.fill("");
            field.press("Enter");
            assertThat(customer.page().locator("#key-new-label"))
                    .containsText(customer.text("key.connect.label.missing"));
            field.fill(renamed);
            field.press("Enter");
            assertThat(card(customer, renamed).locator(".notice"))
                    .containsText(customer.text("key.done.renamed", renamed));
            assertThat(card(customer, renamed).locator("h3 a")).isFocused();

            open(customer, renamed);
            press(action(customer, "key.action.pause", renamed));
            assertThat(card(customer, renamed)).containsText(headline(customer, "PAUSED"));
            press(customer.button("key.action.undo"));
            assertThat(card(customer, renamed)).containsText(headline(customer, "ACCEPTED"));
        }
    }

    @Test
    void on_its_page_another_strategy_turns_a_key_red_and_back_at_once() {
        try (var customer = Customer.ofTheDemo(Language.FRENCH, Screen.PHONE)) {
            connect(customer);
            customer.link("key.action.open").click();
            customer.page().waitForURL(Pattern.compile("/fr/keys/[0-9a-f-]{36}"));
            customer.sees("ACCEPTED");

            choose(customer, "Marge");
            assertThat(customer.page().locator(".preview-lines")).containsText("Il manque 2 cases obligatoires");
            press(customer.button("key.strategy.save"));
            customer.sees("MISSING_PERMISSION");
            assertThat(customer.page().locator(".notice").first()).containsText("Comparée avec la réponse du");

            choose(customer, "Comptant");
            press(customer.button("key.strategy.save"));
            customer.sees("ACCEPTED");
            assertThat(customer.page().locator(".history-line")).hasCount(1);

            press(customer.button("key.action.delete"));
            var dialog = customer.page().getByRole(AriaRole.ALERTDIALOG);
            assertThat(dialog).containsText(label);
            press(dialog.locator("vaadin-button[slot=confirm-button]"));
            customer.page().waitForURL(Pattern.compile("/fr/keys$"));
            assertThat(customer.page().locator(".notice").first()).containsText(label);
            assertThat(card(customer, label)).hasCount(0);
        }
    }

    private void connect(Customer customer) {
        customer.connect(label, customer.createPracticeKey(SPOT));
        customer.sees("ACCEPTED");
    }

    private static void choose(Customer customer, String profile) {
        press(customer.button("key.action.strategy"));
        var select = customer.page().locator("#key-new-strategy");
        select.locator("[slot=value]").press("Enter");
        var option = customer.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^" + profile)));
        option.press("Enter");
    }

    private static void open(Customer customer, String label) {
        press(card(customer, label).locator(".key-more > summary"));
    }

    private static Locator card(Customer customer, String label) {
        return customer.page().locator(".key-card", new Page.LocatorOptions().setHasText(label));
    }

    private static Locator action(Customer customer, String key, String label) {
        return card(customer, label)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(customer.text("key.action.of", customer.text(key), label)));
    }

    private static String headline(Customer customer, String name) {
        return customer.text("key.headline." + name);
    }

    /// By keyboard.
    private static void press(Locator locator) {
        locator.focus();
        locator.press("Enter");
    }
}
