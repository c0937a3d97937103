package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
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
                    "/practice/bitfinex", "practice.title");
            pages.forEach((path, title) -> {
                customer.open(path);
                customer.settle();
                assertThat(customer.page().locator("h1")).hasText(customer.text(title));
                switchLanguage(customer.page(), Language.ENGLISH);
                customer.page().waitForURL(url -> url.endsWith("/en" + path));
                assertThat(customer.page().locator("h1")).hasText(new Texts().get(Language.ENGLISH, title));
            });
        }
    }

    @Test
    void an_address_with_an_error_code_opens_its_entry() {
        try (var reader = Customer.onPhone(Language.FRENCH)) {
            reader.open("/guides/bitfinex#error-10100");
            assertThat(reader.page().locator("#error-10100")).isVisible();
            assertThat(reader.page().locator("#error-10100")).isInViewport();
            assertThat(reader.page().locator("#error-10114")).isHidden();
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
