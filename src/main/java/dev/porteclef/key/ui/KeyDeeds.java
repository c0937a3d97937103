package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.CheckOutcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.key.PauseReason;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Background;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a customer can do to a key, the same from the list and from the key's own page: asks first what must be asked,
/// does it, and has the page show the key as it is then.
final class KeyDeeds {

    private final ExchangeKeys keys;
    private final KeyUpkeep upkeep;
    private final ExchangeCatalogue catalogue;
    private final Background background;
    private final Language language;
    private final Function<ExchangeKey, KeyWords> words;
    private final Stage stage;

    KeyDeeds(
            ExchangeKeys keys,
            KeyUpkeep upkeep,
            ExchangeCatalogue catalogue,
            Background background,
            Language language,
            Function<ExchangeKey, KeyWords> words,
            Stage stage) {
        this.keys = keys;
        this.upkeep = upkeep;
        this.catalogue = catalogue;
        this.background = background;
        this.language = language;
        this.words = words;
        this.stage = stage;
    }

    /// The page on which it happens.
    interface Stage {

        /// The key has changed; `said` tells what happened.
        void changed(ExchangeKey key, Notice said);

        /// The key is no longer there.
        void gone(Notice said);
    }

    /// Checks beside the request. The lines of `list` tick meanwhile; `end` gets nothing where the check itself failed.
    void check(ExchangeKey key, CheckListPanel list, Consumer<Optional<CheckOutcome>> end) {
        var ui = UI.getCurrentOrThrow();
        background.run(ui, () -> {
            try {
                var outcome = keys.check(key.id(), check -> Background.show(ui, () -> list.show(check)));
                Background.show(ui, () -> end.accept(Optional.of(outcome)));
            } catch (RuntimeException e) {
                Background.show(ui, () -> end.accept(Optional.empty()));
                throw e;
            }
        });
    }

    void rename(ExchangeKey key) {
        var dialog = new RenameDialog(
                key,
                words.apply(key),
                catalogue.get(key.exchange()),
                label -> apply(
                        key,
                        () -> upkeep.rename(key.id(), label),
                        named -> success(named, "key.done.renamed", named.label())));
        dialog.open();
    }

    void changeStrategy(ExchangeKey key) {
        var dialog = new StrategyDialog(
                key,
                words.apply(key),
                catalogue.get(key.exchange()),
                language,
                strategy -> changeStrategy(key, strategy));
        dialog.open();
    }

    private void changeStrategy(ExchangeKey key, Strategy strategy) {
        apply(key, () -> upkeep.changeStrategy(key.id(), strategy), changed -> {
            var its = words.apply(changed);
            return ProvenRights.listedAt(changed)
                    .map(at -> success(changed, "key.done.strategy", its.strategy(changed), its.time(at)))
                    .orElseGet(() -> success(changed, "key.done.strategy.later", its.strategy(changed)));
        });
    }

    void pause(ExchangeKey key) {
        apply(key, () -> upkeep.pause(key.id()), paused -> {
            var undo = new Button(words.apply(paused).text("key.action.undo"), Glyph.REFRESH.draw(), _ -> use(paused));
            undo.setDisableOnClick(true);
            undo.setAutofocus(true);
            return success(paused, "key.done.paused", new Component[] {undo}, paused.label());
        });
    }

    /// Takes a paused key back into use; one that was reported as leaked only after asking again.
    void resume(ExchangeKey key) {
        if (key.pauseReason() != PauseReason.LEAK) {
            use(key);
            return;
        }
        var its = words.apply(key);
        var dialog = question(its, "key.resume.title", "key.resume.text", key);
        dialog.setConfirmText(its.text("key.resume.confirm"));
        dialog.addConfirmListener(_ -> use(key));
        dialog.open();
    }

    private void use(ExchangeKey key) {
        apply(
                key,
                () -> upkeep.resume(key.id()),
                used -> success(
                        used,
                        "key.done.resumed",
                        used.label(),
                        words.apply(used).time(used.checkedAt())));
    }

    void delete(ExchangeKey key) {
        var its = words.apply(key);
        var dialog = question(its, "key.delete.title", key.sealed() ? "key.delete.text" : "key.delete.text.bare", key);
        dialog.setConfirmText(its.text("key.delete.confirm"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(_ -> {
            keys.delete(key.id());
            stage.gone(new Notice(Notice.Kind.SUCCESS, its.text("key.done.deleted", key.label(), its.exchange(key)))
                    .announced());
        });
        dialog.open();
    }

    private static ConfirmDialog question(KeyWords its, String title, String text, ExchangeKey key) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(its.text(title, key.label()));
        dialog.setText(its.text(text, its.exchange(key)));
        dialog.setCancelable(true);
        dialog.setCancelText(its.text("key.delete.cancel"));
        return dialog;
    }

    /// Does it and tells; where another window was quicker, the key is shown as it is by now.
    private void apply(ExchangeKey key, Supplier<Optional<ExchangeKey>> deed, Function<ExchangeKey, Notice> said) {
        var its = words.apply(key);
        deed.get()
                .ifPresentOrElse(
                        changed -> stage.changed(changed, said.apply(changed)),
                        () -> keys.find(key.id())
                                .ifPresentOrElse(
                                        now -> stage.changed(now, warning(its.text("key.done.overtaken"))),
                                        () -> stage.gone(warning(its.text("key.done.gone", key.label())))));
    }

    private Notice success(ExchangeKey key, String text, Object... arguments) {
        return success(key, text, new Component[0], arguments);
    }

    private Notice success(ExchangeKey key, String text, Component[] body, Object... arguments) {
        return new Notice(Notice.Kind.SUCCESS, words.apply(key).text(text, arguments), body).announced();
    }

    /// What to say where a check could not be done at all.
    static Notice warning(String text) {
        return new Notice(Notice.Kind.WARNING, text).announced();
    }
}
