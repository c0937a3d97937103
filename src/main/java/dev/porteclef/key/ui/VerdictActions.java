package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.verification.Cause;
import java.util.List;
import java.util.Optional;

/// What to do about a verdict: one primary action for each case, then checking again, then reading more.
final class VerdictActions extends Composite<Div> {

    private final ExchangeKey key;
    private final KeyWords words;
    private final Remedies remedies;

    VerdictActions(ExchangeKey key, VerdictParts parts, Remedies remedies) {
        this.key = key;
        this.words = parts.words();
        this.remedies = remedies;
        var row = getContent();
        row.addClassNames("cluster", "actions");
        switch (key.headline()) {
            case REFUSED, MISSING_PERMISSION, MORE_THAN_NEEDED, RECOMMENDED_MISSING -> {
                BoxesToChange.link(row, key, words.exchange(), words.language()).ifPresent(row::add);
                row.add(check(false));
            }
            case CREDENTIALS_REJECTED -> forCause(row);
            case NONCE_CONFLICT -> row.add(fresh(), check(false));
            case NONCE_RACE -> row.add(guide(), check(false));
            case LEAKED -> row.add(stepsAfterLeak(), check(false));
            case CANNOT_BE_PROVEN, REPLACED, REPLACED_STILL_ACCEPTED -> row.add(keysPage(), check(false));
            case IP_NOT_ALLOWED, NO_VERDICT, LAST_VERDICT_STAYS, DOUBTED -> row.add(check(true));
            case NO_FUNDED_WALLET, ACCEPTED, PAUSED, REVOKED -> row.add(check(false));
        }
        parts.entries()
                .of(key)
                .ifPresent(entry -> row.add(
                        new ActionLink(entry, words.text("key.action.explain"), ActionLink.Weight.QUIET, Glyph.INFO)));
        row.setVisible(row.getChildren().anyMatch(Component::isVisible));
    }

    /// What decides which actions there are, and where they lead.
    static List<Object> basis(ExchangeKey key) {
        var diagnosis = key.report().diagnosis();
        return List.of(
                key.headline(),
                key.life(),
                key.environment(),
                key.strategy(),
                key.isCheckable(),
                Optional.ofNullable(key.standing().replaces()),
                Optional.ofNullable(key.verdictCode()),
                Optional.ofNullable(key.noVerdict()),
                Optional.ofNullable(key.report().comparison()),
                Optional.ofNullable(diagnosis).map(ranked -> ranked.first().cause()));
    }

    /// What helps with the likeliest cause; what helps with the others stands beside them, and so does swapping.
    private void forCause(Div row) {
        var diagnosis = key.report().diagnosis();
        var first = diagnosis == null ? Cause.WRONG_PAIR : diagnosis.first().cause();
        switch (first) {
            case DAMAGED, WRONG_PAIR -> row.add(remedies.pasteAgain(key), check(false));
            case DELETED -> row.add(fresh(), check(false));
            case ADDRESS_NOT_LISTED, CONFIRMATION_PENDING, NOT_THIS_KEY -> row.add(check(true));
            case SWAPPED -> row.add(check(false));
        }
    }

    /// How the other program gets a key of its own.
    private Component guide() {
        return new ActionLink(
                Addresses.guide(
                        words.language(),
                        words.exchange().id().value(),
                        key.strategy().toString()),
                words.text("key.action.own"),
                ActionLink.Weight.PRIMARY,
                Glyph.BOOK);
    }

    private Component fresh() {
        return new ActionLink(
                Remedies.anotherKey(words.language(), key),
                words.text("key.action.fresh"),
                ActionLink.Weight.PRIMARY,
                Glyph.KEY);
    }

    /// Where the exchange lists the customer's keys: to look at their rights, or to delete one.
    private Component keysPage() {
        return KeysPageLink.of(key, words, ActionLink.Weight.PRIMARY);
    }

    private Component stepsAfterLeak() {
        return new ActionLink(
                LeakView.address(words.language(), key.id()),
                words.text("key.action.leak.steps"),
                ActionLink.Weight.PRIMARY,
                Glyph.WARNING);
    }

    private Button check(boolean primary) {
        var again = new Button(words.text("key.action.check"), Glyph.REFRESH.draw(), click -> remedies.checkAgain());
        again.setDisableOnClick(true);
        again.setVisible(key.isCheckable());
        if (primary) {
            again.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return again;
    }
}
