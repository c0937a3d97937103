package dev.porteclef.key.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import dev.porteclef.exchange.BotProgram;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Life;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Definitions;
import java.util.Optional;

/// What is known of a key beside its verdict, and how it stands to the keys before and after it.
final class KeyFacts extends Composite<Div> {

    private final Language language;
    private final Definitions facts = new Definitions();

    /// @param before the key it replaces or is meant to
    /// @param after the key that has replaced it or is meant to
    KeyFacts(
            ExchangeKey key,
            Exchange exchange,
            Language language,
            KeyWords words,
            KeyAge age,
            Optional<ExchangeKey> before,
            Optional<ExchangeKey> after) {
        this.language = language;
        var program = exchange.programs().stream()
                .filter(one -> one.id().equals(key.program()))
                .map(BotProgram::name)
                .map(name -> name.in(language))
                .findFirst()
                .orElse(key.program());
        facts.add(words.text("key.about.exchange"), words.exchange(key))
                .add(words.text("key.about.tail"), words.tail(key))
                .add(words.text("key.about.strategy"), words.strategy(key))
                .add(words.text("key.about.program"), program)
                .add(
                        words.text("key.about.life"),
                        words.text(
                                "key.about.life.since",
                                words.text(key.life().translationKey()),
                                words.time(key.standing().since())))
                .add(words.text("key.about.connected"), words.time(key.createdAt()) + " · " + age.connected(key, words))
                .add(words.text("key.about.checked"), words.time(key.checkedAt()))
                .add(words.text("key.about.secret"), secret(key, words));
        before.ifPresent(old -> link(words.text(toBefore(key, old)), old));
        after.ifPresent(next -> link(words.text(key.replaced() ? "key.about.replacedBy" : "key.about.awaits"), next));
        getContent().addClassName("card");
        getContent().add(new H2(words.text("key.about.title")), facts);
    }

    /// A draft waits for its turn, unless another key was quicker.
    private static String toBefore(ExchangeKey key, ExchangeKey old) {
        if (key.life() != Life.DRAFT) {
            return "key.about.replaces";
        }
        return old.replaced() ? "key.about.late" : "key.about.waits";
    }

    private void link(String name, ExchangeKey other) {
        var link = new Anchor(KeyView.address(language, other.id()), other.label());
        link.getElement().setAttribute("translate", "no");
        facts.add(name, link);
    }

    private static String secret(ExchangeKey key, KeyWords words) {
        var end = key.standing().destroyBy();
        if (!key.sealed()) {
            return words.text(key.life() == Life.REFUSED ? "key.about.secret.never" : "key.about.secret.destroyed");
        }
        return end == null
                ? words.text("key.about.secret.sealed")
                : words.text("key.about.secret.until", words.time(end));
    }
}
