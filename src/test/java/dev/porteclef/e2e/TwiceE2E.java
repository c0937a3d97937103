package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.porteclef.e2e.Customer.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What is sent twice is done once.
class TwiceE2E {

    @Test
    void a_double_click_connects_one_key() {
        try (var customer = Customer.ofTheDemo(Language.ENGLISH, Screen.PHONE)) {
            var pair = customer.createPracticeKey(SPOT);
            var label = "double " + UUID.randomUUID();
            customer.open(Customer.CONNECT);
            customer.field("key-label").fill(label);
            customer.field("credential-apiKey").fill(pair.key());
            customer.field("credential-apiSecret").fill(pair.secret());
            customer.button("key.connect.submit").dblclick();
            customer.sees("ACCEPTED");
            assertOneKey(customer, label);
        }
    }

    @Test
    void two_tabs_at_once_connect_one_key() {
        try (var customer = Customer.ofTheDemo(Language.FRENCH, Screen.PHONE)) {
            var pair = customer.createPracticeKey(SPOT);
            var label = "tabs " + UUID.randomUUID();
            customer.open(Customer.CONNECT);
            var first = customer.page();
            var second = first.context().newPage();
            second.navigate(first.url());
            var tabs = List.of(first, second);
            for (var tab : tabs) {
                input(tab, "key-label").fill(label);
                input(tab, "credential-apiKey").fill(pair.key());
                input(tab, "credential-apiSecret").fill(pair.secret());
                input(tab, "credential-apiSecret").press("Tab");
            }
            // Without waiting for what the click leads to: both are on their way before either is answered.
            tabs.forEach(
                    tab -> tab.locator("vaadin-button[theme~=primary]").last().evaluate("button => button.click()"));

            var outcome = "#verdict, [role=alert]";
            tabs.forEach(tab -> assertThat(tab.locator(outcome).first()).isVisible());
            assertThat(tabs.stream().filter(tab -> tab.locator("#verdict").isVisible()))
                    .as("tabs with a verdict")
                    .hasSize(1);
            var already = customer.text("key.connect.already", label).substring(0, 15);
            assertThat(tabs.stream().map(tab -> tab.locator(outcome).first().innerText()))
                    .as("tabs that say that the key is there already")
                    .filteredOn(said -> said.startsWith(already))
                    .hasSize(1);
            second.close();
            assertOneKey(customer, label);
        }
    }

    @Test
    void a_key_deleted_in_one_tab_is_gone_for_the_other_that_checks_it() {
        try (var customer = Customer.ofTheDemo(Language.ENGLISH, Screen.PHONE)) {
            var label = "gone " + UUID.randomUUID();
            customer.connect(label, customer.createPracticeKey(SPOT));
            customer.sees("ACCEPTED");
            var checking = openKey(customer);
            assertThat(button(checking, customer, "key.action.check")).isVisible();
            var deleting = checking.context().newPage();
            deleting.navigate(checking.url());
            button(deleting, customer, "key.action.delete").click();
            var confirm = deleting.locator("vaadin-button[slot=confirm-button]");
            assertThat(confirm).isVisible();
            // Without waiting for what either leads to: the check and the deletion are on their way together.
            button(checking, customer, "key.action.check").evaluate("button => button.click()");
            confirm.evaluate("button => button.click()");

            deleting.waitForURL(address -> address.endsWith("/keys"));
            assertThat(cards(deleting, label)).hasCount(0);
            // Whichever came first: a verdict from before, or the list without the key.
            assertThat(checking.locator("#verdict, .keys").first()).isVisible();
            assertThat(checking.getByText(customer.text("shell.error.failure.title")))
                    .hasCount(0);
            deleting.close();
            customer.open("/keys");
            assertThat(cards(checking, label)).hasCount(0);
        }
    }

    @Test
    void a_key_deleted_in_another_tab_is_gone_from_a_page_left_open() {
        try (var customer = Customer.ofTheDemo(Language.FRENCH, Screen.PHONE)) {
            var label = "late " + UUID.randomUUID();
            customer.connect(label, customer.createPracticeKey(SPOT));
            customer.sees("ACCEPTED");
            var leftOpen = openKey(customer);
            assertThat(button(leftOpen, customer, "key.action.check")).isVisible();
            var deleting = leftOpen.context().newPage();
            deleting.navigate(leftOpen.url());
            button(deleting, customer, "key.action.delete").click();
            deleting.locator("vaadin-button[slot=confirm-button]").click();
            deleting.waitForURL(address -> address.endsWith("/keys"));
            deleting.close();

            leftOpen.waitForURL(address -> address.endsWith("/keys"));
            assertThat(cards(leftOpen, label)).hasCount(0);
        }
    }

    /// The page of the key just connected; the page that connects offers a check, too.
    private static Page openKey(Customer customer) {
        customer.link("key.action.open").click();
        customer.page().waitForURL(Pattern.compile("/keys/[0-9a-f-]{36}$"));
        return customer.page();
    }

    private static Locator button(Page tab, Customer customer, String key) {
        return tab.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(customer.text(key)).setExact(true))
                .first();
    }

    private static Locator cards(Page tab, String label) {
        return tab.locator(".key-card", new Page.LocatorOptions().setHasText(label));
    }

    private static void assertOneKey(Customer customer, String label) {
        customer.open("/keys");
        assertThat(cards(customer.page(), label)).hasCount(1);
    }

    private static Locator input(Page tab, String id) {
        return tab.locator("#" + id).locator("input").first();
    }
}
