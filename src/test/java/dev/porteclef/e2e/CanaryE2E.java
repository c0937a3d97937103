package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.porteclef.e2e.Customer.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.porteclef.e2e.Customer.Pair;
import dev.porteclef.e2e.Traffic.Received;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import dev.porteclef.testing.RunningPortal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Known secrets go through a portal of their own, typed and made in practice; afterwards each of them is searched for
/// in everything the portal printed, wrote and sent.
///
/// One exception: the answer to *Open the link* shows a new practice key. That one message, and no other, may hold key
/// and secret of that pair; what the browser is given before and after it, also on the same page, may not.
class CanaryE2E {

    private static final String LABEL = "Canary " + UUID.randomUUID();

    private static final String QUESTION = "What do you see of my key?";

    @TempDir
    Path home;

    private final List<Canary> secrets = new ArrayList<>();
    private final List<Received> given = new ArrayList<>();
    private final Canary control = new Canary("label", LABEL);

    @Test
    void no_secret_is_printed_written_or_sent() throws IOException {
        var portal = RunningPortal.start(home);
        try (portal;
                var customer = new Customer(portal.address(), Language.FRENCH, Screen.PHONE)) {
            var accepted = flow(customer);
            try (var agent = new Customer(portal.address(), Language.ENGLISH, Screen.DESKTOP)) {
                agent.signIn(portal, "support@demo.example");
                console(agent, accepted);
            }
            portal.kill();
            search("file after kill", KeptFiles.of(home));
        }
        var again = portal.again();
        again.close();
        search("file after stop", KeptFiles.of(home));
        search(
                "printed",
                Stream.of(portal, again).map(one -> new Received("output", one.output() + "\n" + one.errors())));
        search("given to the browser", given.stream());

        assertThat(KeptFiles.of(home).filter(file -> control.isIn(file.content())))
                .as("the search finds what is there: the label in the database")
                .isNotEmpty();
        assertThat(given.stream().filter(one -> control.isIn(one.content())).map(Received::address))
                .as("the search finds what is there: the label in pages and answers")
                .anyMatch(address -> address.contains("v-r=uidl"))
                .anyMatch(address -> address.startsWith("page "))
                .anyMatch(address -> address.contains("/console/keys/"))
                .anyMatch(address -> address.equals("csv"));
    }

    /// Every typed or made secret once through its whole life.
    ///
    /// @return the pair that is in use at the end
    private Pair flow(Customer customer) {
        var traffic = new Traffic(customer.page());
        customer.signUp();
        keep(customer, traffic);
        // What was dropped until here came before there was any secret.
        traffic.takeUnread();
        var wrong = new Pair(random("wrong-key"), random("wrong+secret/"));
        secrets.add(new Canary("wrong key", wrong.key()));
        secrets.add(new Canary("wrong secret", wrong.secret()));
        var good = make(customer, traffic, "accepted", SPOT);
        var refused = make(
                customer,
                traffic,
                "refused",
                Stream.concat(SPOT.stream(), Stream.of("withdraw-write")).toList());

        connect(customer, wrong, "CREDENTIALS_REJECTED");
        keep(customer, traffic);
        connect(customer, refused, "REFUSED");
        keep(customer, traffic);
        connect(customer, good, "ACCEPTED");
        keep(customer, traffic);
        for (var page : List.of("/keys", "/journal", "/practice/bitfinex", Customer.CONNECT, "/guides/bitfinex")) {
            customer.open(page);
            keep(customer, traffic);
        }
        customer.open("/keys");
        for (var i = 0; i < 3; i++) {
            // The refused one is folded away.
            customer.page().locator(".key-card h3 a").nth(i).evaluate("link => link.click()");
            assertThat(customer.verdict()).isVisible();
            if (customer.button("key.action.check").isVisible()) {
                customer.button("key.action.check").click();
                assertThat(customer.page().locator(".check-waiting, .check-running"))
                        .hasCount(0);
                assertThat(customer.verdict()).isVisible();
            }
            keep(customer, traffic);
            customer.page().goBack();
            assertThat(customer.page().locator(".key-card")).hasCount(3);
        }
        customer.open("/keys");
        customer.page().locator(".key-card h3 a").first().evaluate("link => link.click()");
        assertThat(customer.verdict()).isVisible();
        customer.open(customer.page().url().substring(customer.at("").length()) + "/ask");
        customer.field("question").fill(QUESTION);
        customer.button("support.ask.send").click();
        assertThat(customer.page().locator(".turn-asked").first()).isVisible();
        keep(customer, traffic);
        assertThat(traffic.takeUnread()).as("answers that could not be read").isEmpty();
        assertThat(traffic.messages()).as("messages pushed").isPositive();
        return good;
    }

