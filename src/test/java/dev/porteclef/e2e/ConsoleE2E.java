package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Support's console in a real browser.
class ConsoleE2E {

    @ParameterizedTest
    @EnumSource(Language.class)
    void it_serves_those_who_see_little_and_those_on_a_phone(Language language) {
        try (var customer = Customer.ofTheDemo(language, Screen.PHONE)) {
            customer.connect("Console", customer.createPracticeKey(Customer.SPOT));
            customer.sees("ACCEPTED");
        }
        try (var agent = agent(language, Screen.PHONE)) {
            var inspection = Inspection.inBothSchemes(agent);
            inspection.open("/console/keys");
            agent.page().locator(".console summary").all().forEach(Locator::click);
            assertThat(agent.field("list-name")).isVisible();
            inspection.look("all keys, unfolded");
            inspection.open("/console/groups?within=ever");
            agent.open("/console/overview?within=month");
            agent.page().locator(".overview summary").all().forEach(Locator::click);
            inspection.look("the overview, unfolded");
            inspection.open("/console/keys?find=nobody-has-this");
            inspection.open("/console/keys");
            agent.page().locator(".key-table a").first().click();
            assertThat(agent.page().locator(".timeline")).isVisible();
            inspection.look("one key in the console");
            agent.page().locator("#answer-preview").click();
            assertThat(agent.page().locator("#answer-send")).isVisible();
            inspection.look("an answer in preview");
            inspection.open("/console/runs?find=console");
            agent.page().locator("#reply-preview").click();
            assertThat(agent.page().locator("#reply-send")).isVisible();
            inspection.look("an answer to many");
            inspection.end();
        }
    }

    @Test
    void the_list_is_asked_downloaded_and_left_for_one_key_and_back() {
        try (var customer = Customer.ofTheDemo(Language.FRENCH, Screen.PHONE);
                var agent = agent(Language.ENGLISH, Screen.DESKTOP)) {
            customer.connect("Sought in a browser", customer.createPracticeKey(Customer.SPOT));
            customer.sees("ACCEPTED");
            var page = agent.page();
            agent.open("/console/keys?headline=accepted");
            agent.field("facet-find").fill("sought in a");
            assertThat(page.locator(".key-table tbody tr")).hasCount(1);
            assertThat(page).hasURL(Pattern.compile("find=sought"));

            var download = page.waitForDownload(() -> page.locator("#keys-csv").click());
            Assertions.assertThat(download.path()).content().contains("Sought in a browser");

            page.locator(".key-table a").click();
            assertThat(page.locator("h1")).hasText("Sought in a browser");
            page.locator("#check-now").click();
            assertThat(page.locator(".page-said")).containsText(agent.text("key.headline.ACCEPTED"));
            agent.field("note").fill("Called back");
            page.locator("#note-write").click();
            assertThat(page.locator(".timeline")).containsText("Called back");
            page.goBack();
            assertThat(page.locator(".key-table tbody tr")).hasCount(1);
            assertThat(agent.field("facet-find")).hasValue("sought in a");
        }
    }

    @Test
    void many_are_found_read_answered_and_seen_to_recover_by_keyboard_alone() {
        try (var english = Customer.ofTheDemo(Language.ENGLISH, Screen.PHONE);
                var french = Customer.ofTheDemo(Language.FRENCH, Screen.PHONE);
                var agent = agent(Language.ENGLISH, Screen.DESKTOP)) {
            var pairs = Map.of(english, AgentsMorning.turnedRed(english), french, AgentsMorning.turnedRed(french));
            var morning = new AgentsMorning(agent);
            agent.open("/console/keys?headline=credentials-rejected");
            agent.settle();
            morning.looksFor("by keyboard alone", 2);
            morning.readsTheFirst();
            morning.answersAll(
                    agent.text("console.run.told", agent.text("console.run.state.DONE"), 2, 2, 0, 0, 0),
                    Duration.ofSeconds(30));
            AgentsMorning.customersRead(pairs);
            agent.page().goBack();
            morning.checksAllAgain();
            assertThat(agent.page().locator(".run-stands")).containsText(agent.text("key.headline.ACCEPTED"));
            assertThat(agent.page().locator(".run-stands li")).hasCount(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void an_incident_is_declared_and_read_by_everybody_it_concerns(Language language) {
        try (var customer = Customer.ofTheDemo(language, Screen.PHONE);
                var agent = agent(language, Screen.PHONE)) {
            customer.connect("Stumbles", customer.createPracticeKey(List.of("orders-read", "wallets-read")));
            customer.sees("MISSING_PERMISSION");
            var reader = Inspection.inOneScheme(customer);
            reader.open("/keys");

            var staff = Inspection.inOneScheme(agent);
            agent.open("/console/groups?within=hour");
            agent.page()
                    .locator(".key-groups > li")
                    .filter(new Locator.FilterOptions().setHasText(agent.text("key.headline.MISSING_PERMISSION")))
                    .locator(".declare")
                    .click();
            agent.field("declare-" + language.tag()).fill("4711");
            assertThat(agent.page().locator(".declare-preview").first()).containsText("4711");
            staff.lookAtDialog("an incident is declared");
            agent.page().locator("#declare-save").click();
            assertThat(agent.page().locator(".declared")).containsText("4711");
            staff.look("a group with an incident");

            assertThat(customer.page().locator(".incidents")).containsText("4711");
            reader.look("a page with an incident above it");
            agent.button("console.declared.end").click();
            agent.button("console.declared.end.confirm").click();
            assertThat(customer.page().locator(".incident")).hasCount(0);
            assertThat(agent.page().locator(".declared")).hasCount(0);
            staff.look("an incident is over");
            reader.end();
            staff.end();
        }
    }

    private static Customer agent(Language language, Screen screen) {
        var agent = new Customer(Portal.running().address(), language, screen);
        agent.signIn(Portal.running(), "support@demo.example");
        return agent;
    }
}
