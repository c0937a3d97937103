package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.porteclef.e2e.Customer.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.porteclef.e2e.Customer.Pair;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every page in every state it is met in: axe finds nothing (WCAG 2.0 to 2.2, A and AA, and axe's best practices) in
/// light and in dark, the root says the language, there is one main heading and a title that names the page, and a
/// window of 320 pixels is wide enough.
class AccessibilityE2E {

    @ParameterizedTest
    @EnumSource(Language.class)
    void pages_for_everybody(Language language) {
        try (var reader = Customer.onPhone(language)) {
            var inspection = Inspection.inOneScheme(reader);
            inspection.openInAnyColours("");
            inspection.openInAnyColours("/guides/bitfinex");
            for (var strategy : List.of("margin", "derivatives", "funding", "transfers")) {
                reader.page().locator("input[value=" + strategy + "]").check();
                reader.page().waitForURL(Pattern.compile("strategy=.*" + strategy));
                inspection.lookAtPart("boxes for " + strategy, ".boxes");
            }
            reader.open("/guides/bitfinex?strategy=spot&tick=orders.write&untick=withdraw.write#boxes");
            inspection.lookAtPart("boxes to change", ".boxes");

            inspection.openInAnyColours("/sign-in");
            reader.field("sign-in-email").fill("nobody@customer.example");
            reader.field("sign-in-password").fill("not the password");
            reader.button("signin.submit").click();
            assertThat(reader.page().getByRole(AriaRole.ALERT)).isVisible();
            inspection.look("sign-in after a failure");

            inspection.openInAnyColours("/sign-up");
            reader.field("sign-up-email").fill("no address");
            reader.field("sign-up-password").fill("short");
            reader.button("signin.sign-up.submit").click();
            assertThat(reader.page().locator("#sign-up-email[invalid]")).isVisible();
            inspection.look("sign-up with a wrong address");
            reader.field("sign-up-email").fill("newcomer@customer.example");
            reader.field("sign-up-password").fill("short");
            reader.button("signin.sign-up.submit").click();
            assertThat(reader.page().locator("#sign-up-password[invalid]")).isVisible();
            inspection.look("sign-up with a weak password");
            inspection.end();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_help_center(Language language) {
        try (var reader = Customer.onPhone(language)) {
            var inspection = Inspection.inBothSchemes(reader);
            List.of(
                            "/help",
                            "/help?q=nonce&kind=article",
                            "/help?q=zzqxv",
                            "/help?pasted=secret",
                            "/help/bitfinex/error-codes",
                            "/nowhere")
                    .forEach(inspection::openInAnyColours);
            assertThat(reader.page().locator(".error-page")).isVisible();

            inspection.openInAnyColours("/help/bitfinex/10114");
            reader.page().locator(".opinion .action").last().click();
            assertThat(reader.page().locator(".opinion textarea")).isVisible();
            inspection.lookAtPart("why an article did not help", ".opinion");
            reader.page().locator(".opinion vaadin-button").click();
            assertThat(reader.page().locator(".opinion-status")).not().isEmpty();
            inspection.lookAtPart("an opinion on an article", ".opinion");
            inspection.end();
        }
    }

    /// The list, an article in both languages, and its history with what has changed.
    @ParameterizedTest
    @EnumSource(Language.class)
    void the_editors_pages(Language language) {
        try (var editor = new Customer(Portal.running().address(), language, Screen.PHONE)) {
            editor.signIn(Portal.running(), "editor@demo.example");
            var inspection = Inspection.inBothSchemes(editor);
            inspection.open("/editing");
            inspection.open("/editing/fees");
            var text = editor.field("text-en");
            text.fill(text.inputValue() + "\nAn editor " + (language == Language.ENGLISH ? "has" : "had")
                    + " added this.\n");
            assertThat(editor.page().locator("#publish")).isVisible();
            inspection.look("a draft");
            editor.page().locator("#publish").click();
            assertThat(editor.page().locator(".diff ins").first()).isVisible();
            inspection.look("the history of an article");
            inspection.end();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_practice_exchange(Language language) {
        try (var customer = Customer.ofTheDemo(language, Screen.PHONE)) {
            var inspection = Inspection.inOneScheme(customer);
            inspection.open("/practice/bitfinex");
            customer.button("practice.form.send").click();
            assertThat(customer.page().locator(".practice-dialog [invalid]").first())
                    .isVisible();
            inspection.look("practice form without a label");

            customer.page().getByLabel(customer.text("practice.form.label")).fill("bot");
            customer.button("practice.form.send").click();
            customer.page().getByLabel(customer.text("practice.code.field")).fill("1");
            inspection.look("practice code");
            customer.button("practice.code.confirm").click();
            assertThat(customer.page().locator(".practice-dialog [invalid]").first())
                    .isVisible();
            inspection.look("wrong practice code");

            customer.practiseUpToTheMail(SPOT);
            inspection.look("practice mail");
            customer.openTheMail();
            inspection.look("new practice key");
            inspection.end();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void keys_from_none_to_one(Language language) {
        try (var customer = Customer.onPhone(language)) {
            var inspection = Inspection.inOneScheme(customer);
            customer.signUp();
            inspection.look("no key yet");
            var pair = customer.createPracticeKey(SPOT);

            inspection.open(Customer.CONNECT);
            customer.button("key.connect.submit").click();
            assertThat(customer.page().locator("#key-label[invalid]")).isVisible();
            inspection.look("connect without a name");
            customer.field("key-label").fill("Spot");
            customer.button("key.connect.submit").click();
            assertThat(customer.page().locator("#credential-apiSecret[invalid]"))
                    .isVisible();
            inspection.look("connect without a key");

            customer.paste(new Pair(pair.key(), "x".repeat(43)));
            customer.sees("CREDENTIALS_REJECTED");
            inspection.look("red verdict");
            customer.paste(pair);
            customer.sees("ACCEPTED");
            inspection.look("green verdict");

            inspection.open("/keys");
            customer.page().locator(".key-card a").first().click();
            customer.sees("ACCEPTED");
            inspection.look("one key");
            customer.button("key.action.delete").click();
            assertThat(customer.page().locator("[slot=confirm-button]:visible")).isVisible();
            inspection.lookAtDialog("delete dialog");
            inspection.open("/journal");
            inspection.end();
        }
    }

    /// All that can become of a key. In French only, which takes more room: these pages are long.
    @Test
    void from_one_key_to_the_next() {
        try (var customer = Customer.ofTheDemo(Language.FRENCH, Screen.PHONE)) {
            var inspection = Inspection.inBothSchemes(customer);
            var old = customer.createPracticeKey(SPOT);
            var fresh = customer.createPracticeKey(SPOT);
            customer.connect("Ancienne", old);
            customer.sees("ACCEPTED");
            var page = customer.openKey();
            dialogs(customer, inspection);
            mishaps(customer, inspection, old);
            replace(customer, inspection, page, new Pair(fresh.key(), old.secret()), fresh);
            customer.link("key.replace.open").click();
            customer.sees("ACCEPTED");
            leak(customer, inspection);
            ask(customer, inspection, page);
            inspection.open("/keys");
            inspection.end();
        }
    }

    private static void dialogs(Customer customer, Inspection inspection) {
        for (var action : List.of("key.action.rename", "key.action.strategy")) {
            customer.button(action).click();
            var opened = customer.page().locator("vaadin-dialog[opened]");
            assertThat(opened).hasCount(1);
            inspection.lookAtDialog(action);
            customer.page().keyboard().press("Escape");
            assertThat(opened).hasCount(0);
        }
    }

    private static void mishaps(Customer customer, Inspection inspection, Pair pair) {
        customer.befall(pair, "CONFIRMATION_PENDING");
        inspection.look("a mishap of a practice key");
        inspection.open("/practice/bitfinex/rehearsal");
        customer.befall(pair, null);
    }

    private static void replace(Customer customer, Inspection inspection, String page, Pair wrong, Pair right) {
        inspection.open(page + "/replace");
        customer.replaceWith(wrong);
        customer.sees("CREDENTIALS_REJECTED");
        inspection.look("replacement refused");
        customer.replaceWith(right);
        assertThat(customer.page().locator(".revocation")).isVisible();
        inspection.look("replaced");
    }

    private static void leak(Customer customer, Inspection inspection) {
        customer.link("key.action.leak").click();
        inspection.look("before a leak is reported");
        customer.button("key.leak.pause").click();
        assertThat(customer.page().locator(".step").first()).isVisible();
        inspection.look("after a leak");
    }

    private static void ask(Customer customer, Inspection inspection, String page) {
        customer.open(page + "/ask");
        customer.button("support.ask.send").click();
        assertThat(customer.page().locator("#question[invalid]")).isVisible();
        inspection.look("no question");
        customer.field("question").fill("Pourquoi ?");
        customer.button("support.ask.send").click();
        assertThat(customer.page().locator(".notice-success")).isVisible();
        inspection.look("question sent");
        try (var agent = new Customer(Portal.running().address(), Language.FRENCH, Screen.PHONE)) {
            agent.signIn(Portal.running(), "support@demo.example");
            var atTheDesk = Inspection.inBothSchemes(agent);
            atTheDesk.open("/desk");
            agent.page().locator(".asked a").first().click();
            assertThat(agent.page().locator(".question")).isVisible();
            atTheDesk.look("question at the desk");
            atTheDesk.end();
        }
    }

    /// The wide window shows other parts: the head unfolded, the contents of the guide beside its text.
    @ParameterizedTest
    @EnumSource(Language.class)
    void on_a_desktop(Language language) {
        try (var customer = Customer.ofTheDemo(language, Screen.DESKTOP)) {
            var inspection = Inspection.inOneScheme(customer);
            List.of("", "/guides/bitfinex?strategy=margin", Customer.CONNECT, "/practice/bitfinex", "/journal")
                    .forEach(inspection::open);
            inspection.end();
        }
    }

    @Test
    void the_inspection_finds_what_is_wrong() {
        try (var reader = Customer.onPhone(Language.FRENCH)) {
            var inspection = Inspection.inBothSchemes(reader);
            reader.open("/nowhere");
            reader.settle();
            reader.page().evaluate("""
                    () => {
                      document.documentElement.lang = 'en';
                      document.title = 'Untitled';
                      document.querySelector('main').insertAdjacentHTML('beforeend',
                        '<p style="width: 400px; color: #888; background: #999">Hard to read</p><img src="icons/logo.svg">');
                    }""");
            inspection.look("spoilt");
            reader.page().evaluate("""
                    () => document.querySelector('main').insertAdjacentHTML('beforeend',
                      '<div role="group"><button aria-pressed="true" style="background: teal">This</button><button>That</button></div>')""");
            inspection.inForcedColours("spoilt");
            assertThat(inspection.faults())
                    .anyMatch(fault -> fault.contains("cannot be told apart: <button"))
                    .anyMatch(fault -> fault.contains("in light: color-contrast"))
                    .anyMatch(fault -> fault.contains("in dark: color-contrast"))
                    .anyMatch(fault -> fault.contains("image-alt"))
                    .anyMatch(fault -> fault.contains("pixels wide"))
                    .anyMatch(fault -> fault.contains("says it is in en"))
                    .anyMatch(fault -> fault.contains("“Untitled”"));
        }
    }
}
