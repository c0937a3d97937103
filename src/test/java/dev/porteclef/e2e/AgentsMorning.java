package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.porteclef.e2e.Customer.Pair;
import java.time.Duration;
import java.util.Map;

/// What an agent does about many customers at once, with the keyboard and nothing else: the steps one after the other,
/// each of which ends when the page says what comes of it.
record AgentsMorning(Customer agent) {

    /// How customers call the keys that are about to fail.
    static final String LABEL = "Red by keyboard alone";

    /// A key that worked and is refused now.
    static Pair turnedRed(Customer customer) {
        return turnedRed(customer, () -> {});
    }

    /// @param meanwhile done when it has worked, before it is refused
    static Pair turnedRed(Customer customer, Runnable meanwhile) {
        var pair = customer.createPracticeKey(Customer.SPOT);
        customer.connect(LABEL, pair);
        customer.sees("ACCEPTED");
        var key = customer.openKey();
        meanwhile.run();
        customer.befall(pair, "IP_NOT_LISTED");
        customer.open(key);
        customer.checkAgain();
        customer.sees("CREDENTIALS_REJECTED");
        return pair;
    }

    /// Looks for a text in the list that is open.
    void looksFor(String text, int found) {
        press("/");
        assertThat(agent.field("facet-find")).isFocused();
        page().keyboard().type(text);
        assertThat(rows()).hasCount(found);
        press("Escape");
        assertThat(agent.field("facet-find")).not().isFocused();
    }

    /// Goes through the list to its second key and back, opens the first, reads what the exchange has answered, and is
    /// back at that key's row.
    void readsTheFirst() {
        press("j");
        assertThat(page().locator(".key-table a").first()).isFocused();
        press("j");
        assertThat(page().locator(".key-table a").nth(1)).isFocused();
        press("k");
        assertThat(page().locator(".key-table a").first()).isFocused();
        var key = rows().first().getAttribute("data-key");
        press("o");
        assertThat(page().locator(".key-file")).containsText("10100");
        agent.settle();
        press("?");
        assertThat(page().locator(".keyboard-list")).containsText(agent.text("console.note"));
        press("Escape");
        assertThat(page().locator(".keyboard-list")).isHidden();
        press("u");
        assertThat(page().locator("tr[data-key='" + key + "'][aria-current='true'] a"))
                .isFocused();
        agent.settle();
    }

    /// Answers the owners of all keys of the list, and waits until each has been.
    ///
    /// @param whole what the page says then
    void answersAll(String whole, Duration longest) {
        press("b");
        assertThat(page().locator("#reply-preview")).isVisible();
        agent.settle();
        press("a");
        assertThat(page().locator("#reply-send")).isFocused();
        press("Enter");
        assertThat(page().locator("#run-progress"))
                .containsText(
                        whole, new LocatorAssertions.ContainsTextOptions().setTimeout((double) longest.toMillis()));
    }

    /// Customers read their answer, each in their language, and set right what was wrong.
    static void customersRead(Map<Customer, Pair> pairs) {
        pairs.forEach((customer, pair) -> {
            customer.open("/keys");
            customer.page()
                    .locator(".key-card a", new Page.LocatorOptions().setHasText(LABEL))
                    .first()
                    .click();
            customer.link("support.answer.read").click();
            assertThat(customer.page().locator(".answer-text")).containsText(customer.text("support.ready.greeting"));
            customer.befall(pair, null);
        });
    }

    /// Has all keys of the list checked again, from the page where that is offered.
    void checksAllAgain() {
        assertThat(page().locator("#run-recheck")).isVisible();
        agent.settle();
        press("c");
        assertThat(page().locator("#run-recheck")).isFocused();
        press("Enter");
    }

    private Locator rows() {
        return page().locator(".key-table tbody tr");
    }

    void press(String key) {
        page().keyboard().press(key);
    }

    Page page() {
        return agent.page();
    }
}
