package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The first HTML brings the styles of the first screen, and what comes after it moves nothing.
class FirstScreenE2E {

    private static final Pattern SHEETS = Pattern.compile("/files/[\\w.]+\\.css$");

    /// Where everything is, how large, and in which letters and colours. Components are left out: the scripts that draw
    /// them wait for the sheets.
    private static final String PICTURE = """
            () => [...document.body.querySelectorAll('*')]
              .filter(e => !e.closest('vaadin-button') && !['STYLE', 'SCRIPT', 'LINK', 'NOSCRIPT'].includes(e.tagName))
              .map(e => {
                const box = e.getBoundingClientRect(), style = getComputedStyle(e);
                return [e.tagName, e.className, box.x, box.y, box.width, box.height, style.fontFamily, style.fontSize,
                  style.fontWeight, style.lineHeight, style.color, style.backgroundColor, style.borderColor,
                  style.textSizeAdjust, style.cursor].join('|');
              })""";

    /// Adds up what moved without a hand having been at it.
    private static final String SHIFTS = """
            window.moved = 0;
            new PerformanceObserver(list => list.getEntries().forEach(entry => window.moved += entry.value))
              .observe({type: 'layout-shift', buffered: true});""";

    @ParameterizedTest
    @CsvSource({
        ", LIGHT, PHONE",
        ", DARK, DESKTOP",
        "/guides/bitfinex, LIGHT, DESKTOP",
        "/guides/bitfinex, DARK, PHONE",
        "/help/bitfinex/10114, DARK, PHONE",
        "/help/glossaire, LIGHT, DESKTOP",
        "/nowhere, LIGHT, PHONE"
    })
    void the_whole_sheets_change_nothing_of_what_the_first_styles_drew(String path, ColorScheme scheme, Screen screen) {
        try (var reader = new Customer(Portal.running(), Language.FRENCH, screen, scheme)) {
            reader.open(path == null ? "" : path);
            assertThat(reader.page().locator("main h1")).isVisible();
            reader.settle();
            var whole = picture(reader.page());
            // Not before: the components' own base styles come with the scripts.
            reader.page()
                    .evaluate(
                            "document.querySelectorAll('link[rel=stylesheet]').forEach(link => link.disabled = true)");
            var first = picture(reader.page());
            assertThat(first).hasSameSizeAs(whole);
            assertThat(IntStream.range(0, whole.size())
                            .filter(part -> !first.get(part).equals(whole.get(part)))
                            .mapToObj(part -> whole.get(part) + "\n  was " + first.get(part)))
                    .isEmpty();
        }
    }

    @Test
    void without_scripts_the_styles_are_there_before_the_sheets() {
        try (var context = Browser.person(Language.ENGLISH, Screen.DESKTOP, ColorScheme.DARK)) {
            var page = context.newPage();
            page.route(SHEETS, Route::abort);
            page.route(Pattern.compile("\\.js$"), Route::abort);
            page.navigate(Portal.running().at("/en/sign-in"));
            assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
                    .isEqualTo("rgb(25, 23, 19)");
            page.evaluate("""
                    document.body.insertAdjacentHTML('afterbegin', `<header class="site-header"><div class="site-bar">
                      <a class="action action-primary" href="en">Go</a></div></header>`)""");
            assertThat(page.evaluate("getComputedStyle(document.querySelector('.site-bar')).display"))
                    .isEqualTo("flex");
            assertThat((int) page.evaluate("document.querySelector('.action').offsetHeight"))
                    .isGreaterThanOrEqualTo(40);
        }
    }

    /// The sheets are held back until the page was painted without them, as over a slow line.
    @ParameterizedTest
    @ValueSource(strings = {"", "/sign-in", "/guides/bitfinex", "/help", "/help/bitfinex/10114"})
    void nothing_moves_when_the_sheets_arrive(String path) {
        try (var reader = Customer.onPhone(Language.ENGLISH)) {
            var page = reader.page();
            var held = new ArrayList<Route>();
            page.addInitScript(SHIFTS);
            page.route(SHEETS, held::add);
            page.navigate(reader.at(path), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.waitForFunction("performance.getEntriesByName('first-paint').length > 0");
            page.waitForCondition(() -> held.size() == 2);
            assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
                    .isEqualTo("rgb(250, 247, 242)");
            held.forEach(Route::resume);
            assertThat(page.locator("main h1")).isVisible();
            reader.settle();
            assertThat(((Number) page.evaluate("window.moved")).doubleValue()).isLessThan(0.01);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void no_letters_are_loaded(ColorScheme scheme) {
        try (var reader = new Customer(Portal.running(), Language.ENGLISH, Screen.PHONE, scheme)) {
            var asked = new ArrayList<String>();
            reader.page().onRequest(request -> asked.add(request.url()));
            reader.open("/sign-in");
            assertThat(reader.field("sign-in-email")).isVisible();
            reader.settle();
            assertThat(asked).noneMatch(url -> url.contains("woff")).noneMatch(url -> url.contains("/styles/"));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> picture(Page page) {
        return (List<String>) page.evaluate(PICTURE);
    }
}
