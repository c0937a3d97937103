package dev.porteclef.key.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.ConnectOutcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyDrafts;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.Life;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Background;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Replaces one key by another: what to do first, the form with all that is known taken over, the checks as they tick,
/// and what became of both keys. The old one goes on working until the new one has taken its place.
@Route(KeyParameter.ROUTE + "/replace")
@RolesAllowed(Role.Names.CUSTOMER)
class ReplaceView extends Page {

    private final ExchangeKeys keys;
    private final KeyDrafts drafts;
    private final ExchangeCatalogue catalogue;
    private final Installation installation;
    private final Background background;
    private final KeyResults results;
    private final Revocations revocations;

    private @Nullable ExchangeKey old;
    private @Nullable ConnectForm form;
    private final Div progress = new Div();
    private final Div news = new Div();
    private final Div before = new Div();
    private @Nullable ExchangeKey result;
    private boolean busy;
    /// Whether the old key was deleted while this page was open.
    private boolean gone;

    ReplaceView(
            ExchangeKeys keys,
            KeyDrafts drafts,
            ExchangeCatalogue catalogue,
            Installation installation,
            Background background,
            KeyResults results,
            Revocations revocations) {
        this.keys = keys;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.installation = installation;
        this.background = background;
        this.results = results;
        this.revocations = revocations;
        progress.addClassName("stack");
    }

    /// The address of the page that replaces a key.
    static String address(Language language, KeyId key) {
        return KeyView.address(language, key) + "/replace";
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        var entered = KeyParameter.find(event, keys);
        if (old == null || !old.id().equals(entered.id())) {
            form = null;
            progress.removeAll();
            // A try of an earlier visit goes on waiting.
            result = Successors.among(keys).waitingFor(entered).orElse(null);
        }
        old = entered;
        gone = false;
    }

    @Override
    protected String title() {
        return parts().title();
    }

    @Override
    protected void draw() {
        var old = old();
        getContent().addClassNames("page", "page-narrow", "replace", "stack");
        var successors = Successors.among(keys);
        var successor = successors.inPlaceOf(old).orElse(null);
        if (successor != null) {
            drawReplaced(successor, successors.endOf(successor));
        } else if (old.isReplaceable()) {
            drawForm();
        } else {
            add(new PageHeader(title()), new NotReplaceable(old, words()));
        }
    }

    private void drawForm() {
        var old = old();
        var exchange = words().exchange();
        var drawn = new ConnectForm(
                        exchange,
                        language(),
                        List.of(old.environment()),
                        parts().start(label()),
                        typed -> drafts.keepReplacementLabel(exchange, old.id(), typed.label()),
                        this::submit)
                .takingOver(isAnotherTry() ? "key.connect.submit" : "key.replace.submit");
        if (form != null) {
            drawn.credentials().takeFrom(form.credentials());
        }
        form = drawn;
        drawn.setBusy(busy);
        before.removeAll();
        before.add(parts().before(installation.outgoingAddresses()));
        before.setVisible(true);
        add(parts().header(), progress, before, drawn);
        if (result != null && !busy) {
            show(result);
        }
    }

    /// Whether nothing good is known of the key: then another pair simply takes its place, the same API key included.
    private boolean isAnotherTry() {
        return old().awaitsAnotherTry() && (result == null || result.id().equals(old().id()));
    }

    /// The name from the field at hand, else as it was typed or submitted last.
    private Optional<String> label() {
        return form == null
                ? drafts.replacementLabel(old().id())
                        .or(() -> Successors.among(keys).lastLabel(old()))
                : Optional.of(form.typed().label());
    }

    private void submit() {
        var form = drawnForm();
        var draft = form.read().orElse(null);
        var pair = draft == null ? null : form.credentials().take().orElse(null);
        if (draft == null || pair == null) {
            form.setBusy(false);
            return;
        }
        var place = old().id();
        var anotherTry = isAnotherTry();
        var retryOf = result != null && result.life() == Life.DRAFT ? result.id() : null;
        setBusy(true);
        new JudgedPair(background, progress, this::end, this::idle)
                .by(
                        tick -> anotherTry
                                ? keys.connect(draft, pair, place, tick)
                                : keys.replace(place, draft, pair, retryOf, tick),
                        pair);
    }

