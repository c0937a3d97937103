package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser;
import dev.porteclef.testing.Browser.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A page is there with its first answer, and the live one takes its place unseen.
class FirstTextE2E {

    private static final Pattern SCRIPTS = Pattern.compile("/VAADIN/build/.*\\.js");
    private static final String LIVE = "document.querySelector('#outlet .site') && !document.getElementById('first')";

    /// Adds up what moved without a hand having been at it, and remembers what that was.
    private static final String SHIFTS = """
            window.moved = 0;
            window.movers = [];
            new PerformanceObserver(list => list.getEntries().forEach(shift => {
              window.moved += shift.value;
              window.movers.push(Math.round(shift.startTime) + ' ' + shift.value
                + shift.sources.map(part => ' ' + (part.node?.className || part.node?.nodeName)
                  + ' ' + part.previousRect.y + ' to ' + part.currentRect.y));
            })).observe({ type: 'layout-shift', buffered: true });""";

    @Test
    void without_scripts_home_leads_to_a_guide_that_can_be_read() {
        var options = new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 844);
        try (var person = Browser.person(options)) {
            var page = person.newPage();
            open(page, "/fr");
            assertThat(page.locator("h1")).isVisible();
            page.locator(".hero a[href='fr/guides/bitfinex']").click();
            assertThat(page).hasURL(at("/fr/guides/bitfinex"));
            assertThat(page.locator("h1")).isVisible();
            page.locator(".guide-contents-folded > summary").click();
            page.locator(".guide-contents-folded a[href$='#pitfalls']").click();
            assertThat(page.locator("#pitfalls")).isInViewport();
            page.locator("#q-pairs").locator("..").locator("> summary").click();
            assertThat(page.locator("#q-pairs")).isVisible();
            page.locator(".language-switch").click();
            assertThat(page).hasURL(at("/en/guides/bitfinex"));
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void without_scripts_a_question_finds_its_article() {
        var options = new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 844);
        try (var person = Browser.person(options)) {
            var page = person.newPage();
            open(page, "/fr/help");
            page.locator("input[name=q]").fill("nonce trop petit");
            page.locator("input[name=q]").press("Enter");
            assertThat(page).hasURL(at("/fr/help?q=nonce+trop+petit"));
            page.locator(".help-hits a").first().click();
            assertThat(page).hasURL(at("/fr/help/bitfinex/10114"));
            assertThat(page.locator("h1")).containsText("10114");
            assertThat(page.locator(".opinion")).isHidden();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE,''",
        "DESKTOP,''",
        "PHONE,/guides/bitfinex",
        "DESKTOP,/guides/bitfinex",
        "PHONE,/guides/bitfinex#pitfalls",
        "DESKTOP,/guides/bitfinex#q-pairs",
        "PHONE,/help",
        "DESKTOP,/help?q=nonce",
        "PHONE,/help/bitfinex/10114",
        "DESKTOP,/help/bitfinex/10114#do"
    })
    void nothing_moves_until_the_page_is_live(Screen screen, String path) {
        try (var person = person(screen)) {
            var page = person.newPage();
            page.addInitScript(SHIFTS);
            var held = hold(page);
            open(page, "/en" + path);
            var target = path.contains("#") ? path.substring(path.indexOf('#')) : ".site";
            assertThat(page.locator("#first " + target)).isInViewport();
            var top = top(page, "#first " + target);
            let(page, held);
            page.waitForFunction(LIVE);
            settle(page);
            assertThat(page.locator(target)).isInViewport();
            assertThat(top(page, target)).isCloseTo(top, Offset.offset(1.0));
            nothingMoved(page);
        }
    }

