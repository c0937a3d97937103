package dev.porteclef.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.porteclef.platform.i18n.Language;
import org.junit.jupiter.api.Test;

/// The fixture shows pages to the person it was asked for.
class BrowserTest {

    @Test
    void a_person_has_a_language_a_screen_and_a_colour_scheme() {
        try (var person = Browser.person(Language.FRENCH, Browser.Screen.PHONE, ColorScheme.DARK)) {
            var page = person.newPage();
            page.setContent("<!doctype html><meta name=viewport content='width=device-width'><p>Bonjour</p>");

            assertThat(page.locator("p").textContent()).isEqualTo("Bonjour");
            assertThat(page.evaluate("navigator.language")).isEqualTo("fr-FR");
            assertThat(page.evaluate("innerWidth")).isEqualTo(390);
            assertThat(page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"))
                    .isEqualTo(true);
        }
    }
}
