package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.porteclef.Porteclef;
import dev.porteclef.exchange.TestbourseAdapter;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// An exchange that resembles Bitfinex in nothing goes from guide to verdict: four fields, one of them a private key in
/// PEM, and no way to ask what a key may do. Nothing but content and an adapter was added for it.
@SpringBootTest(
        classes = Porteclef.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties =
                "spring.datasource.url=jdbc:h2:mem:testbourse;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                        + "DEFAULT_NULL_ORDERING=HIGH")
@Import(TestbourseAdapter.class)
class SecondExchangeE2E {

    /// Recognised by its line breaks: the content calls a private key without them unusual.
    private static final String PEM = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIG5vdCBhIHJl
            YWwga2V5LCBqdXN0IGEgdGVzdA==
            -----END PRIVATE KEY-----""";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("porteclef.data", () -> home.resolve("data"));
        registry.add("porteclef.keys", () -> home.resolve("keys"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void another_exchange_goes_from_guide_to_verdict(Language language) {
        var address = URI.create("http://127.0.0.1:" + port);
        try (var customer = new Customer(address, language, Screen.PHONE)) {
            customer.signUp();
            var page = customer.page();
            customer.open("/guides/testbourse");
            page.locator("input[type=radio][value=trader]").check();
            assertThat(page.locator(".permission-grid")).containsText("Pay out");
            assertThat(page.locator(".permission-grid")).not().containsText("Withdraw");
            // The link follows the choice by way of the server.
            assertThat(page.locator(".guide-action a")).hasAttribute("href", Pattern.compile("strategy=trader"));
            page.locator(".guide-action a").click();
            page.waitForURL(Pattern.compile("/keys/new\\?exchange=testbourse&strategy=trader"));
            assertThat(page.locator("h1")).hasText(customer.text("key.connect.title", "Testbourse"));
            assertThat(page.locator(".credential-field")).hasCount(4);
            assertThat(page.getByRole(AriaRole.RADIO)).hasCount(0);

            fill(customer, "guess");
            customer.sees("CREDENTIALS_REJECTED");
            assertThat(page.locator(".evidence")).containsText("TB-7");
            assertThat(page.locator(".causes")).not().containsText("IP");
            customer.link("key.action.explain").click();
            page.waitForURL(Pattern.compile("/help/testbourse/TB-7"));
            assertThat(page.locator("h1")).containsText("TB-7");

            customer.open("/keys/new?exchange=testbourse");
            assertThat(page.locator("#key-strategy")).containsText(traderIn(language));
            fill(customer, TestbourseAdapter.ACCEPTED_PASSPHRASE);
            customer.sees("CANNOT_BE_PROVEN");
            assertThat(page.locator(".verdict-amber")).isVisible();
            assertThat(page.locator(".check-passed")).hasCount(4);
            assertThat(page.locator(".check").first()).hasClass(Pattern.compile("check-passed"));

            customer.link("key.action.open").click();
            page.waitForURL(Pattern.compile("/keys/[0-9a-f-]{36}"));
            customer.button("key.action.check").click();
            assertThat(page.locator(".check-waiting, .check-running")).hasCount(0);
            customer.sees("CANNOT_BE_PROVEN");
            assertThat(page.locator(".check").first()).hasClass(Pattern.compile("check-passed"));
        }
    }

    private static String traderIn(Language language) {
        return switch (language) {
            case ENGLISH -> "Trade";
            case FRENCH -> "Négocier";
        };
    }

    private static void fill(Customer customer, String passphrase) {
        customer.field("key-label").fill("Second");
        customer.field("credential-keyId").fill("tb-000001");
        customer.field("credential-secret").fill("a signing secret".replace(' ', '-'));
        customer.field("credential-passphrase").fill(passphrase);
        customer.field("credential-privateKey").fill(PEM);
        customer.button("key.connect.submit").click();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_private_key_on_one_line_is_called_unusual(Language language) {
        var address = URI.create("http://127.0.0.1:" + port);
        try (var customer = new Customer(address, language, Screen.PHONE)) {
            customer.signUp();
            customer.open("/keys/new?exchange=testbourse");
            customer.field("credential-privateKey").fill(PEM.replace("\n", " "));
            customer.field("key-label").fill("One line");
            customer.field("credential-keyId").fill("tb-000002");
            customer.field("credential-secret").fill("a-signing-secret");
            customer.field("credential-passphrase").fill(TestbourseAdapter.ACCEPTED_PASSPHRASE);
            customer.button("key.connect.submit").click();
            customer.sees("CANNOT_BE_PROVEN");
            assertThat(customer.page().locator(".check").first()).hasClass(Pattern.compile("check-warned"));
        }
    }
}
