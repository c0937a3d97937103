package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.porteclef.key.CheckOutcome;
import dev.porteclef.key.CustomersKeys;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.ui.KeyParts;
import dev.porteclef.platform.ui.Background;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Checks a customer's key at an agent's wish: beside the request, with lines that tick meanwhile.
final class CheckNow extends Composite<Div> {

    private final Component page;
    private final CustomersKeys keys;
    private final Background background;
    private final Runnable checked;
    private final Consumer<Notice> say;
    private final Button button = new Button();
    private final Div lines = new Div();
    private @Nullable ExchangeKey key;
    private boolean asking;

    /// @param page whose locale the texts take
    /// @param checked runs when a check has ended
    /// @param say shows what came of it
    CheckNow(Component page, CustomersKeys keys, Background background, Runnable checked, Consumer<Notice> say) {
        this.page = page;
        this.keys = keys;
        this.background = background;
        this.checked = checked;
        this.say = say;
        button.setText(page.getTranslation("console.check"));
        button.setIcon(Glyph.REFRESH.draw());
        button.setId("check-now");
        button.setDisableOnClick(true);
        button.addClickListener(_ -> check());
        getContent().add(button, lines);
    }

    /// For the key as it stands now.
    CheckNow show(ExchangeKey now) {
        key = now;
        button.setEnabled(!asking && keys.isCheckable(now));
        return this;
    }

    /// The key is gone.
    void end() {
        button.setEnabled(false);
    }

    /// As if somebody had pressed the button, where it can be pressed.
    void press() {
        if (button.isEnabled()) {
            button.setEnabled(false);
            check();
        }
    }

    private void check() {
        var about = key;
        if (about == null) {
            return;
        }
        var ticking = new KeyParts.Ticking();
        lines.add(ticking.component());
        asking = true;
        var ui = UI.getCurrentOrThrow();
        background.run(ui, () -> {
            CheckOutcome outcome;
            try {
                outcome = keys.check(about.id(), step -> Background.show(ui, () -> ticking.show(step)));
            } catch (RuntimeException e) {
                Background.show(ui, () -> checked(about.id(), Optional.empty()));
                throw e;
            }
            Background.show(ui, () -> checked(about.id(), Optional.of(outcome)));
        });
    }

    /// @param id of the key that was checked; by now the page may show another
    private void checked(KeyId id, Optional<CheckOutcome> outcome) {
        if (key == null || !key.id().equals(id)) {
            return;
        }
        asking = false;
        lines.removeAll();
        checked.run();
        outcome.map(this::told).ifPresent(notice -> say.accept(notice.announced()));
    }

    private Notice told(CheckOutcome outcome) {
        return switch (outcome) {
            case CheckOutcome.Checked(var now) ->
                new Notice(
                        Notice.Kind.INFO,
                        words("console.checked", words(now.headline().translationKey())));
            case CheckOutcome.TooManyTries(var remaining) ->
                new Notice(Notice.Kind.WARNING, words("key.connect.wait", remaining.toMinutes() + 1));
            case CheckOutcome.NothingLearnt _, CheckOutcome.NotCheckable _, CheckOutcome.AlreadyConnected _ ->
                new Notice(Notice.Kind.WARNING, words("console.checked.nothing"));
        };
    }

    private String words(String text, Object... arguments) {
        return page.getTranslation(text, arguments);
    }
}
