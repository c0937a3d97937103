package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.porteclef.key.CheckOutcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.key.Life;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Background;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.Verdict;
import dev.porteclef.verification.Verification;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the checks of a key came to: verdict, checks, and the ways on. What is asked of the exchange from here runs
/// beside the request, ticks off in place of the verdict, and ends in one, the old one where nothing was learnt.
final class KeyResult extends Composite<Div> implements Remedies {

    private final ExchangeKeys keys;
    private final KeyUpkeep upkeep;
    private final Background background;
    private final VerdictParts parts;
    private final KeyWords words;
    private final Consumer<ExchangeKey> whenChanged;
    private Consumer<Boolean> whenBusy = busy -> {};
    private @Nullable Runnable whenGone;
    private @Nullable Runnable pasteHere;
    private @Nullable ExchangeKey key;
    private @Nullable VerdictPanel verdict;
    private CheckListPanel checks = new CheckListPanel(List.of());
    private boolean asking;

    /// @param whenChanged told of the key whenever something done here has changed it
    KeyResult(
            ExchangeKeys keys,
            KeyUpkeep upkeep,
            Background background,
            VerdictParts parts,
            Consumer<ExchangeKey> whenChanged) {
        this.keys = keys;
        this.upkeep = upkeep;
        this.background = background;
        this.parts = parts;
        this.words = parts.words();
        this.whenChanged = whenChanged;
        getContent().addClassNames("key-result", "stack");
    }

    /// Run when the key turns out to be deleted, instead of saying so here.
    KeyResult whenGone(Runnable told) {
        whenGone = told;
        return this;
    }

    /// Told `true` when the exchange is being asked from here, and `false` when it has ended.
    KeyResult whenBusy(Consumer<Boolean> told) {
        whenBusy = told;
        return this;
    }

    /// Where the form to paste the pair again is on the same page: `lead` leads there, instead of to another page.
    KeyResult pasteHere(Runnable lead) {
        pasteHere = lead;
        return this;
    }

    /// Draws the verdict of `now` and its checks in place of whatever is there; does nothing where it shows them
    /// already, so that a page may arrange itself anew around it. While the exchange is being asked the lines go on
    /// ticking: an old verdict is none then.
    void show(ExchangeKey now) {
        if (asking) {
            key = now;
        } else if (verdict == null || (!now.equals(key) && !verdict.renew(now))) {
            draw(now);
        } else if (!now.equals(key)) {
            key = now;
            list(now);
        }
    }

    private void list(ExchangeKey now) {
        checks.removeFromParent();
        checks = new CheckListPanel(now.report().checks());
        getContent().add(checks);
    }

    /// Whether lines tick here just now.
    boolean isAsking() {
        return asking;
    }

    private void draw(ExchangeKey now) {
        key = now;
        verdict = new VerdictPanel(now, parts, this);
        getContent().removeAll();
        getContent().add(verdict);
        list(now);
    }

    /// Leads the reader to the verdict, and a screen reader's voice; does nothing while there is none.
    void focus() {
        if (verdict != null) {
            verdict.focus();
        }
    }

    @Override
    public void checkAgain() {
        ask((asked, progress) -> keys.check(asked.id(), progress), this::endOfCheck);
    }

    @Override
    public void trySwapped() {
        ask((asked, progress) -> keys.trySwapped(asked.id(), progress), this::endOfSwap);
    }

    @Override
    public void countInMicroseconds() {
        if (upkeep.countInMicroseconds(shown().id()).isPresent()) {
            checkAgain();
        } else {
            endOfCheck(new CheckOutcome.NotCheckable());
        }
    }

    @Override
    public Component pasteAgain(ExchangeKey shown) {
        var text = words.text("key.action.paste");
        if (pasteHere != null) {
            var lead = pasteHere;
            var button = new Button(text, Glyph.KEY.draw(), click -> lead.run());
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            return button;
        }
        return new ActionLink(formFor(shown), text, ActionLink.Weight.PRIMARY, Glyph.KEY);
    }

    /// The same API key pasted again takes the place of this try; one that waits to replace another key is tried again
    /// where that is replaced.
    private String formFor(ExchangeKey shown) {
        var replaces = shown.standing().replaces();
        return shown.life() == Life.DRAFT && replaces != null
                ? ReplaceView.address(words.language(), replaces)
                : Addresses.connect(
                                words.language(),
                                shown.exchange().value(),
                                shown.strategy().toString())
                        + "&kind=" + shown.environment().name().toLowerCase(Locale.ROOT);
    }

