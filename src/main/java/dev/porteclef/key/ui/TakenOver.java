package dev.porteclef.key.ui;

import com.vaadin.flow.component.Composite;
import dev.porteclef.exchange.BotProgram;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.ui.Definitions;

/// What a new key takes over from the one it is to replace: nobody need type it again.
final class TakenOver extends Composite<Definitions> {

    private final ExchangeKey old;
    private final KeyWords words;

    TakenOver(ExchangeKey old, KeyWords words) {
        this.old = old;
        this.words = words;
    }

    @Override
    protected Definitions initContent() {
        var program = words.exchange().programs().stream()
                .filter(one -> one.id().equals(old.program()))
                .map(BotProgram::name)
                .map(name -> name.in(words.language()))
                .findFirst()
                .orElse(old.program());
        return new Definitions()
                .add(words.text("key.about.exchange"), words.exchange(old))
                .add(words.text("key.about.strategy"), words.strategy(old))
                .add(words.text("key.about.program"), program)
                .add(words.text("key.replace.old.tail"), words.tail(old));
    }
}
