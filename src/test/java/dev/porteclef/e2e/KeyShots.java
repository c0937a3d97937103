package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.porteclef.e2e.Customer.SPOT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.porteclef.e2e.Customer.Pair;
import java.util.regex.Pattern;

/// The pages of keys to which something happens: mishaps, another name, a successor, a leak, a question to support.
final class KeyShots {

    private final Album album;
    private final Customer customer;
    private final Page page;

    KeyShots(Album album) {
        this.album = album;
        this.customer = album.customer();
        this.page = customer.page();
    }

    /// @param spot a practice key that is connected as *Spot*, beside which *No orders* lacks a box
    void take(Pair spot) {
        var spotPage = path("Spot");
        mishaps(spot, spotPage);
        waiting();
        dialogs(spotPage);
        replace(spot, spotPage);
        leak(path("No orders"));
        ask(path("Spot 2"));
        list();
    }

    private void mishaps(Pair spot, String spotPage) {
        album.take("/practice/bitfinex/rehearsal", ".rehearsal-step", "rehearsal");
        customer.choose(
                page.locator(".rehearsal-key"),
                customer.text("practice.rehearsal.key.one", "bot", Customer.tail(spot)));
        var step = page.locator("#mistake-MAINTENANCE");
        step.locator("summary").click();
        step.locator("vaadin-button").click();
        step.locator(".rehearsal-result a").waitFor();
        album.take("rehearsal-prepared");
        album.take("/practice/bitfinex", ".mishap-on", "practice-mishaps");
        check(spotPage);
        customer.sees("LAST_VERDICT_STAYS");
        album.take("no-verdict");
        customer.befall(spot, "CONFIRMATION_PENDING");
        album.take("practice-pending");
        customer.befall(spot, "NONCE_SPOILT");
        check(spotPage);
        customer.sees("NONCE_CONFLICT");
        album.take("nonce");
        customer.befall(spot, "IP_NOT_LISTED");
        check(spotPage);
        customer.sees("CREDENTIALS_REJECTED");
        album.take("address-not-listed");
        customer.befall(spot, null);
        check(spotPage);
        customer.sees("ACCEPTED");
    }

    /// A live key that nobody could be asked about, and one that is paused.
    private void waiting() {
        customer.open("/keys/new?exchange=bitfinex&kind=live&strategy=spot");
        customer.field("key-label").fill("Main account");
        customer.paste(new Pair("K".repeat(21) + "e".repeat(22), "S".repeat(21) + "c".repeat(22)));
        customer.sees("NO_VERDICT");
        album.take("live-waiting");
        customer.connect("Laptop", customer.createPracticeKey(SPOT));
        customer.sees("ACCEPTED");
        customer.link("key.action.open").click();
        customer.button("key.action.pause").click();
        customer.sees("PAUSED");
        album.take("key-paused");
    }

    private void dialogs(String keyPage) {
        album.open(keyPage, "#verdict");
        dialog("key.action.rename", "key-rename");
        dialog("key.action.strategy", "key-strategy");
        dialog("key.action.delete", "key-delete");
    }

    private void dialog(String action, String name) {
        customer.button(action).click();
        var opened = page.locator("vaadin-dialog[opened], vaadin-confirm-dialog[opened]");
        assertThat(opened).hasCount(1);
        if (action.equals("key.action.strategy")) {
            page.locator("#key-new-strategy [slot=value]").press("Enter");
            page.getByRole(AriaRole.OPTION).nth(1).click();
            page.locator(".strategy-preview .state-red").waitFor();
        }
        album.takeWindow(name);
        page.keyboard().press("Escape");
        assertThat(opened).hasCount(0);
    }

    private void replace(Pair old, String oldPage) {
        var fresh = customer.createPracticeKey(SPOT);
        album.take(oldPage + "/replace", ".steps", "replace");
        customer.field("key-label").fill("Spot 2");
        customer.replaceWith(new Pair(fresh.key(), old.secret()));
        customer.sees("CREDENTIALS_REJECTED");
        album.take("replace-rejected");
        customer.befall(fresh, "MAINTENANCE");
        album.open(oldPage + "/replace", "#verdict");
        customer.replaceWith(fresh);
        assertThat(page.locator(".verdict-amber")).isVisible();
        album.take("replace-waits");
        customer.befall(fresh, null);
        album.open(oldPage + "/replace", "#verdict");
        customer.button("key.action.check").click();
        assertThat(page.locator("main")).containsText(customer.text("key.replace.done", "Spot 2"));
        album.take("replace-done");
        album.take(oldPage, "#verdict", "key-replaced");
    }

    private void leak(String keyPage) {
        album.take(keyPage + "/leak", "#leak-pause", "leak");
        customer.button("key.leak.pause").click();
        page.locator(".step").first().waitFor();
        var tick = page.locator("#leak-reviewed input[type=checkbox]");
        tick.check();
        assertThat(page.locator("#leak-reviewed")).hasClass(Pattern.compile("step-done"));
        album.take("leak-steps");
    }

    private void ask(String keyPage) {
        album.take(keyPage + "/ask", "#question", "ask");
        customer.field("question")
                .fill(
                        switch (customer.language()) {
                            case ENGLISH ->
                                "Since this morning my bot says “insufficient balance”. Is it the key, or my account?";
                            case FRENCH ->
                                "Depuis ce matin, mon bot affiche « solde insuffisant ». Est-ce la clé, ou mon compte ?";
                        });
        customer.button("support.ask.send").click();
        page.locator(".notice-success").waitFor();
        album.take("ask-sent");
    }

    private void list() {
        album.open("/keys", ".key-card");
        page.locator(".fold:not([open]) > summary h2").all().forEach(Locator::click);
        album.take("keys-all");
        album.take("/keys?show=attention&find=nothing", ".empty-state", "keys-none-found");
    }

    private void check(String keyPage) {
        album.open(keyPage, "#verdict");
        customer.button("key.action.check").click();
        assertThat(page.locator(".check-running, .check-waiting")).hasCount(0);
        customer.verdict().waitFor();
    }

    /// The address of a key's page within the customer's language.
    private String path(String label) {
        album.open("/keys", ".key-card");
        var link = page.locator(".key-card h3 a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + label + "$")));
        return ((String) link.first().evaluate("link => link.pathname"))
                .substring(customer.language().tag().length() + 1);
    }
}
