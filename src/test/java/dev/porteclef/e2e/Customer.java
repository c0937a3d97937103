package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.testing.Browser;
import dev.porteclef.testing.Browser.Screen;
import dev.porteclef.testing.RunningPortal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A customer in front of a browser, who finds things by the words on the page in the customer's own language.
final class Customer implements AutoCloseable {

    /// What a spot bot needs ticked, recommended boxes included.
    static final List<String> SPOT = List.of("orders-read", "orders-write", "wallets-read", "history-read");

    /// The form for a practice key of a spot bot.
    static final String CONNECT = "/keys/new?exchange=bitfinex&kind=practice&strategy=spot";

    private static final Texts TEXTS = new Texts();

    private final URI portal;
    private final Language language;
    private final Page page;

    Customer(RunningPortal portal, Language language, Screen screen, ColorScheme scheme) {
        this(portal.address(), language, screen, scheme);
    }

    /// In a light window.
    ///
    /// @param portal scheme, host and port, without a slash at the end
    Customer(URI portal, Language language, Screen screen) {
        this(portal, language, screen, ColorScheme.LIGHT);
    }

    private Customer(URI portal, Language language, Screen screen, ColorScheme scheme) {
        this.portal = portal;
        this.language = language;
        this.page = Browser.person(language, screen, scheme).newPage();
    }

    static Customer onPhone(Language language) {
        return new Customer(Portal.running().address(), language, Screen.PHONE);
    }

    /// The demo's own customer who reads this language, already signed in.
    static Customer ofTheDemo(Language language, Screen screen) {
        var customer = new Customer(Portal.running().address(), language, screen);
        customer.signIn(Portal.running());
        return customer;
    }

    /// A new pair as the practice exchange showed it, once.
    record Pair(String key, String secret) {

        Pair withWrongSecret() {
            return new Pair(key, (secret.startsWith("A") ? "B" : "A") + secret.substring(1));
        }

        Pair swapped() {
            return new Pair(secret, key);
        }
    }

    Page page() {
        return page;
    }

    Language language() {
        return language;
    }

    String text(String key, Object... arguments) {
        return TEXTS.get(language, key, arguments);
    }

    /// Opens an address within the customer's language (`/keys`) and waits until the page is live.
    void open(String path) {
        page.navigate(at(path));
        awaitLive();
    }

    /// Waits until the live page has taken over from the text that came first.
    void awaitLive() {
        page.waitForFunction("document.querySelector('#outlet .site') && !document.getElementById('first')");
    }

    String at(String path) {
        return portal + "/" + language.tag() + path;
    }

    /// Signs in as the demo's customer of this language.
    void signIn(RunningPortal demo) {
        signIn(demo, demoEmail());
    }

