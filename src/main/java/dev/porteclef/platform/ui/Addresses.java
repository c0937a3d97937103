package dev.porteclef.platform.ui;

import dev.porteclef.platform.i18n.Language;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The addresses by which pages of different features link to each other, in one place, so that guide, keys and
/// sign-in can point at one another without importing one another. Relative to the application's root, without a
/// leading slash; ids are passed as text.
public final class Addresses {

    private Addresses() {}

    public static String home(Language language) {
        return language.tag();
    }

    /// The guide of an exchange as it opens first.
    public static String guide(Language language, String exchange) {
        return language.tag() + "/guides/" + exchange;
    }

    /// The guide with a strategy chosen (`spot+transfers`).
    public static String guide(Language language, String exchange, String strategy) {
        return guide(language, exchange) + "?strategy=" + encode(strategy);
    }

    /// The guide reopened with only the boxes to change: those to tick and those to untick, by id.
    public static String boxesToChange(
            Language language, String exchange, String strategy, Collection<String> tick, Collection<String> untick) {
        var address = new StringBuilder(guide(language, exchange, strategy));
        if (!tick.isEmpty()) {
            address.append("&tick=").append(encode(String.join(",", tick)));
        }
        if (!untick.isEmpty()) {
            address.append("&untick=").append(encode(String.join(",", untick)));
        }
        return address.append("#boxes").toString();
    }

    /// The help center's entrance.
    public static String help(Language language) {
        return language.tag() + "/help";
    }

    /// An article of the help center.
    ///
    /// @param exchange that it is about, `null` where it is about none in particular
    public static String article(Language language, @Nullable String exchange, String slug) {
        return help(language) + "/" + (exchange == null ? "" : exchange + "/") + slug;
    }

    /// The article about an error code or a situation, by the name that it has in every language: a permanent address,
    /// which leads on to the article's own.
    public static String troubleshooting(Language language, String exchange, String entry) {
        return article(language, exchange, entry);
    }

    /// What staff can do with a customer's key, and what they cannot.
    public static String policy(Language language) {
        return language.tag() + "/policy";
    }

    /// The form that connects a key.
    public static String connect(Language language, String exchange) {
        return language.tag() + "/keys/new?exchange=" + exchange;
    }

    /// The form with a strategy chosen.
    public static String connect(Language language, String exchange, String strategy) {
        return connect(language, exchange) + "&strategy=" + encode(strategy);
    }

    /// What to do when a secret has leaked: the way to the key that it concerns begins here.
    public static String leak(Language language) {
        return keys(language);
    }

    public static String keys(Language language) {
        return language.tag() + "/keys";
    }

    /// Where support reads what customers ask.
    public static String desk(Language language) {
        return language.tag() + "/desk";
    }

    /// Where support sees all customers' keys.
    public static String console(Language language) {
        return language.tag() + "/console/keys";
    }

    /// What is wrong with many of them at once.
    public static String consoleGroups(Language language) {
        return language.tag() + "/console/groups";
    }

    /// Where support looks at a customer's keys as that customer does.
    public static String consoleLook(Language language, String look, String key) {
        return language.tag() + "/console/as/" + look + "/" + key;
    }

    /// What was begun for many of them at once.
    public static String consoleRuns(Language language) {
        return language.tag() + "/console/runs";
    }

    /// How the whole stands.
    public static String consoleOverview(Language language) {
        return language.tag() + "/console/overview";
    }

    /// One of them.
    public static String console(Language language, String key) {
        return console(language) + "/" + key;
    }

    /// Where editors see which article needs them.
    public static String editing(Language language) {
        return language.tag() + "/editing";
    }

    /// Where both languages of an article are written.
    public static String editing(Language language, String family) {
        return editing(language) + "/" + family;
    }

    /// What is mailed, the word in it, and the calendar.
    public static String reminders(Language language) {
        return language.tag() + "/reminders";
    }

    /// What was mailed to the customer, or would have been.
    public static String outbox(Language language) {
        return reminders(language) + "/outbox";
    }

    /// The page behind the link of a mail that ends its kind.
    public static String unsubscribe(Language language, String token) {
        return language.tag() + "/unsubscribe/" + token;
    }

    public static String journal(Language language) {
        return language.tag() + "/journal";
    }

    public static String practice(Language language, String exchange) {
        return language.tag() + "/practice/" + exchange;
    }

    public static String signIn(Language language) {
        return language.tag() + "/sign-in";
    }

    public static String signUp(Language language) {
        return language.tag() + "/sign-up";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
