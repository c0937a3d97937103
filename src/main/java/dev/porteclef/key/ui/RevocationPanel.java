package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.porteclef.key.CheckOutcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.Life;
import dev.porteclef.platform.ui.Background;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.verification.Verdict;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Whether the exchange still accepts a key that is out of use: what it said last, the way to where the key is deleted,
/// and a button that asks once more. Nothing is told as refused or accepted that the exchange did not say.
final class RevocationPanel extends Composite<Div> {

    private final ExchangeKeys keys;
    private final Background background;
    private final KeyWords words;
    private final Consumer<ExchangeKey> whenChanged;
    private final Section said = new Section();
    private final Button ask = new Button();
    private ExchangeKey key;

    /// @param keysPage leads to where the key is deleted
    /// @param whenChanged told of the key when the exchange has been asked from here
    RevocationPanel(
            ExchangeKey key,
            ExchangeKeys keys,
            Background background,
            KeyWords words,
            Component keysPage,
            Consumer<ExchangeKey> whenChanged) {
        this.key = key;
        this.keys = keys;
        this.background = background;
        this.words = words;
        this.whenChanged = whenChanged;
        said.addClassNames("stack", "tight");
        said.getElement().setAttribute("tabindex", "-1");
        ask.setIcon(Glyph.REFRESH.draw());
        ask.setDisableOnClick(true);
        ask.addClickListener(click -> ask());
        var actions = new Div(keysPage, ask);
        actions.addClassNames("cluster", "actions");
        getContent().addClassNames("revocation", "stack");
        getContent().add(said, actions);
        show(false);
    }

    /// Leads the reader to what the exchange said just now, and a screen reader's voice.
    void tell() {
        show(true);
        said.getElement().callJsFunction("focus");
    }

    private void show(boolean asked) {
        var notice = notice();
        said.removeAll();
        said.add(asked ? notice.announced() : notice);
        ask.setText(
                isAskedSince(key)
                        ? words.text("key.revocation.again")
                        : words.text("key.revocation.ask", words.exchange(key)));
        ask.setEnabled(true);
        ask.setVisible(canBeAsked(key));
    }

    /// A key that waits to take over would do so when it is accepted.
    private static boolean canBeAsked(ExchangeKey key) {
        return key.isCheckable() && key.life() != Life.DRAFT && key.life() != Life.ACTIVE;
    }

    private Notice notice() {
        var exchange = words.exchange(key);
        if (key.life() == Life.REVOKED) {
            return new Notice(
                    Notice.Kind.SUCCESS,
                    words.refused("key.revocation.refused", key),
                    new Paragraph(words.text("key.leak.delete.look", exchange)));
        }
        if (!key.sealed()) {
            return new Notice(Notice.Kind.INFO, words.text("key.revocation.unaskable", exchange));
        }
        return isAskedSince(key) && canBeAsked(key)
                ? answer(exchange)
                : new Notice(Notice.Kind.INFO, never(exchange), body(null));
    }

    private String never(String exchange) {
        return words.text(canBeAsked(key) ? "key.revocation.never" : "key.revocation.not-asked", exchange);
    }

    private Notice answer(String exchange) {
        var silence = key.noVerdict();
        if (silence != null) {
            return new Notice(
                    Notice.Kind.WARNING,
                    words.text(
                            "key.revocation.silent",
                            words.time(key.checkedAt()),
                            words.text(silence.translationKey(), exchange)),
                    body(words.text("key.revocation.silent.text")));
        }
        var at = words.time(key.checkedAt());
        return switch (key.verdict()) {
            case ACCEPTED, MISSING_PERMISSION ->
                new Notice(
                        Notice.Kind.WARNING,
                        words.text("key.revocation.accepted", exchange, at),
                        body(words.text("key.revocation.accepted.text")));
            case CREDENTIALS_REJECTED, IP_NOT_ALLOWED, NONCE_CONFLICT -> untold(exchange, at);
            case null -> untold(exchange, at);
        };
    }

    private Notice untold(String exchange, String at) {
        var reason = key.verdict() == Verdict.Kind.NONCE_CONFLICT
                ? words.text("exchange.outcome.NONCE_TOO_SMALL")
                : words.text("exchange.outcome.IP_NOT_ALLOWED", exchange);
        return new Notice(
                Notice.Kind.WARNING,
                words.text("key.revocation.untold", exchange, at),
                body(reason + " " + words.text("key.revocation.silent.text")));
    }

    private Component[] body(@Nullable String text) {
        var lines = new ArrayList<Component>();
        if (text != null) {
            lines.add(new Paragraph(text));
        }
        var end = key.standing().destroyBy();
        if (end != null) {
            lines.add(new Paragraph(words.text("key.revocation.daily.until", words.exchange(key), words.time(end))));
        } else if (canBeAsked(key)) {
            lines.add(new Paragraph(words.text("key.revocation.daily", words.exchange(key))));
        }
        return lines.toArray(Component[]::new);
    }

    private static boolean isAskedSince(ExchangeKey key) {
        return !key.checkedAt().isBefore(key.standing().since());
    }

    private void ask() {
        ask.setText(words.text("key.revocation.asking"));
        var id = key.id();
        var ui = UI.getCurrentOrThrow();
        background.run(ui, () -> {
            try {
                var outcome = keys.check(id, _ -> {});
                Background.show(ui, () -> end(outcome));
            } catch (RuntimeException e) {
                Background.show(ui, () -> show(false));
                throw e;
            }
        });
    }

    private void end(CheckOutcome outcome) {
        switch (outcome) {
            case CheckOutcome.Checked(var checked) -> changed(checked);
            case CheckOutcome.NotCheckable _, CheckOutcome.NothingLearnt _, CheckOutcome.AlreadyConnected _ ->
                // Deleted, used again or refused in the meantime, perhaps in another window.
                keys.find(key.id()).ifPresentOrElse(this::changed, this::gone);
            case CheckOutcome.TooManyTries(var remaining) -> {
                show(false);
                remark(words.text("key.connect.wait", remaining.toMinutes() + 1));
            }
        }
    }

    private void changed(ExchangeKey now) {
        key = now;
        show(true);
        whenChanged.accept(now);
    }

    private void gone() {
        said.removeAll();
        ask.setVisible(false);
        remark(words.text("key.revocation.gone"));
    }

    private void remark(String text) {
        said.addComponentAsFirst(new Notice(Notice.Kind.WARNING, text).announced());
    }
}
