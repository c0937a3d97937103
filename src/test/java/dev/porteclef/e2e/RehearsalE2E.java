package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.porteclef.e2e.Customer.SPOT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.porteclef.e2e.Customer.Pair;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Several steps of the rehearsal in a browser: each tick is earned by what the portal says of a practice key.
class RehearsalE2E {

    private static final String REHEARSAL = "/practice/bitfinex/rehearsal";

    @Test
    void mistakes_are_ticked_once_the_portal_has_judged_them() {
        try (var customer = Customer.ofTheDemo(Language.FRENCH, Screen.PHONE)) {
            startOver(customer);

            var good = customer.createPracticeKey(SPOT);
            connect(customer, good);
            customer.sees("ACCEPTED");
            made(customer, "GOOD");

            connect(customer, customer.createPracticeKey(without("orders-write")));
            customer.sees("MISSING_PERMISSION");
            made(customer, "ORDERS_WRITE_MISSING");

            var withdraw =
                    Stream.concat(SPOT.stream(), Stream.of("withdraw-write")).toList();
            connect(customer, customer.createPracticeKey(withdraw));
            customer.sees("REFUSED");
            made(customer, "WITHDRAW_TICKED");

            var swapped = customer.createPracticeKey(SPOT);
            connect(customer, new Pair(swapped.secret(), swapped.key()));
            customer.sees("CREDENTIALS_REJECTED");
            made(customer, "SWAPPED_FIELDS");

            prepareAndCheck(customer, good, "MAINTENANCE");
            customer.sees("LAST_VERDICT_STAYS");
            made(customer, "MAINTENANCE");

            prepareAndCheck(customer, good, "NONCE_RACE");
            customer.sees("NONCE_RACE");
            made(customer, "NONCE_RACE");

            prepareAndCheck(customer, good, "IP_NOT_LISTED");
            customer.sees("CREDENTIALS_REJECTED");
            made(customer, "IP_NOT_LISTED");

            prepareAndCheck(customer, good, "NONCE_SPOILT");
            customer.sees("NONCE_CONFLICT");
            made(customer, "NONCE_SPOILT");

            assertThat(customer.page().locator(".step-done")).hasCount(8);
            assertThat(customer.page().locator(".rehearsal-count"))
                    .containsText(customer.text("practice.rehearsal.progress", 8, 19));
            customer.button("practice.mishap.all-off").click();
            assertThat(customer.page().locator(".mishap-list")).hasCount(0);
            startOver(customer);
        }
    }

    private static void startOver(Customer customer) {
        customer.open(REHEARSAL);
        customer.page().locator(".rehearsal-step").first().waitFor();
        if (customer.page().locator(".step-done").count() > 0) {
            customer.button("practice.rehearsal.start-over").click();
            customer.page()
                    .getByRole(AriaRole.ALERTDIALOG)
                    .getByText(customer.text("practice.rehearsal.start-over.confirm"))
                    .last()
                    .click();
        }
        assertThat(customer.page().locator(".step-done")).hasCount(0);
    }

    private static void connect(Customer customer, Pair pair) {
        customer.connect("rehearsal " + UUID.randomUUID(), pair);
    }

    /// Prepares the mistake for the key and has the portal check it again, by what the page offers.
    private static void prepareAndCheck(Customer customer, Pair pair, String mistake) {
        customer.open(REHEARSAL);
        choose(customer, pair);
        var step = step(customer, mistake);
        if (!step.locator(".rehearsal-body").isVisible()) {
            step.locator("summary").click();
        }
        step.locator("vaadin-button").click();
        step.locator(".rehearsal-result a").click();
        customer.button("key.action.check").click();
        customer.page().locator("#verdict").waitFor();
    }

    private static void choose(Customer customer, Pair pair) {
        var tail = pair.key().substring(pair.key().length() - 4);
        customer.page().locator(".rehearsal-key").click();
        customer.page()
                .locator("vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText(tail))
                .first()
                .click();
        assertThat(customer.page().locator(".rehearsal-key")).containsText(tail);
    }

    private static void made(Customer customer, String mistake) {
        customer.open(REHEARSAL);
        assertThat(step(customer, mistake)).hasClass(Pattern.compile("\\bstep-done\\b"));
    }

    private static Locator step(Customer customer, String mistake) {
        return customer.page().locator("#mistake-" + mistake);
    }

    private static List<String> without(String box) {
        return SPOT.stream().filter(other -> !other.equals(box)).toList();
    }
}
