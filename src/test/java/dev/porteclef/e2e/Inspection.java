package dev.porteclef.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Looks at the pages of one customer as they come by and collects what is wrong with any of them, so that one walk
/// tells of all.
final class Inspection {

    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /// The rules that can see colours. Nothing else on a page differs between light and dark.
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    /// Defects inside Vaadin's dialog: its inner `<header>` counts as one of the page, its `<footer>` has a role that
    /// axe does not allow there.
    private static final List<String> INSIDE_DIALOGS = List.of("header[part=\"header\"]", "footer[part=\"footer\"]");

    /// This rule finds the dialog's `<header>` although it is excluded.
    private static final String SECOND_BANNER = "landmark-no-duplicate-banner";

    /// A defect of Vaadin's: though empty, it lies outside of every landmark.
    private static final String CONNECTION = "vaadin-connection-indicator";

    private static final List<?> EXCLUDED = Stream.concat(
                    Stream.of(List.of(CONNECTION)),
                    INSIDE_DIALOGS.stream()
                            .map(part -> Map.of("fromShadowDom", List.of("vaadin-confirm-dialog", "#overlay", part))))
            .toList();

    private static final Map<String, ?> WHOLE = Map.of("exclude", EXCLUDED);

    private static final int NARROWEST = 320;
    private static final int WIDE = 1280;

    /// Asks axe for what is wrong and nothing else: an answer that tells of each element that is right is as long as
    /// the page.
    private static final String ANALYZE = """
            ([context, options]) => axe.run(context, { ...options, resultTypes: ['violations'] })
              .then(results => results.violations.map(rule => rule.id + ' (' + rule.help + ')'
                + rule.nodes.slice(0, 4).map(node => '\\n    ' + node.target.flat().join(' ') + ' '
                  + node.html.slice(0, 160) + ' ' + node.failureSummary.replace(/\\s+/g, ' ')).join('')))""";

    /// What is chosen looks no different from what is not, or a pictogram has the colour of its ground. Weight alone is
    /// too little of a difference.
    private static final String UNMARKED = """
            () => {
              const seen = element => element.checkVisibility();
              const look = element => {
                const style = getComputedStyle(element);
                const border = parseFloat(style.borderTopWidth) ? style.borderTopColor : '';
                return [ground(element), border, style.outlineStyle, style.textDecorationLine].join();
              };
              const ground = element => {
                const color = element ? getComputedStyle(element).backgroundColor : '';
                return element && /, 0\\)$/.test(color) ? ground(element.parentElement) : color;
              };
              const chosen = [...document.querySelectorAll(
                  '[aria-current], [aria-pressed=true], [aria-selected=true]')].filter(seen);
              const alike = chosen.filter(one =>
                [...one.closest('ul, nav, [role=group], [role=listbox]').querySelectorAll(one.localName)]
                  .some(other => !chosen.includes(other) && seen(other) && look(other) === look(one)));
              const invisible = [...document.querySelectorAll('.glyph')].filter(seen)
                .filter(glyph => getComputedStyle(glyph).backgroundColor === ground(glyph.parentElement));
              return [...alike, ...invisible].map(element => element.outerHTML.slice(0, 160));
            }""";

    private final Customer customer;
    private final Page page;
    private final boolean both;
    private final List<String> faults = new ArrayList<>();
    private ColorScheme scheme;

    private Inspection(Customer customer, ColorScheme scheme, boolean both) {
        this.customer = customer;
        this.page = customer.page();
        this.scheme = scheme;
        this.both = both;
        show(scheme);
    }

    /// Looks at each page in light and in dark.
    static Inspection inBothSchemes(Customer customer) {
        return new Inspection(customer, ColorScheme.LIGHT, true);
    }

    /// For a walk that both languages take: English in light, French in dark. Colours know no language, and to switch a
    /// page costs more than to analyse it.
    static Inspection inOneScheme(Customer customer) {
        var scheme = switch (customer.language()) {
            case ENGLISH -> ColorScheme.LIGHT;
            case FRENCH -> ColorScheme.DARK;
        };
        return new Inspection(customer, scheme, false);
    }

