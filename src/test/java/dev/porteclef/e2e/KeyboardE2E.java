package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.porteclef.e2e.Customer.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.porteclef.e2e.Customer.Pair;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The way to a verdict without a pointer, and where the focus is on it.
class KeyboardE2E {

    /// More than a page has places to stop at: who has not arrived by then never will.
    private static final int STOPS = 60;

    /// Whether what has the focus, or the component around it, draws a ring or a border for it.
    private static final String MARKED = """
            () => {
              let element = document.activeElement;
              while (element && element !== document.body) {
                const style = getComputedStyle(element);
                if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) return true;
                for (const part of element.shadowRoot?.querySelectorAll('[part~=input-field], [part~=checkbox]') ?? []) {
                  const inner = getComputedStyle(part);
                  if (inner.outlineStyle !== 'none' && parseFloat(inner.outlineWidth) > 0) return true;
                }
                if (element.hasAttribute('focused') && element.shadowRoot
                    && [...element.shadowRoot.querySelectorAll('*')].some(part => {
                      const inner = getComputedStyle(part);
                      return inner.outlineStyle !== 'none' && parseFloat(inner.outlineWidth) > 0;
                    })) return true;
                element = element.parentElement ?? element.getRootNode().host;
              }
              return false;
            }""";

    @Test
    void a_key_is_connected_replaced_and_reported_by_keyboard_alone() {
        try (var customer = Customer.ofTheDemo(Language.ENGLISH, Screen.DESKTOP)) {
            var page = customer.page();
            var pair = customer.createPracticeKey(SPOT);
            var fresh = customer.createPracticeKey(SPOT);
            customer.open(Customer.CONNECT);
            customer.settle();

            tabTo(page, customer.button("key.connect.submit"));
            page.keyboard().press("Enter");
            var label = customer.field("key-label");
            assertThat(label).isFocused();
            assertThat(page.locator("#key-label")).containsText(customer.text("key.connect.label.missing"));
            assertThat(label).isInViewport();

            page.keyboard().type("By keyboard");
            tabTo(page, page.locator("#key-strategy vaadin-select-value-button"));
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            tabTo(page, customer.button("key.connect.submit"));
            page.keyboard().press("Space");
            var key = customer.field("credential-apiKey");
            assertThat(key).isFocused();
            assertThat(key).isInViewport();

            page.keyboard().insertText(pair.key());
            tabTo(page, customer.field("credential-apiSecret"));
            page.keyboard().insertText(pair.secret());
            tabTo(page, customer.button("key.connect.submit"));
            page.keyboard().press("Enter");
            customer.sees("ACCEPTED");
            assertThat(customer.verdict()).isInViewport();
            // Which a screen reader reads out.
            assertThat(customer.verdict()).isFocused();
            tabTo(page, customer.link("key.action.open"));
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.matches(".*/keys/[0-9a-f-]{36}"));
            customer.settle();
            replace(customer, fresh);
            leak(customer);
        }
    }

    private static void replace(Customer customer, Pair fresh) {
        var page = customer.page();
        tabTo(page, customer.link("key.action.replace"));
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("/replace$"));
        customer.settle();
        tabTo(page, customer.field("credential-apiKey"));
        page.keyboard().insertText(fresh.key());
        tabTo(page, customer.field("credential-apiSecret"));
        page.keyboard().insertText(fresh.secret());
        tabTo(page, customer.button("key.replace.submit"));
        page.keyboard().press("Enter");
        assertThat(page.locator(".revocation")).isVisible();
        customer.settle();
        tabTo(page, customer.link("key.replace.open"));
        page.keyboard().press("Enter");
        customer.sees("ACCEPTED");
        customer.settle();
    }

    private static void leak(Customer customer) {
        var page = customer.page();
        tabTo(page, customer.link("key.action.leak"));
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("/leak$"));
        customer.settle();
        tabTo(page, customer.button("key.leak.pause"));
        page.keyboard().press("Enter");
        // The next thing to read, with the steps behind it.
        assertThat(page.locator(".leak h2").first()).isFocused();
        var reviewed = page.locator("#leak-reviewed input[type=checkbox]");
        tabTo(page, reviewed);
        page.keyboard().press("Space");
        assertThat(page.locator("#leak-reviewed")).hasClass(Pattern.compile("step-done"));
        assertThat(reviewed).isFocused();
    }

    @Test
    void the_first_stop_leads_past_the_head() {
        try (var reader = Customer.onPhone(Language.FRENCH)) {
            var page = reader.page();
            reader.open("/guides/bitfinex");
            reader.settle();
            page.keyboard().press("Tab");
            var skip = reader.link("shell.skip");
            assertThat(skip).isFocused();
            assertThat(skip).isInViewport();
            page.keyboard().press("Enter");
            assertThat(page.locator("main")).isFocused();
            assertThat(page).hasURL(Pattern.compile("/fr/guides/bitfinex(#main)?$"));
            page.keyboard().press("Tab");
            assertThat(page.locator("main :focus")).hasCount(1);
        }
    }

    @Test
    void a_strategy_is_chosen_and_a_step_ticked_off_by_keyboard() {
        try (var reader = Customer.onPhone(Language.ENGLISH)) {
            var page = reader.page();
            reader.open("/guides/bitfinex");
            reader.settle();
            page.locator("input[type=radio]:checked").focus();
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("input[type=radio][value=margin]")).isChecked();
            page.waitForURL(Pattern.compile("strategy=margin"));
            page.locator("input[type=checkbox][value=step-signin]").focus();
            page.keyboard().press("Space");
            assertThat(page.locator(".step-done")).hasCount(1);
            page.reload();
            assertThat(page.locator(".step-done")).hasCount(1);
        }
    }

    /// Tabs on until `target` has the focus, every stop of which can be seen.
    private static void tabTo(Page page, Locator target) {
        for (var stop = 0; stop < STOPS; stop++) {
            if (hasFocus(target)) {
                return;
            }
            page.keyboard().press("Tab");
            assertThat((Boolean) page.evaluate(MARKED))
                    .as("the focus can be seen at %s", page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))
                    .isTrue();
        }
        throw new AssertionError("not within " + STOPS + " stops: " + target);
    }

    private static boolean hasFocus(Locator target) {
        return (boolean) target.evaluate("element => element === document.activeElement");
    }
}
