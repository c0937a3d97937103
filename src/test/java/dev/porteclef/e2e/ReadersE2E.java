package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.WebSocket;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import dev.porteclef.testing.RunningPortal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is seen of it that the session of somebody who only reads ends soon: nothing. Here it ends after four seconds.
class ReadersE2E {

    @TempDir
    static Path home;

    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = RunningPortal.start(home, "--porteclef.readers.idle=4s");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void the_page_stays_and_the_next_click_works_without_a_word() {
        try (var reader = new Customer(portal.address(), Language.ENGLISH, Screen.PHONE)) {
            readUntilTheEnd(reader, "");
            reader.link("shell.home.guide", "Bitfinex").click();
            reader.page().waitForURL(Pattern.compile("/guides/bitfinex"));
            assertThat(reader.page().locator(".permission-grid")).isVisible();
            assertThat(reader.page().locator(".v-system-error")).hasCount(0);
        }
    }

    @Test
    void a_choice_made_too_late_can_be_made_again() {
        try (var reader = new Customer(portal.address(), Language.FRENCH, Screen.PHONE)) {
            readUntilTheEnd(reader, "/guides/bitfinex");
            reader.page().locator("input[value=margin]").click();
            reader.page().waitForFunction("!window.stayed");
            reader.settle();
            reader.page().locator("input[value=margin]").check();
            reader.page().waitForURL(Pattern.compile("strategy=.*margin"));
            assertThat(reader.page().locator(".v-system-error")).hasCount(0);
        }
    }

    @Test
    void what_is_typed_keeps_its_session() {
        try (var reader = new Customer(portal.address(), Language.ENGLISH, Screen.PHONE)) {
            reader.open("");
            reader.settle();
            reader.open("/sign-up");
            reader.field("sign-up-email").fill("newcomer@customer.example");
            // Two rounds of those who look for the idle have gone by when the other reader's session is over.
            try (var other = new Customer(portal.address(), Language.ENGLISH, Screen.PHONE)) {
                readUntilTheEnd(other, "");
            }
            reader.field("sign-up-password").fill("short");
            reader.button("signin.sign-up.submit").click();
            assertThat(reader.page().locator("#sign-up-password[invalid]")).isVisible();
            assertThat(reader.field("sign-up-email")).hasValue("newcomer@customer.example");
        }
    }

    /// Opens a page and does nothing until the portal has hung up and a heartbeat finds no session; the page itself
    /// must
    /// not have noticed.
    private static void readUntilTheEnd(Customer reader, String path) {
        var page = reader.page();
        var connections = new ArrayList<WebSocket>();
        page.onWebSocket(connections::add);
        reader.open(path);
        reader.settle();
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.evaluate("window.stayed = true");
        page.waitForFunction("""
                () => fetch('/?v-r=heartbeat&v-uiId=0', {method: 'POST'}).then(answer => answer.status === 404)""");
        page.waitForCondition(
                () -> !connections.isEmpty() && connections.stream().allMatch(WebSocket::isClosed));
        // The client's own answer to a lost connection would be a heartbeat, and loading the page again.
        page.waitForFunction("() => fetch('/icons/logo.svg').then(answer => answer.ok)");
        assertThat(asked).noneMatch(url -> url.contains("v-r=init"));
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);
        assertThat(page.locator(".v-system-error")).hasCount(0);
    }
}