    /// Opens an address and looks at it.
    void open(String path) {
        customer.open(path);
        look(path);
    }

    /// Opens an address that everybody can open, and looks at it also in the few colours that a reader has chosen for
    /// all pages.
    void openInAnyColours(String path) {
        open(path);
        inForcedColours(path);
    }

    /// There, what is told by a ground or a shadow alone is not told. In a window that shows the head unfolded.
    void inForcedColours(String name) {
        var usual = page.viewportSize();
        page.setViewportSize(WIDE, usual.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        customer.settle();
        ((List<?>) page.evaluate(UNMARKED))
                .forEach(told -> fault(name + " in forced colours", "cannot be told apart: " + told));
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        page.setViewportSize(usual.width, usual.height);
    }

    /// Looks at what is shown now.
    void look(String name) {
        look(name, WHOLE, Map.of());
    }

    /// Looks at a page with a dialog open.
    void lookAtDialog(String name) {
        look(name, WHOLE, Map.of(SECOND_BANNER, Map.of("enabled", false)));
    }

    /// Looks at one part of a long page, the rest of which was looked at before and is the same.
    void lookAtPart(String name, String selector) {
        look(name, Map.of("include", List.of(List.of(selector)), "exclude", EXCLUDED), Map.of());
    }

    /// By all rules as the page happens to be, light or dark, then by the rules of colours in the other scheme.
    private void look(String name, Map<String, ?> context, Map<String, ?> rules) {
        customer.settle();
        analyze(name, context, Map.of("runOnly", Map.of("type", "tag", "values", STANDARDS), "rules", rules));
        if (both) {
            show(scheme == ColorScheme.LIGHT ? ColorScheme.DARK : ColorScheme.LIGHT);
            customer.settle();
            analyze(name, context, Map.of("runOnly", Map.of("type", "rule", "values", COLOURS)));
        }
        root(name);
        width(name);
    }

    List<String> faults() {
        return faults;
    }

    private void show(ColorScheme scheme) {
        this.scheme = scheme;
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
    }

    private void analyze(String name, Map<String, ?> context, Map<String, ?> options) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        var found = (List<?>) page.evaluate(ANALYZE, List.of(context, options));
        var where = name + " in " + scheme.name().toLowerCase(Locale.ROOT);
        found.forEach(told -> fault(where, (String) told));
    }

    /// Fails with everything that was found.
    void end() {
        assertThat(faults).as("faults in " + customer.language()).isEmpty();
    }

    /// The front door's heading is a promise; its title says what the portal does.
    private void root(String name) {
        var language = page.locator("html").getAttribute("lang");
        if (!customer.language().tag().equals(language)) {
            fault(name, "the page says it is in " + language);
        }
        var headings = page.locator("h1:visible").allInnerTexts();
        if (headings.size() != 1) {
            fault(name, "not one h1: " + headings);
        } else if (page.title().isBlank()
                || (!name.isEmpty()
                        && !page.title().contains(headings.getFirst().strip()))) {
            fault(name, "the title “" + page.title() + "” does not name the page “" + headings.getFirst() + "”");
        }
    }

    /// On the narrowest phone nothing stands out to the right. Compared with the window asked for: a phone's browser
    /// widens its own to what does not fit.
    private void width(String name) {
        var usual = page.viewportSize();
        page.setViewportSize(NARROWEST, usual.height);
        customer.settle();
        var width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (width > NARROWEST) {
            fault(name, "is " + width + " pixels wide: " + page.evaluate("""
                    limit => [...document.querySelectorAll('body *')]
                      .filter(element => element.getBoundingClientRect().right > limit + 0.5)
                      .map(element => element.localName + '.' + element.className).slice(0, 8).join(' ')""", NARROWEST));
        }
        page.setViewportSize(usual.width, usual.height);
    }

    private void fault(String where, String what) {
        faults.add(where + ": " + what);
    }
}