    /// Signs in as one of the demo's people.
    void signIn(RunningPortal demo, String email) {
        open("/sign-in");
        fillSignIn(demo, email);
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /// Fills the sign-in page at hand as the demo's customer of this language, and sends it.
    void fillSignIn(RunningPortal demo) {
        fillSignIn(demo, demoEmail());
    }

    private String demoEmail() {
        return switch (language) {
            case ENGLISH -> "customer@demo.example";
            case FRENCH -> "client@demo.example";
        };
    }

    private void fillSignIn(RunningPortal demo, String email) {
        awaitLive();
        field("sign-in-email").fill(email);
        field("sign-in-password").fill(Portal.passwordOf(demo, email));
        button("signin.submit").click();
    }

    /// Makes an account of one's own and is signed in by that.
    String signUp() {
        open("/sign-up");
        var email = UUID.randomUUID() + "@customer.example";
        field("sign-up-email").fill(email);
        field("sign-up-password").fill("verrou-" + UUID.randomUUID());
        button("signin.sign-up.submit").click();
        page.waitForURL(Pattern.compile("/" + language.tag() + "/keys"));
        return email;
    }

    /// Creates a practice key with these boxes, all the way to the page that shows it.
    Pair createPracticeKey(List<String> boxes) {
        practiseUpToTheMail(boxes);
        return openTheMail();
    }

    /// The same with all that a spot bot needs, of an account without money.
    Pair createUnfundedPracticeKey() {
        open("/practice/bitfinex");
        page.getByLabel(text("practice.form.funded")).uncheck();
        fillUpToTheMail(SPOT);
        return openTheMail();
    }

    /// The practice exchange's dialog up to its last step before the key.
    void practiseUpToTheMail(List<String> boxes) {
        open("/practice/bitfinex");
        fillUpToTheMail(boxes);
    }

    private void fillUpToTheMail(List<String> boxes) {
        page.getByLabel(text("practice.form.label")).fill("bot");
        boxes.forEach(box -> page.locator("#practice-" + box).locator("input").check());
        button("practice.form.send").click();
        var code = page.locator(".practice-code").innerText().strip();
        page.getByLabel(text("practice.code.field")).fill(code);
        button("practice.code.confirm").click();
        assertThat(button("practice.mail.open")).isVisible();
    }

    /// The last step: makes the key and shows it once.
    Pair openTheMail() {
        button("practice.mail.open").click();
        var values = page.locator(".practice-value");
        assertThat(values).hasCount(2);
        return new Pair(values.nth(0).innerText(), values.nth(1).innerText());
    }

    /// Switches a mishap of the practice key on, or with `null` whatever is on off.
    void befall(Pair pair, @Nullable String mishap) {
        open("/practice/bitfinex");
        var card = page.locator(".key-card")
                .filter(new Locator.FilterOptions().setHasText(text("practice.list.ends", tail(pair))));
        choose(
                card.locator("vaadin-select"),
                text(mishap == null ? "practice.mishap.none" : "practice.mishap." + mishap));
    }

    /// Chooses by the words of the option and waits until the server has heard of it.
    void choose(Locator select, String option) {
        select.click();
        // The button shows what is chosen as an item, too.
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .filter(new Locator.FilterOptions().setVisible(true))
                .click();
        assertThat(select).containsText(option);
        settle();
    }

    /// The last four characters, by which a key is known.
    static String tail(Pair pair) {
        return pair.key().substring(pair.key().length() - 4);
    }

    /// Fills the connect form for the practice exchange and sends it.
    void connect(String label, Pair pair) {
        open(CONNECT);
        field("key-label").fill(label);
        paste(pair);
    }

    /// Fills only the credentials and sends the form.
    void paste(Pair pair) {
        field("credential-apiKey").fill(pair.key());
        field("credential-apiSecret").fill(pair.secret());
        // A message that goes away when its field is left moves the button, which must not be while it is pressed.
        field("credential-apiSecret").blur();
        settle();
        button("key.connect.submit").click();
    }

    /// Opens the page of the key just connected and returns its address within the customer's language.
    String openKey() {
        link("key.action.open").click();
        page.waitForURL(Pattern.compile("/keys/[0-9a-f-]{36}$"));
        return page.url().substring(at("").length());
    }

    /// Fills and sends the form of the page that replaces a key.
    void replaceWith(Pair pair) {
        field("credential-apiKey").fill(pair.key());
        field("credential-apiSecret").fill(pair.secret());
        button("key.replace.submit").click();
    }

    /// The headline of the verdict once it is there.
    Locator verdict() {
        return page.locator("#verdict");
    }

    /// Has the key at hand checked again and waits for what this very check came to: its verdict is drawn anew, though
    /// it may say the same as the one before.
    void checkAgain() {
        verdict().waitFor();
        page.evaluate("document.querySelectorAll('.verdict').forEach(old => old.dataset.earlier = 'yes')");
        button("key.action.check").click();
        page.locator(".verdict:not([data-earlier])").waitFor();
    }

    void sees(String headlineKey) {
        assertThat(verdict()).hasText(text("key.headline." + headlineKey));
    }

    Locator field(String id) {
        return page.locator("#" + id).locator("input, textarea").first();
    }

    Locator button(String key) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text(key)).setExact(true));
    }

    Locator link(String key, Object... arguments) {
        return page.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions().setName(text(key, arguments)).setExact(true));
    }

    /// Waits until the server has answered and nothing moves any more.
    void settle() {
        page.waitForFunction("""
                () => document.querySelector('h1')
                  && Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())
                  && document.getAnimations().every(animation => animation.playState !== 'running')""");
    }

    @Override
    public void close() {
        page.context().close();
    }
}