    /// The case stands above the text, so that everything below would be pushed away if it came later.
    @Test
    void the_readers_own_case_is_there_from_the_beginning() {
        try (var customer = Customer.onPhone(Language.ENGLISH)) {
            customer.signUp();
            customer.connect("bot", customer.createPracticeKey(List.of("orders-read", "wallets-read")));
            customer.verdict().waitFor();
            var key = customer.openKey().replace("/keys/", "");
            var page = customer.page();
            page.addInitScript(SHIFTS);
            var held = hold(page);
            open(page, "/en/help/bitfinex/10114?key=" + key);
            assertThat(page.locator("#first .own-case .evidence")).isVisible();
            assertThat(page.locator("#first .own-case .evidence")).hasCSS("list-style-type", "none");
            var top = top(page, "#first #meaning");
            let(page, held);
            page.waitForFunction(LIVE);
            settle(page);
            assertThat(top(page, "#outlet #meaning")).isCloseTo(top, Offset.offset(1.0));
            nothingMoved(page);
        }
    }

    private static void nothingMoved(Page page) {
        assertThat(((Number) page.evaluate("moved")).doubleValue())
                .as(String.valueOf(page.evaluate("movers.join('; ')")))
                .isLessThan(0.02);
    }

    @Test
    void place_focus_folds_and_choices_stay() {
        try (var person = person(Screen.DESKTOP)) {
            var page = person.newPage();
            var held = hold(page);
            open(page, "/en/guides/bitfinex");
            page.locator("#first input[value=margin]").check();
            page.locator("#q-several").locator("..").locator("> summary").click();
            page.locator("#first .guide-contents a[href$='#steps']").focus();
            page.locator("#first #pitfalls").evaluate("heading => heading.scrollIntoView({ behavior: 'instant' })");
            var top = top(page, "#first #pitfalls");
            let(page, held);
            page.waitForFunction(LIVE);
            settle(page);
            assertThat(top(page, "#pitfalls")).isCloseTo(top, Offset.offset(2.0));
            assertThat(page.locator("#outlet .guide-contents a[href$='#steps']"))
                    .isFocused();
            assertThat(page.locator("#q-several")).isVisible();
            assertThat(page.locator("input[value=margin]")).isChecked();
            page.waitForURL(url -> url.contains("strategy=margin"));
            assertThat(page.locator("#q-pairs")).isHidden();
        }
    }

    @Test
    void a_link_works_before_the_scripts_do() {
        try (var person = person(Screen.PHONE)) {
            var page = person.newPage();
            var held = hold(page);
            open(page, "/en");
            assertThat(page.locator("#first h1")).isVisible();
            held.clear();
            page.locator("#first .hero a[href='en/guides/bitfinex']").click();
            assertThat(page).hasURL(at("/en/guides/bitfinex"));
            assertThat(page.locator("#first .guide")).isVisible();
            let(page, held);
            page.waitForFunction(LIVE);
            assertThat(page.locator(".guide")).isVisible();
        }
    }

    @Test
    void a_sign_in_page_is_live_with_its_first_field_focused() {
        try (var person = person(Screen.DESKTOP)) {
            var page = person.newPage();
            open(page, "/en/sign-in");
            page.waitForFunction(LIVE);
            assertThat(page.locator("#sign-in-email input").first()).isFocused();
        }
    }

    /// Keeps the scripts of the portal from the page until [#let].
    private static List<Route> hold(Page page) {
        var held = new ArrayList<Route>();
        page.route(SCRIPTS, held::add);
        return held;
    }

    private static void let(Page page, List<Route> held) {
        assertThat(held).isNotEmpty();
        page.unroute(SCRIPTS);
        held.forEach(Route::resume);
    }

    /// Without waiting for scripts that do not come.
    private static void open(Page page, String path) {
        page.navigate(at(path), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    }

    private static void settle(Page page) {
        page.waitForFunction("Object.values(window.Vaadin.Flow.clients).every(client => !client.isActive?.())");
    }

    private static double top(Page page, String selector) {
        return ((Number) page.locator(selector).evaluate("element => element.getBoundingClientRect().top"))
                .doubleValue();
    }

    private static BrowserContext person(Screen screen) {
        return Browser.person(Language.ENGLISH, screen, ColorScheme.LIGHT);
    }

    private static String at(String path) {
        return Portal.running().at(path);
    }
}
