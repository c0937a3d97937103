package dev.porteclef.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.FromShadowDom;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Looks at the pages of one customer as they come by, in light and dark, and collects what is wrong with any of them,
/// so that one walk tells of all.
final class Inspection {

    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /// The rules that can see colours. Nothing else on a page differs between light and dark.
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    /// Defects inside Vaadin's dialog: its inner `<header>` counts as one of the page, its `<footer>` has a role that
    /// axe does not allow there.
    private static final List<FromShadowDom> INSIDE_DIALOGS = List.of(
            new FromShadowDom("vaadin-confirm-dialog", "#overlay", "header[part=\"header\"]"),
            new FromShadowDom("vaadin-confirm-dialog", "#overlay", "footer[part=\"footer\"]"));

    /// This rule finds the dialog's `<header>` although it is excluded.
    private static final String SECOND_BANNER = "landmark-no-duplicate-banner";

    /// A defect of Vaadin's: though empty, it lies outside of every landmark.
    private static final String CONNECTION = "vaadin-connection-indicator";

    private static final int NARROWEST = 320;

    private final Customer customer;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    Inspection(Customer customer) {
        this.customer = customer;
        this.page = customer.page();
    }

    /// Opens an address and looks at it.
    void open(String path) {
        customer.open(path);
        look(path);
    }

    /// Looks at what is shown now.
    void look(String name) {
        look(name, axe().withTags(STANDARDS));
    }

    /// Looks at a page with a dialog open.
    void lookAtDialog(String name) {
        look(name, axe().withTags(STANDARDS).disableRules(List.of(SECOND_BANNER)));
    }

    private void look(String name, AxeBuilder whole) {
        show(ColorScheme.LIGHT);
        analyze(name + " in light", whole);
        show(ColorScheme.DARK);
        analyze(name + " in dark", axe().withRules(COLOURS));
        root(name);
        width(name);
    }

    List<String> faults() {
        return faults;
    }

    private void show(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        customer.settle();
    }

    private AxeBuilder axe() {
        // In one go: what the other mode does for frames, of which there are none, takes a page more each time.
        var axe = new AxeBuilder(page).setLegacyMode(true).exclude(CONNECTION);
        INSIDE_DIALOGS.forEach(axe::exclude);
        return axe;
    }

    private void analyze(String name, AxeBuilder axe) {
        axe.analyze().getViolations().stream().map(Inspection::told).forEach(told -> fault(name, told));
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

    private static String told(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + ")"
                + rule.getNodes().stream()
                        .limit(4)
                        .map(Inspection::told)
                        .collect(Collectors.joining("\n    ", "\n    ", ""));
    }

    private static String told(CheckedNode node) {
        var html = node.getHtml();
        return node.getTarget() + " " + html.substring(0, Math.min(160, html.length())) + " "
                + node.getFailureSummary().replaceAll("\\s+", " ");
    }
}
