package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.porteclef.e2e.Customer.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import dev.porteclef.testing.RunningPortal;
import dev.porteclef.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes of the demo on one PostgreSQL.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesE2E {

    /// An incident that is stated here would be over at the next look: the keys are fine.
    private static final String[] OPTIONS = {"--profile", "postgres", "--porteclef.watch.look-every=24h"};

    private static final String DONE_BY_SUPPORT = """
            select count(*)
            from audit_event
            where actor = (select id from account where email = 'support@demo.example')
            """;

    @TempDir
    static Path home;

    private static RunningPortal one;
    private static RunningPortal two;
    private static Connection database;

    @BeforeAll
    static void start() throws SQLException {
        var url = TestDatabase.newPostgresUrl();
        var variables = Map.of("PORTECLEF_DB_URL", url, "PORTECLEF_DB_USER", "postgres");
        one = RunningPortal.start(home, variables, OPTIONS);
        two = RunningPortal.start(home, variables, OPTIONS);
        database = DriverManager.getConnection(url, "postgres", "");
    }

    @AfterAll
    static void stop() throws SQLException {
        database.close();
        one.close();
        two.close();
    }

    @Test
    @Order(1)
    void a_verdict_on_one_node_reaches_the_open_page_of_another() {
        try (var here = at(one, Language.ENGLISH);
                var there = at(two, Language.ENGLISH)) {
            var pair = there.createPracticeKey(SPOT);
            here.open("/keys");
            assertThat(here.page().locator("h1")).isVisible();
            there.connect("Watched elsewhere", pair);
            there.sees("ACCEPTED");
            var link = here.page().locator(".key-card h3 a");
            assertThat(link).hasText("Watched elsewhere");
            link.focus();
            var address = there.openKey();
            there.befall(pair, "KEY_DELETED");
            there.open(address);
            there.checkAgain();
            there.sees("CREDENTIALS_REJECTED");
            assertThat(here.page().locator(".key-card")).containsText(here.text("key.headline.CREDENTIALS_REJECTED"));
            assertThat(link).isFocused();
            assertThat(here.page().locator(".keys > [role=status]"))
                    .containsText("Watched elsewhere: " + here.text("key.headline.CREDENTIALS_REJECTED"));
        }
    }

    @Test
    @Order(2)
    void an_incident_stands_above_every_page_of_every_node_while_it_lasts() throws SQLException {
        try (var here = at(one, Language.FRENCH);
                var stranger = new Customer(two.address(), Language.ENGLISH, Screen.PHONE)) {
            here.open("/keys");
            stranger.open("");
            assertThat(stranger.page().locator("h1")).isVisible();
            execute("insert into watch_incident values ('bitfinex', 'PRACTICE', 'NO_ANSWER', '', now())");
            execute("select pg_notify('porteclef_live', 'incidents')");
            assertThat(here.page().locator(".incident")).containsText("Bitfinex (entraînement) ne répond plus");
            assertThat(stranger.page().locator(".incident")).containsText("Bitfinex (practice) has not answered");
            stranger.open("/guides/bitfinex");
            assertThat(stranger.page().locator(".incident")).hasCount(1);
            execute("delete from watch_incident");
            execute("select pg_notify('porteclef_live', 'incidents')");
            assertThat(here.page().locator(".incident")).hasCount(0);
            assertThat(stranger.page().locator(".incident")).hasCount(0);
        }
    }

    @Test
    @Order(3)
    void a_role_that_is_taken_away_is_refused_at_the_next_click() throws SQLException {
        try (var customer = at(one, Language.FRENCH)) {
            var pair = customer.createPracticeKey(SPOT);
            customer.connect("Encore à moi", pair);
            customer.sees("ACCEPTED");
            customer.openKey();
            var account = "(select id from account where email = 'client@demo.example')";
            execute("delete from account_role where account_id = " + account);
            execute("insert into account_role values (" + account + ", 'EDITOR')");
            customer.button("key.action.pause").click();
            assertThat(customer.page().getByText(customer.text("live.refused")).first())
                    .isVisible();
            assertThat(count("select count(*) from exchange_key where life = 'PAUSED'"))
                    .isZero();
            customer.open("/keys");
            assertThat(customer.page().locator(".key-card")).hasCount(0);

            execute("update account_role set role = 'CUSTOMER' where account_id = " + account);
            customer.open("/keys");
            assertThat(customer.page().locator(".key-card")).hasCount(1);
            customer.page().locator(".key-more summary").click();
            execute("update account set enabled = false where id = " + account);
            customer.page().locator(".key-more vaadin-button").first().click();
            assertThat(customer.page().getByText(customer.text("shell.session.caption")))
                    .isVisible();
            customer.page().reload();
            assertThat(customer.field("sign-in-email")).isVisible();
            execute("update account set enabled = true where id = " + account);
        }
    }

    @Test
    @Order(4)
    void an_agent_whose_role_is_taken_away_does_nothing_more_on_any_open_page_and_is_led_away() throws SQLException {
        try (var agent = agent(two)) {
            agent.open("/console/keys");
            agent.page().locator(".key-table a").first().click();
            assertThat(agent.page().locator(".timeline")).isVisible();
            agent.field("note").fill("Not to be kept");
            var list = agent.page().context().newPage();
            list.navigate(agent.at("/console/keys"));
            list.locator("#list-name input").waitFor(attached());
            list.locator(".console summary").all().forEach(Locator::click);
            list.locator("#list-name input").fill("Not to be kept");
            var checking = agent.page().context().newPage();
            checking.navigate(agent.page().url());
            checking.locator("#check-now").waitFor();
            var done = count(DONE_BY_SUPPORT);
            role("support@demo.example", "EDITOR");

            agent.page().locator("#note-write").click();
            list.locator("#list-keep").click();
            checking.locator("#check-now").click();
            for (var page : agent.page().context().pages()) {
                assertThat(page.getByText(agent.text("live.refused")).first()).isVisible();
                assertThat(page.locator("h1")).hasText(agent.text("shell.error.missing.title"));
                assertThat(page.locator("main")).not().containsText("client@demo.example");
            }
            assertThat(count("select count(*) from console_note") + count("select count(*) from console_view"))
                    .isZero();
            assertThat(count(DONE_BY_SUPPORT)).as("what is on the record").isEqualTo(done);

            role("support@demo.example", "SUPPORT");
            agent.open("/console/groups");
            var away = agent.page().locator(".console-nav a").first();
            execute("update account set enabled = false where email = 'support@demo.example'");
            away.click();
            assertThat(agent.page().getByText(agent.text("shell.session.caption")))
                    .isVisible();
            list.reload();
            assertThat(list.locator("#sign-in-email")).isVisible();
            execute("update account set enabled = true where email = 'support@demo.example'");
        }
    }

    @Test
    @Order(5)
    void a_node_that_is_killed_costs_a_sign_in_and_nothing_that_was_typed() {
        var label = "Typed and kept " + UUID.randomUUID();
        try (var customer = at(one, Language.ENGLISH)) {
            customer.open("/keys/new?exchange=bitfinex&kind=practice");
            customer.page()
                    .waitForRequestFinished(
                            new Page.WaitForRequestFinishedOptions()
                                    .setPredicate(request -> request.postData() != null
                                            && request.postData().contains(label)),
                            () -> customer.field("key-label").fill(label));
            customer.settle();
            one.kill();
            // What a proxy does that finds the node of this browser gone.
            var address = customer.page()
                    .url()
                    .replace(one.address().toString(), two.address().toString());
            customer.page().navigate(address);
            customer.fillSignIn(two);
            customer.page().waitForURL(address);
            assertThat(customer.field("key-label"))
                    .hasValue(label, new LocatorAssertions.HasValueOptions().setTimeout(30_000));
        }
    }

    private static Customer at(RunningPortal node, Language language) {
        var customer = new Customer(node.address(), language, Screen.DESKTOP);
        customer.signIn(node);
        return customer;
    }

    private static Customer agent(RunningPortal node) {
        var agent = new Customer(node.address(), Language.ENGLISH, Screen.DESKTOP);
        agent.signIn(node, "support@demo.example");
        return agent;
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private static void role(String email, String role) throws SQLException {
        execute("update account_role set role = '" + role
                + "' where account_id = (select id from account where email = '" + email + "')");
    }

    private static int count(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var counted = statement.executeQuery(sql)) {
            counted.next();
            return counted.getInt(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
