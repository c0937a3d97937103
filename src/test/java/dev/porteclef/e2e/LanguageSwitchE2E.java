package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.porteclef.e2e.Customer.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.testing.Browser.Screen;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The other language is the same page at the same place.
class LanguageSwitchE2E {

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_guide_keeps_section_and_choice(Language language) {
        try (var reader = Customer.onPhone(language)) {
            var page = reader.page();
            reader.open("/guides/bitfinex");
            page.locator("input[type=radio][value=funding]").check();
            page.waitForURL(Pattern.compile("strategy=funding"));
            page.evaluate("document.getElementById('pitfalls').scrollIntoView({ behavior: 'instant' })");
            var before = top(page.locator("#pitfalls"));

            switchLanguage(page, language.other());
            assertThat(page)
                    .hasURL(Pattern.compile("/" + language.other().tag() + "/guides/bitfinex\\?strategy=funding$"));
            assertThat(page.locator("input[type=radio][value=funding]")).isChecked();
            assertThat(page.locator("#pitfalls")).isInViewport();
            assertThat(top(page.locator("#pitfalls"))).isCloseTo(before, Offset.offset(2.0));
        }
    }

    @Test
    void back_leads_to_the_page_as_it_was() {
        try (var reader = Customer.onPhone(Language.ENGLISH)) {
            var page = reader.page();
            reader.open("");
            reader.link("shell.home.guide", "Bitfinex").click();
            page.waitForURL(Pattern.compile("/en/guides/bitfinex"));
            page.locator("input[type=radio][value=margin]").check();
            page.waitForURL(Pattern.compile("strategy=margin"));
            switchLanguage(page, Language.FRENCH);

            page.goBack();
            assertThat(page).hasURL(reader.at("/guides/bitfinex?strategy=margin"));
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator("input[type=radio][value=margin]")).isChecked();
            page.goBack();
            assertThat(page).hasURL(reader.at(""));
            assertThat(reader.link("shell.home.guide", "Bitfinex")).isVisible();
            page.goForward();
            assertThat(page).hasURL(reader.at("/guides/bitfinex?strategy=margin"));
            assertThat(page.locator("input[type=radio][value=margin]")).isChecked();
            page.goForward();
            assertThat(page.locator("html")).hasAttribute("lang", "fr");
            assertThat(page.locator("input[type=radio][value=margin]")).isChecked();
        }
    }

    @Test
    void every_page_of_a_customer_has_its_counterpart() {
        try (var customer = Customer.ofTheDemo(Language.FRENCH, Screen.PHONE)) {
            var pages = Map.of(
                    "/keys", "key.list.title",
                    "/journal", "audit.journal.title",
                    "/practice/bitfinex", "practice.title",
                    "/practice/bitfinex/rehearsal", "practice.rehearsal.title");
            pages.forEach((path, title) -> {
                customer.open(path);
                customer.settle();
                assertThat(customer.page().locator("h1")).hasText(customer.text(title));
                switchLanguage(customer.page(), Language.ENGLISH);
                customer.page().waitForURL(url -> url.endsWith("/en" + path));
                assertThat(customer.page().locator("h1")).hasText(english(title));
            });
        }
    }

    @Test
    void the_pages_of_a_key_keep_what_was_typed() {
        try (var customer = Customer.ofTheDemo(Language.FRENCH, Screen.PHONE)) {
            var page = customer.page();
            var pair = customer.createPracticeKey(SPOT);
            customer.connect("Langue", pair);
            customer.sees("ACCEPTED");
            var key = customer.openKey();

            customer.open(key + "/replace");
            customer.settle();
            customer.field("key-label").fill("Relève");
            customer.field("credential-apiKey").fill(pair.secret());
            customer.field("credential-apiSecret").fill(pair.key());
            customer.field("credential-apiSecret").press("Tab");
            customer.settle();
            switchLanguage(page, Language.ENGLISH);
            page.waitForURL(url -> url.endsWith("/en" + key + "/replace"));
            assertThat(page.locator("h1")).hasText(english("key.replace.title", "Langue"));
            assertThat(customer.field("key-label")).hasValue("Relève");
            assertThat(customer.field("credential-apiKey")).hasValue(pair.secret());
            assertThat(customer.field("credential-apiSecret")).hasValue(pair.key());

            customer.open(key + "/ask");
            customer.settle();
            customer.field("question").fill("Pourquoi ?");
            customer.field("question").press("Tab");
            customer.settle();
            switchLanguage(page, Language.ENGLISH);
            page.waitForURL(url -> url.endsWith("/en" + key + "/ask"));
            assertThat(page.locator("h1")).hasText(english("support.ask.title", "Langue"));
            assertThat(customer.field("question")).hasValue("Pourquoi ?");

            customer.open(key + "/leak");
            customer.settle();
            switchLanguage(page, Language.ENGLISH);
            page.waitForURL(url -> url.endsWith("/en" + key + "/leak"));
            assertThat(page.locator("h1")).hasText(english("key.leak.title"));
        }
    }

    @Test
    void the_desk_has_its_counterpart() {
        try (var agent = Customer.onPhone(Language.ENGLISH)) {
            agent.signIn(Portal.running(), "support@demo.example");
            agent.open("/desk");
            agent.settle();
            switchLanguage(agent.page(), Language.FRENCH);
            agent.page().waitForURL(url -> url.endsWith("/fr/desk"));
            assertThat(agent.page().locator("h1")).hasText(new Texts().get(Language.FRENCH, "support.desk.title"));
        }
    }

    private static String english(String key, Object... arguments) {
        return new Texts().get(Language.ENGLISH, key, arguments);
    }

    @Test
    void an_old_address_with_an_error_code_leads_to_its_article() {
        try (var reader = Customer.onPhone(Language.FRENCH)) {
            reader.open("/guides/bitfinex#error-10111");
            reader.page().waitForURL(url -> url.endsWith("/fr/help/bitfinex/10100"));
            assertThat(reader.page().locator("h1")).containsText("10100");
        }
    }

    @Test
    void an_article_keeps_its_heading() {
        try (var reader = Customer.onPhone(Language.FRENCH)) {
            reader.open("/help/bitfinex/10114");
            reader.page().locator("#not").scrollIntoViewIfNeeded();
            switchLanguage(reader.page(), Language.ENGLISH);
            reader.page().waitForURL(url -> url.endsWith("/en/help/bitfinex/10114"));
            assertThat(reader.page().locator("#not")).isInViewport();
            reader.open("/help/bitfinex/liste-ip-pourquoi-comment");
            switchLanguage(reader.page(), Language.ENGLISH);
            reader.page().waitForURL(url -> url.contains("/en/help/bitfinex/ip-list-"));
        }
    }

    @Test
    void an_address_with_a_section_goes_there() {
        try (var reader = Customer.onPhone(Language.FRENCH)) {
            reader.open("/guides/bitfinex#boxes");
            var heading = reader.page().locator("#boxes");
            assertThat(heading).isInViewport();
            reader.settle();
            eventually(() -> top(heading) < reader.page().viewportSize().height / 3.0, reader.page());
        }
    }

    private static void switchLanguage(Page page, Language to) {
        // Without scrolling to it first, as by a shortcut of an assistive program.
        page.locator(".language-switch").dispatchEvent("click");
        assertThat(page.locator("html")).hasAttribute("lang", to.tag());
        page.waitForFunction("Object.values(window.Vaadin.Flow.clients).every(client => !client.isActive?.())");
    }

    private static void eventually(BooleanSupplier condition, Page page) {
        page.waitForCondition(condition);
    }

    /// Pixels from the top of the window.
    private static double top(Locator locator) {
        return ((Number) locator.evaluate("element => element.getBoundingClientRect().top")).doubleValue();
    }
}