    /// An agent's whole day with these keys: lists, groups, each file, the question, the file of the list, and the key
    /// found by what its customer has sent.
    private void console(Customer agent, Pair accepted) {
        // The page after sign-in is left at once; what it is still being given would be dropped unread.
        agent.awaitLive();
        agent.settle();
        var page = agent.page();
        var traffic = new Traffic(page);
        for (var address : List.of(
                "/console/groups?within=ever",
                "/console/overview",
                "/console/runs",
                "/console/keys?find=canary",
                "/policy",
                "/desk")) {
            agent.open(address);
            keep(agent, traffic);
        }
        page.locator(".asked a").first().click();
        assertThat(page.locator("main")).containsText(QUESTION);
        keep(agent, traffic);

        agent.open("/console/keys");
        page.locator(".console summary").all().forEach(Locator::click);
        agent.field("find-key").fill(accepted.key());
        agent.field("find-key").press("Enter");
        page.waitForURL(Pattern.compile("/console/keys/[0-9a-f-]{36}$"));
        assertThat(page.locator("h1")).hasText(LABEL);
        page.locator("#check-now").click();
        assertThat(page.locator(".page-said")).containsText(agent.text("key.headline.ACCEPTED"));
        agent.field("note").fill("Looked through");
        page.locator("#note-write").click();
        assertThat(page.locator(".timeline")).containsText("Looked through");
        keep(agent, traffic);

        page.locator("#answer-preview").click();
        page.locator("#answer-send").click();
        assertThat(page.locator(".conversation")).containsText("Bonjour,");
        keep(agent, traffic);
        page.locator("#look-as").click();
        agent.field("look-reason").fill("To see what they see");
        page.locator("#look-begin").click();
        page.waitForURL(Pattern.compile("/console/as/"));
        assertThat(page.locator(".verdict").first()).isVisible();
        keep(agent, traffic);
        agent.open("/console/runs?find=canary");
        page.locator("#run-recheck").click();
        assertThat(page.locator("#run-progress")).containsText(agent.text("console.run.state.DONE"));
        keep(agent, traffic);

        agent.open("/console/keys");
        var download = page.waitForDownload(() -> page.locator("#keys-csv").click());
        given.add(new Received("csv", KeptFiles.content(download.path())));
        var links = page.locator(".key-table a");
        assertThat(links).hasCount(3);
        for (var i = 0; i < 3; i++) {
            links.nth(i).click();
            assertThat(page.locator(".timeline")).isVisible();
            keep(agent, traffic);
            page.goBack();
            assertThat(links).hasCount(3);
        }
        keep(agent, traffic);
        assertThat(traffic.takeUnread())
                .as("answers that could not be read")
                .allSatisfy(address -> assertThat(address).contains("dynamic"));
    }

    /// Makes a practice key; of all that is sent meanwhile exactly one message holds key and secret.
    private Pair make(Customer customer, Traffic traffic, String name, List<String> boxes) {
        customer.practiseUpToTheMail(boxes);
        keep(customer, traffic);
        var pair = customer.openTheMail();
        customer.settle();
        var key = new Canary(name + " key", pair.key());
        var secret = new Canary(name + " secret", pair.secret());
        var shown = traffic.take();
        assertThat(shown.stream().filter(one -> key.isIn(one.content()) || secret.isIn(one.content())))
                .as("messages that show the new key")
                .singleElement()
                .satisfies(one -> assertThat(one.address()).contains("v-r=uidl"));
        shown.stream()
                .filter(one -> !key.isIn(one.content()) && !secret.isIn(one.content()))
                .forEach(given::add);
        secrets.add(key);
        secrets.add(secret);
        customer.button("practice.new.done").click();
        assertThat(customer.page().locator(".practice-value")).hasCount(0);
        keep(customer, traffic);
        return pair;
    }

    private static void connect(Customer customer, Pair pair, String headline) {
        customer.connect(LABEL, pair);
        customer.sees(headline);
    }

    /// Keeps what the browser was given and what it holds now.
    private void keep(Customer customer, Traffic traffic) {
        customer.settle();
        given.addAll(traffic.take());
        var page = customer.page();
        given.add(new Received("page " + page.url(), page.url() + "\n" + page.title() + "\n" + page.content()));
        var storage = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])");
        given.add(new Received("storage", storage.toString()));
        var fields =
                page.evaluate("JSON.stringify([...document.querySelectorAll('input, textarea')].map(f => f.value))");
        given.add(new Received("fields", fields.toString()));
        given.add(new Received("cookies", page.context().storageState()));
    }

    private void search(String where, Stream<Received> places) {
        var finds = places.flatMap(place -> secrets.stream()
                        .filter(secret -> secret.isIn(place.content()))
                        .map(secret -> secret.name() + " in " + where + ": " + place.address()))
                .toList();
        assertThat(finds).isEmpty();
    }

    @Test
    void passwords_of_the_demo_stand_in_their_own_file_only() throws IOException {
        RunningPortal.start(home).close();
        var file = home.resolve("data").resolve("demo-sign-ins.properties");
        var passwords = new Properties();
        read(file, passwords);
        assertThat(passwords).hasSize(5);
        var found = new TreeMap<String, List<Path>>();
        passwords.stringPropertyNames().forEach(person -> {
            var password = new Canary(person, passwords.getProperty(person));
            found.put(
                    person,
                    KeptFiles.of(home)
                            .filter(one -> password.isIn(one.content()))
                            .map(one -> Path.of(one.address()))
                            .toList());
        });
        assertThat(found.values()).allSatisfy(places -> assertThat(places).containsExactly(file));
    }

    private static void read(Path file, Properties properties) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
    }

    /// 43 characters, as many as the exchange's own keys have.
    private static String random(String beginning) {
        var text = beginning + UUID.randomUUID().toString().replace("-", "") + "0123456789";
        return text.substring(0, 43);
    }
}