    private void idle() {
        setBusy(false);
        showLatest();
    }

    private void end(ConnectOutcome outcome) {
        readOld();
        idle();
        switch (outcome) {
            case ConnectOutcome.Replaced(var key, var replaced) -> switched(key, replaced);
            case ConnectOutcome.Connected(var key) -> kept(key);
            case ConnectOutcome.Refused(var key) -> kept(key);
            case ConnectOutcome.AlreadyConnected(var key) -> progress.addComponentAsFirst(parts().already(key));
            case ConnectOutcome.Malformed(var findings) ->
                drawnForm().credentials().show(findings);
            case ConnectOutcome.SecretInLabel() -> drawnForm().refuseLabel(text("key.connect.label.secret"));
            case ConnectOutcome.TooManyTries(var remaining) ->
                progress.addComponentAsFirst(parts().tooManyTries(remaining));
            case ConnectOutcome.NothingToReplace() -> nothingToReplace();
        }
    }

    private void kept(ExchangeKey key) {
        if (!leavesWith(key)) {
            show(key).focus();
        }
    }

    /// Leaves for the key's own page when another try has ended: that page says more.
    private boolean leavesWith(ExchangeKey key) {
        if (!key.id().equals(old().id())) {
            return false;
        }
        old = key;
        if (!key.awaitsAnotherTry()) {
            UI.getCurrentOrThrow().navigate(KeyView.address(language(), key.id()));
        }
        return !key.awaitsAnotherTry();
    }

    /// A key that waits, or a refused one; the form stays where another pair is the way on.
    private KeyResult show(ExchangeKey key) {
        var shown = results.create(words(), this::changed)
                .whenBusy(this::setBusy)
                .pasteHere(() -> drawnForm().credentials().focus());
        shown.show(key);
        arrange(key);
        progress.removeAll();
        progress.add(news, shown);
        return shown;
    }

    private void showLatest() {
        progress.removeAll();
        if (result != null) {
            show(result);
        }
    }

    private void arrange(ExchangeKey key) {
        result = key;
        var same = key.id().equals(old().id());
        news.removeAll();
        news.setVisible(!same);
        if (!same) {
            news.add(parts().notYet(key, gone));
        }
        before.setVisible(same || key.life() == Life.REFUSED);
        drawnForm().setVisible(key.headline().tone() == Headline.Tone.RED);
    }

    /// A check of the waiting key has ended: perhaps in the switch.
    private void changed(ExchangeKey key) {
        if (leavesWith(key)) {
            return;
        }
        readOld();
        if (Successors.hasReplaced(key, old())) {
            switched(key, old());
        } else {
            arrange(key);
        }
    }

    private void switched(ExchangeKey key, ExchangeKey replaced) {
        old = replaced;
        result = null;
        getContent().removeAll();
        drawReplaced(key, key).bringIntoView();
    }

    /// @param end the last of those that have followed `key` in its place, or `key` itself
    private SwitchedPanel drawReplaced(ExchangeKey key, ExchangeKey end) {
        var revocation = revocations.create(old(), words(), now -> old = now);
        var panel = new SwitchedPanel(key, end, old(), words(), revocation);
        add(new PageHeader(title()), panel);
        return panel;
    }

    /// Deleted or replaced while this page was open: draws what is true now.
    private void nothingToReplace() {
        result = null;
        getContent().removeAll();
        draw();
        getContent().addComponentAtIndex(1, parts().nothingToReplace());
    }

    /// What became of the old key in another window counts.
    private void readOld() {
        var now = keys.find(old().id());
        gone = now.isEmpty();
        old = now.orElse(old());
    }

    private void setBusy(boolean now) {
        busy = now;
        drawnForm().setBusy(now);
    }

    private ReplaceParts parts() {
        return new ReplaceParts(old(), words(), isAnotherTry());
    }

    private KeyWords words() {
        return new KeyWords(this, language(), zone(), catalogue.get(old().exchange()));
    }

    private ConnectForm drawnForm() {
        return Objects.requireNonNull(form, "used before it was drawn");
    }

    private ExchangeKey old() {
        return Objects.requireNonNull(old, "drawn before it was entered");
    }
}
