package dev.porteclef.signin.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser;
import dev.porteclef.testing.RunningPortal;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A newcomer's way through sign-up, sign-out and sign-in, in a real browser.
class SignUpE2E {

    private static final String PASSWORD = "quatre-huîtres-au-phare";

    @TempDir
    Path home;

    @Test
    void a_newcomer_returns_to_the_page_asked_for_and_a_wrong_password_keeps_the_e_mail() {
        try (var portal = RunningPortal.start(home);
                var person = Browser.person(Language.FRENCH, Browser.Screen.PHONE, ColorScheme.LIGHT)) {
            var page = person.newPage();
            page.navigate(portal.at("/fr/journal"));
            link(page, "Créer un compte");
            assertThat(page.locator("#sign-up-email")).isVisible();
            email(page).fill("nouvelle@example.org");
            password(page).fill("passwordpassword");
            press(page, "Créer le compte");
            assertThat(page.getByText("Facile à deviner").first()).isVisible();
            assertThat(email(page)).hasValue("nouvelle@example.org");
            assertThat(password(page)).hasValue("");
            password(page).fill(PASSWORD);
            press(page, "Créer le compte");
            assertThat(page).hasURL(portal.at("/fr/journal"));
            assertThat(page.getByText("Ton compte a été créé.")).isVisible();

            page.context().clearCookies();
            page.navigate(portal.at("/fr/journal"));
            email(page).fill("nouvelle@example.org");
            password(page).fill("autre");
            press(page, "Se connecter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("incorrect");
            assertThat(email(page)).hasValue("nouvelle@example.org");
            password(page).fill(PASSWORD);
            password(page).press("Enter");
            assertThat(page).hasURL(portal.at("/fr/journal"));
            assertThat(page.getByText("Quelqu'un a essayé de se connecter")).isVisible();
        }
    }

    private static com.microsoft.playwright.Locator email(Page page) {
        // Fields that came with the first HTML take nothing.
        page.waitForFunction("document.querySelector('#outlet .site') && !document.getElementById('first')");
        return page.locator("vaadin-email-field[id^=" + form(page) + "] input");
    }

    private static com.microsoft.playwright.Locator password(Page page) {
        return page.locator("vaadin-password-field[id^=" + form(page) + "] input");
    }

    /// Both pages have the same fields; that of the address is meant.
    private static String form(Page page) {
        return page.url().contains("sign-up") ? "sign-up" : "sign-in";
    }

    private static void link(Page page, String name) {
        page.locator("section.page a", new Page.LocatorOptions().setHasText(name))
                .click();
    }

    private static void press(Page page, String name) {
        page.locator(".form-actions")
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Locator.GetByRoleOptions().setName(Pattern.compile(name)))
                .click();
    }
}
