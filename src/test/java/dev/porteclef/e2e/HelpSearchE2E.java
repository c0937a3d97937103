package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser;
import dev.porteclef.testing.Browser.Screen;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A question to the help center, by keyboard alone.
class HelpSearchE2E {

    @Test
    void a_suggestion_is_chosen_and_opened_by_keyboard() {
        var page = open("/fr/help");
        try {
            var field = page.getByRole(com.microsoft.playwright.options.AriaRole.COMBOBOX);
            field.focus();
            page.keyboard().type("nonce tr");
            assertThat(page.locator("[role=option]").first()).isVisible();
            assertThat(page.locator("form [role=status]")).containsText("suggestion");
            page.keyboard().press("ArrowDown");
            assertThat(field).hasAttribute("aria-activedescendant", "help-suggestion-0");
            var title = page.locator("[role=option][aria-selected=true]").innerText();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/fr/help/[a-z0-9/-]+"));
            assertThat(page.locator("h1")).hasText(title.replaceAll("`", ""));
        } finally {
            page.context().close();
        }
    }

    @Test
    void enter_searches_escape_closes_and_a_filter_is_a_link() {
        var page = open("/en/help");
        try {
            page.getByRole(com.microsoft.playwright.options.AriaRole.COMBOBOX).focus();
            page.keyboard().type("nonce");
            assertThat(page.locator("[role=option]").first()).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("[role=option]")).hasCount(0);
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/en/help\\?q=nonce"));
            assertThat(page.locator(".help-hits mark").first()).isVisible();
            page.locator(".help-narrow summary").click();
            page.locator(".help-filters a")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Glossary"))
                    .first()
                    .click();
            page.waitForURL(Pattern.compile("kind=glossary"));
            assertThat(page.locator(".help-hits a").first()).hasAttribute("href", Pattern.compile("#"));
        } finally {
            page.context().close();
        }
    }

    @Test
    void a_pasted_secret_leaves_the_address() {
        var page = open("/en/help?q=Zq3vX8mB1nL7kT5wR9yP2cD6fH0jS4gA8eU1iO5xQ7z");
        try {
            assertThat(page.locator("[role=alert]")).containsText("looks like a key");
            page.waitForURL(Pattern.compile("/en/help\\?pasted=secret$"));
            assertThat(page.content()).doesNotContain("Zq3vX8mB1nL7kT5w");
        } finally {
            page.context().close();
        }
    }

    private static Page open(String path) {
        var page = Browser.page(path.startsWith("/fr") ? Language.FRENCH : Language.ENGLISH, Screen.DESKTOP);
        page.navigate(Portal.running().at(path));
        return page;
    }
}
