package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.porteclef.e2e.Customer.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.e2e.Customer.Pair;
import dev.porteclef.platform.i18n.Language;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// From the front door to a verdict, in both languages, on a phone.
class MainPathE2E {

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_newcomer_goes_from_home_to_a_green_tick(Language language) {
        try (var customer = Customer.onPhone(language)) {
            customer.open("");
            customer.link("shell.home.guide", "Bitfinex").click();
            customer.page().waitForURL(Pattern.compile("/guides/bitfinex"));
            customer.page().locator("input[type=radio]").first().check();
            assertThat(customer.page().locator(".permission-grid")).isVisible();
            customer.signUp();
            var pair = customer.createPracticeKey(SPOT);
            customer.connect("Spot", pair);
            customer.sees("ACCEPTED");
            assertThat(customer.page().locator(".check-passed")).hasCount(5);
            assertThat(customer.page().locator(".evidence")).containsText("POST /v2/auth/r/permissions");
            customer.open("/keys");
            assertThat(customer.page().locator(".key-card")).containsText(customer.text("key.headline.ACCEPTED"));
            customer.open("/journal");
            assertThat(customer.page().locator("main")).containsText("Spot");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_key_that_can_withdraw_is_refused_and_nothing_of_it_is_kept(Language language) {
        try (var customer = Customer.onPhone(language)) {
            customer.signUp();
            var boxes =
                    Stream.concat(SPOT.stream(), Stream.of("withdraw-write")).toList();
            customer.connect("Too much", customer.createPracticeKey(boxes));
            customer.sees("REFUSED");
            assertThat(customer.page().locator(".check-failed"))
                    .containsText(customer.text("verification.note.REFUSED_FOR_WITHDRAWAL"));
            assertThat(customer.field("key-label")).hasValue("Too much");
            customer.link("key.action.boxes").click();
            assertThat(customer.page().locator(".boxes-to-change")).containsText("Create a new withdrawal");
            customer.open("/keys");
            customer.page().locator(".key-card a").first().click();
            customer.sees("REFUSED");
            assertThat(customer.button("key.action.check")).isHidden();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_missing_box_is_named_and_the_guide_shows_only_that(Language language) {
        try (var customer = Customer.onPhone(language)) {
            customer.signUp();
            var boxes = List.of("orders-read", "wallets-read", "history-read");
            customer.connect("No orders", customer.createPracticeKey(boxes));
            customer.sees("MISSING_PERMISSION");
            assertThat(customer.page().locator(".verdict-text")).containsText("Create and cancel orders");
            customer.link("key.action.boxes").click();
            assertThat(customer.page().locator(".boxes-to-change")).containsText("Create and cancel orders");
            assertThat(customer.page().locator(".boxes-to-change")).not().containsText("Get wallet balances");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_wrong_secret_is_explained_and_the_right_one_takes_its_place(Language language) {
        try (var customer = Customer.onPhone(language)) {
            customer.signUp();
            var pair = customer.createPracticeKey(SPOT);
            var wrong =
                    (pair.secret().startsWith("A") ? "B" : "A") + pair.secret().substring(1);
            customer.connect("Typo", new Pair(pair.key(), wrong));
            customer.sees("CREDENTIALS_REJECTED");
            assertThat(customer.page().locator(".evidence")).containsText("10100");
            assertThat(customer.page().locator(".causes > li")).hasCount(5);
            assertThat(customer.field("credential-apiSecret")).hasValue("");
            customer.paste(pair);
            customer.sees("ACCEPTED");
            customer.open("/keys");
            assertThat(customer.page().locator(".key-card")).hasCount(1);
        }
    }
}
