package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A customer chooses a word, follows their keys in a calendar and reads what would have been mailed.
class RemindersE2E {

    @ParameterizedTest
    @EnumSource(Language.class)
    void from_the_menu_to_a_calendar_and_a_mail(Language language) throws Exception {
        try (var customer = Customer.ofTheDemo(language, Screen.PHONE)) {
            var inspection = Inspection.inOneScheme(customer);
            var page = customer.page();
            chooseLanguage(customer);
            page.locator(".site-menu summary").click();
            customer.link("reminder.nav").click();
            page.waitForURL(Pattern.compile("/reminders$"));
            customer.field("word").fill("heron");
            customer.button("reminder.word.save").click();
            assertThat(page.getByText(customer.text("mail.word.outcome.KEPT"))).isVisible();

            customer.button("reminder.calendar.make")
                    .or(customer.button("reminder.calendar.again"))
                    .click();
            assertThat(page.locator("#feed code")).isVisible();
            inspection.look("/reminders");
            var address = URI.create(page.locator("#feed code").innerText());
            assertThat(Biweekly.parse(read(address))
                            .first()
                            .getNames()
                            .getFirst()
                            .getValue())
                    .isEqualTo(customer.text("reminder.calendar.name", "Noon Barbari"));
            var download = page.waitForDownload(() ->
                    page.getByText(customer.text("reminder.calendar.file")).click());
            assertThat(download.suggestedFilename()).isEqualTo("porteclef.ics");
            assertThat(download.failure()).isNull();
            assertThat(Biweekly.parse(download.path().toFile()).first()).isNotNull();

            if (language == Language.FRENCH) {
                turnRed(customer);
                customer.open("/reminders/outbox");
                var letter = page.frameLocator(".outbox-letter >> nth=0");
                assertThat(letter.locator("h1")).containsText("Ara");
                assertThat(letter.locator(".word")).hasText(customer.text("mail.word", "heron"));
                inspection.look("/reminders/outbox");
            } else {
                inspection.open("/unsubscribe/" + "A".repeat(43));
            }
            inspection.end();
        }
    }

    /// Calendar and mails speak the language that was chosen last, perhaps in an earlier walk of the same customer.
    private static void chooseLanguage(Customer customer) {
        var here = "/" + customer.language().tag() + "/keys";
        var there = "/" + customer.language().other().tag() + "/keys";
        customer.page().navigate(customer.at("/keys").replace(here, there));
        customer.page().locator(".language-switch").click();
        customer.page().waitForURL(Pattern.compile(here + "$"));
        customer.settle();
    }

    private static String read(URI address) throws IOException, InterruptedException {
        var answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /// A key that worked and is deleted at the exchange then.
    private static void turnRed(Customer customer) {
        var page = customer.page();
        var pair = customer.createPracticeKey(Customer.SPOT);
        customer.connect("Ara", pair);
        customer.sees("ACCEPTED");
        customer.link("key.action.open").click();
        page.waitForURL(Pattern.compile("/keys/[0-9a-f-]{36}"));
        var key = page.url();
        customer.befall(pair, "KEY_DELETED");
        page.navigate(key);
        customer.button("key.action.check").click();
        customer.sees("CREDENTIALS_REJECTED");
    }
}
