package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.porteclef.e2e.Customer.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.porteclef.e2e.Customer.Pair;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every mishap a practice key can have, on a phone, in French: each is explained in other words, and every entry it
/// links to is in the guide.
class ExplanationsE2E {

    private static final int PHONE = 390;

    /// What each case said: no two may say the same.
    private final Map<String, String> sentences = new HashMap<>();
    private final Set<String> entries = new LinkedHashSet<>();

    @Test
    void each_mishap_has_its_own_explanation() {
        try (var customer = Customer.ofTheDemo(Language.FRENCH, Screen.PHONE)) {
            boxes(customer);
            pasting(customer);
            var key = mishaps(customer);
            exchange(customer, key);
            customer.befall(key.pair(), null);
            assertThat(sentences).hasSizeGreaterThanOrEqualTo(14);
            everyEntryIsThere(customer);
        }
    }

    private void boxes(Customer customer) {
        connect(customer, customer.createPracticeKey(with("withdraw-write")));
        explained(customer, "REFUSED", "« Withdraw »");
        connect(customer, customer.createPracticeKey(without("orders-write")));
        explained(customer, "MISSING_PERMISSION", "Create and cancel orders");
        connect(customer, customer.createPracticeKey(without("history-read")));
        explained(customer, "RECOMMENDED_MISSING", "Get historical balances");
        connect(customer, customer.createPracticeKey(with("wallets-write")));
        explained(customer, "MORE_THAN_NEEDED", "vers d'autres comptes");
        customer.open("/practice/bitfinex");
        customer.page().getByLabel(customer.text("practice.form.funded")).uncheck();
        connect(customer, createHere(customer));
        explained(customer, "NO_FUNDED_WALLET", "sous-compte");
    }

    private void pasting(Customer customer) {
        var page = customer.page();
        var pair = customer.createPracticeKey(SPOT);
        var wrong = (pair.secret().startsWith("A") ? "B" : "A") + pair.secret().substring(1);
        connect(customer, new Pair(pair.key(), wrong));
        explained(customer, "CREDENTIALS_REJECTED", "d'ici, rien ne permet de les distinguer");
        assertThat(page.locator(".causes details").first()).hasAttribute("open", Pattern.compile(".*"));
        customer.button("key.action.swap").click();
        assertThat(page.locator(".notice-title").first()).hasText(Pattern.compile("Bitfinex.* refuse aussi"));
        assertThat(customer.button("key.action.swap")).hasCount(0);
        assertThat(page.locator(".ruled-out")).containsText(customer.text("key.ruled-out.SWAPPED"));

        var swapped = customer.createPracticeKey(SPOT);
        connect(customer, new Pair(swapped.secret(), swapped.key()));
        customer.sees("CREDENTIALS_REJECTED");
        customer.button("key.action.swap").click();
        customer.sees("ACCEPTED");
        assertThat(page.locator(".key-result .notice-success")).isVisible();
    }

    private record Connected(Pair pair, String path) {}

    private Connected mishaps(Customer customer) {
        var page = customer.page();
        var pair = customer.createPracticeKey(SPOT);
        connect(customer, pair);
        explained(customer, "ACCEPTED", "toutes les cases nécessaires");
        customer.link("key.action.open").click();
        page.waitForURL(Pattern.compile("/keys/[0-9a-f-]{36}"));
        var key = new Connected(pair, page.url().replaceFirst(".*/fr/", "/"));

        checkUnder(customer, key, "NONCE_RACE");
        explained(customer, "NONCE_RACE", "sa propre clé");
        checkUnder(customer, key, "IP_NOT_LISTED");
        customer.sees("CREDENTIALS_REJECTED");
        assertThat(page.locator(".causes")).containsText(customer.text("verification.cause.DELETED"));
        assertThat(page.locator(".causes")).containsText(customer.text("verification.cause.ADDRESS_NOT_LISTED"));
        assertThat(page.locator(".ruled-out")).containsText(customer.text("key.ruled-out.WRONG_PAIR"));
        page.locator(".causes summary")
                .filter(new Locator.FilterOptions().setHasText("liste d'adresses IP"))
                .click();
        assertThat(page.locator(".cause-addresses vaadin-button").first()).isVisible();
        checkUnder(customer, key, "KEY_DELETED");
        customer.sees("CREDENTIALS_REJECTED");
        checkUnder(customer, key, "NONCE_SPOILT");
        explained(customer, "NONCE_CONFLICT", "Attendre ne sert à rien");
        page.locator(".last-resort summary").click();
        customer.button("key.microseconds.open").click();
        var dialog = page.getByRole(AriaRole.ALERTDIALOG);
        var confirm =
                dialog.getByText(customer.text("key.microseconds.confirm")).last();
        assertThat(customer.button("key.microseconds.confirm")).isDisabled();
        customer.button("key.microseconds.cancel").click();
        assertThat(confirm).isHidden();

        var pending = customer.createPracticeKey(SPOT);
        customer.befall(pending, "CONFIRMATION_PENDING");
        connect(customer, pending);
        customer.sees("CREDENTIALS_REJECTED");
        page.locator(".causes summary")
                .filter(new Locator.FilterOptions()
                        .setHasText(customer.text("verification.cause.CONFIRMATION_PENDING")))
                .click();
        assertThat(page.locator(".causes"))
                .containsText(Pattern.compile("vérifier à nouveau à partir de \\d\\d:\\d\\d"));
        return key;
    }

