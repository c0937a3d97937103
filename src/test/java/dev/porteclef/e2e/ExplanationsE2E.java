package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.porteclef.e2e.Customer.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.porteclef.e2e.Customer.Pair;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
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

/// Every mishap a practice key can have, on a phone, in French and switched to English: each is explained in
/// other words, and every article it links to is there.
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
            assertThat(sentences).hasSizeGreaterThanOrEqualTo(2 * 14);
            everyEntryIsThere(customer);
        }
    }

    private void boxes(Customer customer) {
        connect(customer, customer.createPracticeKey(with("withdraw-write")));
        explained(customer, "REFUSED", "« Withdraw »", "“Withdraw”");
        connect(customer, customer.createPracticeKey(without("orders-write")));
        explained(customer, "MISSING_PERMISSION", "il faut aussi à ton bot", "your bot also needs");
        connect(customer, customer.createPracticeKey(without("history-read")));
        explained(customer, "RECOMMENDED_MISSING", "travaille mieux avec", "works better with");
        connect(customer, customer.createPracticeKey(with("wallets-write")));
        explained(customer, "MORE_THAN_NEEDED", "vers d'autres comptes", "to other accounts");
        connect(customer, customer.createUnfundedPracticeKey());
        explained(customer, "NO_FUNDED_WALLET", "sous-compte", "sub-account");
    }

    private void pasting(Customer customer) {
        var page = customer.page();
        var pair = customer.createPracticeKey(SPOT);
        connect(customer, pair.withWrongSecret());
        explained(customer, "CREDENTIALS_REJECTED", "d'ici, rien ne permet de les distinguer", "cannot be told apart");
        assertThat(page.locator(".causes details").first()).hasAttribute("open", Pattern.compile(".*"));
        customer.button("key.action.swap").click();
        assertThat(page.locator(".notice-title").first()).hasText(Pattern.compile("Bitfinex.* refuse aussi"));
        assertThat(customer.button("key.action.swap")).hasCount(0);
        assertThat(page.locator(".ruled-out")).containsText(customer.text("key.ruled-out.SWAPPED"));

        var swapped = customer.createPracticeKey(SPOT);
        connect(customer, swapped.swapped());
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
        explained(customer, "ACCEPTED", "toutes les cases nécessaires", "every required box is ticked");
        customer.link("key.action.open").click();
        page.waitForURL(Pattern.compile("/keys/[0-9a-f-]{36}"));
        var key = new Connected(pair, page.url().replaceFirst(".*/fr/", "/"));

        checkUnder(customer, key, "NONCE_RACE");
        explained(customer, "NONCE_RACE", "sa propre clé", "a key of its own");
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
        explained(customer, "NONCE_CONFLICT", "Attendre ne sert à rien", "Waiting does not help");
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
        explained(customer, "LAST_VERDICT_STAYS", "en maintenance", "under maintenance");
        checkUnder(customer, key, "RATE_LIMITED");
        explained(customer, "LAST_VERDICT_STAYS", "nous demande d'attendre", "asks us to wait");
        checkUnder(customer, key, "SLOW_BODY");
        explained(customer, "LAST_VERDICT_STAYS", "dans le délai", "within our time limit");
        checkUnder(customer, key, "BROKEN_OFF");
        explained(customer, "LAST_VERDICT_STAYS", "interrompue", "broke off in the middle");
        checkUnder(customer, key, "ERROR_PAGE");
        explained(customer, "LAST_VERDICT_STAYS", "placé devant", "in front of it");
    }

    /// The headline is there with a sentence that no other case has, in both languages; nothing stands out of the
    /// phone, and where it leads is kept for the end.
    private void explained(Customer customer, String headline, String french, String english) {
        says(customer, Language.FRENCH, headline, french);
        assertThat(customer.page().locator(".verdict .evidence")).containsText("POST /v2/auth");
        customer.page()
                .locator(".verdict a[href*='/help/']")
                .all()
                .forEach(link -> entries.add(link.getAttribute("href").replaceFirst("^[a-z]+/", "")));
        switchLanguage(customer, Language.ENGLISH);
        says(customer, Language.ENGLISH, headline, english);
        switchLanguage(customer, Language.FRENCH);
    }

    private void says(Customer customer, Language language, String headline, String words) {
        var page = customer.page();
        assertThat(customer.verdict()).hasText(new Texts().get(language, "key.headline." + headline));
        var sentence = page.locator(".verdict-text").first();
        assertThat(sentence).containsText(words);
        var text = sentence.innerText();
        assertThat(sentences.put(text, headline)).as(headline + ": " + text).isNull();
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as(headline)
                .isLessThanOrEqualTo(PHONE);
    }

    /// In place: what was judged stays.
    private static void switchLanguage(Customer customer, Language to) {
        customer.page().locator(".language-switch").dispatchEvent("click");
        assertThat(customer.page().locator("html")).hasAttribute("lang", to.tag());
        customer.settle();
    }

    private void everyEntryIsThere(Customer customer) {
        assertThat(entries).hasSizeGreaterThan(10);
        for (var entry : entries) {
            customer.open("/" + entry);
            assertThat(customer.page().locator(".article-text h1")).isVisible();
        }
    }

    private static void checkUnder(Customer customer, Connected key, String mishap) {
        customer.befall(key.pair(), mishap);
        check(customer, key);
    }

    private static void check(Customer customer, Connected key) {
        customer.open(key.path());
        customer.checkAgain();
    }

    private static void connect(Customer customer, Pair pair) {
        customer.connect("Cas " + UUID.randomUUID(), pair);
    }

    private static List<String> with(String box) {
        return Stream.concat(SPOT.stream(), Stream.of(box)).toList();
    }

    private static List<String> without(String box) {
        return SPOT.stream().filter(other -> !other.equals(box)).toList();
    }
}
