package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import dev.porteclef.key.ExchangeKey;

/// Remedies that are shown to somebody who may not use them.
record NothingToDo(KeyWords words) implements Remedies {

    @Override
    public void checkAgain() {
        // Only its owner can.
    }

    @Override
    public void trySwapped() {
        // Only its owner can.
    }

    @Override
    public void countInMicroseconds() {
        // Only its owner can.
    }

    @Override
    public Component pasteAgain(ExchangeKey key) {
        return new Button(words.text("key.action.paste"));
    }
}