    private void exchange(Customer customer, Connected key) {
        customer.befall(key.pair(), null);
        check(customer, key);
        customer.sees("ACCEPTED");
        checkUnder(customer, key, "MAINTENANCE");
        explained(customer, "LAST_VERDICT_STAYS", "maintenance");
        checkUnder(customer, key, "RATE_LIMITED");
        explained(customer, "LAST_VERDICT_STAYS", "à partir de");
        checkUnder(customer, key, "SLOW_BODY");
        explained(customer, "LAST_VERDICT_STAYS", "dans le délai");
        checkUnder(customer, key, "BROKEN_OFF");
        explained(customer, "LAST_VERDICT_STAYS", "interrompue");
        checkUnder(customer, key, "ERROR_PAGE");
        explained(customer, "LAST_VERDICT_STAYS", "placé devant");
    }

    /// The headline is there with a sentence that no other case has, nothing stands out of the phone, and where it
    /// leads
    /// is kept for the end.
    private void explained(Customer customer, String headline, String words) {
        var page = customer.page();
        customer.sees(headline);
        var sentence = page.locator(".verdict-text").first();
        assertThat(sentence).containsText(words);
        var text = sentence.innerText();
        assertThat(sentences.put(text, headline)).as(headline + ": " + text).isNull();
        assertThat(page.locator(".verdict .evidence")).containsText("POST /v2/auth");
        page.locator(".verdict a[href*='#error-']")
                .all()
                .forEach(link -> entries.add(link.getAttribute("href").replaceFirst(".*#", "")));
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as(headline)
                .isLessThanOrEqualTo(PHONE);
    }

    private void everyEntryIsThere(Customer customer) {
        customer.open("/guides/bitfinex");
        customer.page().locator(".trouble").waitFor();
        assertThat(entries).hasSizeGreaterThan(10);
        for (var entry : entries) {
            assertThat(customer.page().locator("[id='" + entry + "']")).hasCount(1);
        }
    }

    private static void checkUnder(Customer customer, Connected key, String mishap) {
        customer.befall(key.pair(), mishap);
        check(customer, key);
    }

    /// Opens the key and has it checked; the verdict is drawn anew when that has ended.
    private static void check(Customer customer, Connected key) {
        customer.open(key.path());
        customer.verdict().waitFor();
        customer.button("key.action.check").click();
        assertThat(customer.page().locator(".check-running, .check-waiting")).hasCount(0);
        customer.verdict().waitFor();
    }

    private static void connect(Customer customer, Pair pair) {
        customer.connect("Cas " + UUID.randomUUID(), pair);
    }

    /// As [Customer#createPracticeKey], on the form as it is filled in already.
    private static Pair createHere(Customer customer) {
        var page = customer.page();
        page.getByLabel(customer.text("practice.form.label")).fill("bot");
        SPOT.forEach(box -> page.locator("#practice-" + box).locator("input").check());
        customer.button("practice.form.send").click();
        var code = page.locator(".practice-code").innerText().strip();
        page.getByLabel(customer.text("practice.code.field")).fill(code);
        customer.button("practice.code.confirm").click();
        return customer.openTheMail();
    }

    private static List<String> with(String box) {
        return Stream.concat(SPOT.stream(), Stream.of(box)).toList();
    }

    private static List<String> without(String box) {
        return SPOT.stream().filter(other -> !other.equals(box)).toList();
    }
}
