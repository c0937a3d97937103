package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.porteclef.e2e.Customer.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import java.util.List;
import java.util.UUID;
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

    private static void assertOneKey(Customer customer, String label) {
        customer.open("/keys");
        assertThat(customer.page().locator(".key-card", new Page.LocatorOptions().setHasText(label)))
                .hasCount(1);
    }

    private static com.microsoft.playwright.Locator input(Page tab, String id) {
        return tab.locator("#" + id).locator("input").first();
    }
}
