package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.porteclef.e2e.Customer.SPOT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.porteclef.e2e.Customer.Pair;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole rehearsal in a browser, in each language: every tick is earned by what the portal says of a practice key.
class RehearsalE2E {

    private static final String REHEARSAL = "/practice/bitfinex/rehearsal";

    /// Each mistake that the page prepares, with the headline it leads to.
    private static final Map<String, String> PREPARED = prepared();

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_mistake_is_ticked_once_the_portal_has_judged_it(Language language) {
        try (var customer = Customer.ofTheDemo(language, Screen.PHONE)) {
            startOver(customer);
            boxes(customer);
            pasting(customer);
            var good = customer.createPracticeKey(SPOT);
            connect(customer, good);
            customer.sees("ACCEPTED");
            PREPARED.forEach((mistake, headline) -> prepareAndCheck(customer, good, mistake, headline));

            customer.open(REHEARSAL);
            assertThat(customer.page().locator(".step-done")).hasCount(19);
            assertThat(customer.page().locator(".rehearsal-step")).hasCount(19);
            assertThat(customer.page().locator(".rehearsal-count"))
                    .containsText(customer.text("practice.rehearsal.progress", 19, 19));
            assertThat(customer.page().locator(".rehearsal-progress"))
                    .containsText(customer.text("practice.rehearsal.done"));
            customer.button("practice.mishap.all-off").click();
            assertThat(customer.page().locator(".mishap-list")).hasCount(0);
            startOver(customer);
        }
    }

    /// Outages first, while the key is still green; what is to end it comes last.
    private static Map<String, String> prepared() {
        var prepared = new LinkedHashMap<String, String>();
        prepared.put("MAINTENANCE", "LAST_VERDICT_STAYS");
        prepared.put("RATE_LIMITED", "LAST_VERDICT_STAYS");
        prepared.put("SLOW", "LAST_VERDICT_STAYS");
        prepared.put("BROKEN_OFF", "LAST_VERDICT_STAYS");
        prepared.put("ERROR_PAGE", "LAST_VERDICT_STAYS");
        prepared.put("NONCE_RACE", "NONCE_RACE");
        prepared.put("IP_NOT_LISTED", "CREDENTIALS_REJECTED");
        prepared.put("CONFIRMATION_PENDING", "CREDENTIALS_REJECTED");
        prepared.put("KEY_DELETED", "CREDENTIALS_REJECTED");
        prepared.put("NONCE_SPOILT", "NONCE_CONFLICT");
        prepared.put("WITHDRAW_LATER", "REFUSED");
        return prepared;
    }

    private static void boxes(Customer customer) {
        makes(customer, without("history-read"), "RECOMMENDED_MISSING");
        makes(customer, without("orders-write"), "MISSING_PERMISSION");
        makes(customer, with("wallets-write"), "MORE_THAN_NEEDED");
        makes(customer, with("withdraw-write"), "REFUSED");
        connect(customer, customer.createUnfundedPracticeKey());
        customer.sees("NO_FUNDED_WALLET");
    }

    private static void makes(Customer customer, List<String> boxes, String headline) {
        connect(customer, customer.createPracticeKey(boxes));
        customer.sees(headline);
    }

    /// One pair serves both mistakes: it is not accepted before.
    private static void pasting(Customer customer) {
        var pair = customer.createPracticeKey(SPOT);
        connect(customer, pair.withWrongSecret());
        customer.sees("CREDENTIALS_REJECTED");
        connect(customer, pair.swapped());
        customer.sees("CREDENTIALS_REJECTED");
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
    private static void prepareAndCheck(Customer customer, Pair pair, String mistake, String headline) {
        customer.open(REHEARSAL);
        // The key that was connected last is the one that the page proposes.
        assertThat(customer.page().locator(".rehearsal-key"))
                .containsText(pair.key().substring(pair.key().length() - 4));
        var step = step(customer, mistake);
        if (!step.locator(".rehearsal-body").isVisible()) {
            step.locator("summary").click();
        }
        step.locator("vaadin-button").click();
        step.locator(".rehearsal-result a").click();
        customer.checkAgain();
        customer.sees(headline);
    }

    private static Locator step(Customer customer, String mistake) {
        return customer.page().locator("#mistake-" + mistake);
    }

    private static List<String> with(String box) {
        return Stream.concat(SPOT.stream(), Stream.of(box)).toList();
    }

    private static List<String> without(String box) {
        return SPOT.stream().filter(other -> !other.equals(box)).toList();
    }
}