    /// Draws a fresh check list and asks beside the request; after a failure everything is as it was.
    private void ask(BiFunction<ExchangeKey, Consumer<Check>, CheckOutcome> question, Consumer<CheckOutcome> end) {
        var asked = shown();
        var list = new CheckListPanel(List.of());
        getContent().removeAll();
        getContent().add(list);
        list.scrollIntoView();
        verdict = null;
        asking = true;
        whenBusy.accept(true);
        var ui = UI.getCurrentOrThrow();
        background.run(ui, () -> {
            try {
                var outcome = question.apply(asked, check -> Background.show(ui, () -> list.show(check)));
                Background.show(ui, () -> {
                    answered();
                    end.accept(outcome);
                });
            } catch (RuntimeException e) {
                Background.show(ui, () -> {
                    answered();
                    draw(shown());
                });
                throw e;
            }
        });
    }

    private void answered() {
        asking = false;
        whenBusy.accept(false);
    }

    private void endOfCheck(CheckOutcome outcome) {
        switch (outcome) {
            case CheckOutcome.Checked(var checked) -> changed(checked, null);
            case CheckOutcome.NothingLearnt(var verification) -> stay(nothingLearnt(verification));
            case CheckOutcome.AlreadyConnected(var same) -> stay(alreadyConnected(same));
            case CheckOutcome.NotCheckable() -> notCheckable();
            case CheckOutcome.TooManyTries(var remaining) ->
                stay(new Notice(Notice.Kind.WARNING, words.text("key.connect.wait", remaining.toMinutes() + 1)));
        }
    }

    private void endOfSwap(CheckOutcome outcome) {
        if (outcome instanceof CheckOutcome.Checked(var checked)) {
            var refused = checked.headline() == Headline.CREDENTIALS_REJECTED;
            var text = words.text(refused ? "key.swap.refused" : "key.swap.kept", words.exchange(checked));
            changed(checked, new Notice(refused ? Notice.Kind.INFO : Notice.Kind.SUCCESS, text));
        } else {
            endOfCheck(outcome);
        }
    }

    private void changed(ExchangeKey asked, @Nullable Notice notice) {
        // What was done to the key since the check ended is newer, and knows what the check found.
        var now = asked.version() < shown().version() ? shown() : asked;
        draw(now);
        if (notice != null) {
            say(notice);
        }
        whenChanged.accept(now);
        focus();
    }

    /// The verdict stays; what came of asking is told above it.
    private void stay(Notice notice) {
        draw(shown());
        say(notice);
    }

    /// Meanwhile deleted, paused or changed, perhaps in another window: shows what is true now.
    private void notCheckable() {
        var now = keys.find(shown().id()).orElse(null);
        if (now == null && whenGone != null) {
            whenGone.run();
            return;
        }
        if (now == null) {
            getContent().removeAll();
            say(new Notice(
                    Notice.Kind.WARNING,
                    words.text("key.result.gone"),
                    new ActionLink(
                            Addresses.keys(words.language()),
                            words.text("key.action.all"),
                            ActionLink.Weight.PLAIN,
                            Glyph.LIST)));
            return;
        }
        draw(now);
        say(new Notice(Notice.Kind.WARNING, words.text("key.result.not-checkable")));
        whenChanged.accept(now);
    }

    private Notice alreadyConnected(ExchangeKey same) {
        return new Notice(
                Notice.Kind.WARNING,
                words.text("key.swap.already", same.label()),
                new ActionLink(
                        KeyView.address(words.language(), same.id()),
                        words.text("key.action.open"),
                        ActionLink.Weight.PLAIN,
                        Glyph.KEY));
    }

    private Notice nothingLearnt(Verification verification) {
        return new Notice(Notice.Kind.WARNING, words.text("key.swap.nothing"), new Paragraph(reason(verification)));
    }

    private String reason(Verification verification) {
        var exchange = words.exchange(shown());
        var outcome = verification.noVerdict();
        if (outcome != null) {
            return words.text(outcome.translationKey(), exchange);
        }
        return switch (verification.verdict()) {
            case Verdict.NonceConflict _ -> words.text("exchange.outcome.NONCE_TOO_SMALL", exchange);
            case Verdict.IpNotAllowed _ -> words.text("exchange.outcome.IP_NOT_ALLOWED", exchange);
            case Verdict.Accepted _, Verdict.MissingPermission _, Verdict.CredentialsRejected _ -> "";
            case null -> "";
        };
    }

    private void say(Notice notice) {
        getContent().addComponentAsFirst(notice.announced());
    }

    private ExchangeKey shown() {
        if (key == null) {
            throw new IllegalStateException("asked before it was shown");
        }
        return key;
    }
}
