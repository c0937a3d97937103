package dev.porteclef.key.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.ConnectOutcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyDraft;
import dev.porteclef.key.KeyDrafts;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.Life;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Background;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import dev.porteclef.verification.CredentialFormat;
import dev.porteclef.verification.FormatFinding;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
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

    private @Nullable ExchangeKey old;
    private @Nullable ConnectForm form;
    private final Div progress = new Div();
    private final Div before = new Div();
    /// What came of the latest try: a key that waits or was refused.
    private @Nullable ExchangeKey result;
    private boolean busy;

    ReplaceView(
            ExchangeKeys keys,
            KeyDrafts drafts,
            ExchangeCatalogue catalogue,
            Installation installation,
            Background background,
            KeyResults results) {
        this.keys = keys;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.installation = installation;
        this.background = background;
        this.results = results;
        progress.addClassName("stack");
        before.addClassName("stack");
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
            result = Successors.of(entered.id(), keys).waiting().orElse(null);
        }
        old = entered;
    }

    @Override
    protected String title() {
        return text("key.replace.title", old().label());
    }

    @Override
    protected void draw() {
        var old = old();
        getContent().addClassNames("page", "page-narrow", "replace", "stack");
        var successor = Successors.of(old.id(), keys).inPlace().orElse(null);
        if (successor != null) {
            drawReplaced(successor);
        } else if (old.isReplaceable()) {
            drawForm();
        } else {
            add(new PageHeader(title()), new NotReplaceable(old, words()));
        }
    }

    private void drawForm() {
        var old = old();
        var drawn = new ConnectForm(
                        exchange(), language(), List.of(old.environment()), start(), this::remember, this::submit)
                .takingOver();
        if (form != null) {
            drawn.credentials().takeFrom(form.credentials());
        }
        form = drawn;
        drawn.setBusy(busy);
        before.removeAll();
        before.add(new ReplaceSteps(old, words(), installation.outgoingAddresses()));
        var lede = text(old.life() == Life.ACTIVE ? "key.replace.lede" : "key.replace.lede.idle");
        var header = new PageHeader(title(), lede, new TakenOver(old, words()));
        before.setVisible(true);
        add(header, progress, before, drawn);
        if (result != null) {
            show(result);
        }
    }

    /// From the fields at hand, else as it was typed or submitted last, else as the old key is called.
    private KeyDrafts.Typed start() {
        var old = old();
        var label = form != null
                ? form.typed().label()
                : drafts.replacementLabel(old.id())
                        .or(() -> Successors.of(old.id(), keys).all().stream()
                                .map(ExchangeKey::label)
                                .findFirst())
                        .orElse(old.label());
        return new KeyDrafts.Typed(
                old.environment().name(), label, old.strategy().toString(), old.program());
    }

    private void remember(KeyDrafts.Typed typed) {
        drafts.keepReplacementLabel(exchange(), old().id(), typed.label());
    }

    private void submit() {
        var form = drawnForm();
        var draft = form.read().orElse(null);
        if (draft == null) {
            form.setBusy(false);
            return;
        }
        var credentials = form.credentials().read();
        var findings = CredentialFormat.examine(exchange(), credentials);
        if (findings.stream().anyMatch(FormatFinding::blocks)) {
            credentials.close();
            form.setBusy(false);
            form.credentials().show(findings);
            return;
        }
        form.credentials().clear();
        replace(draft, credentials);
    }

    /// From here on the secret is only in `credentials`, which is wiped when the check has ended.
    private void replace(KeyDraft draft, Credentials credentials) {
        var replaced = old().id();
        var retryOf = result != null && result.life() == Life.DRAFT ? result.id() : null;
        var list = new CheckListPanel(List.of());
        setBusy(true);
        progress.removeAll();
        progress.add(list);
        progress.scrollIntoView();
        var ui = UI.getCurrentOrThrow();
        background.run(ui, () -> {
            try (credentials) {
                var outcome = keys.replace(
                        replaced, draft, credentials, retryOf, check -> Background.show(ui, () -> list.show(check)));
                Background.show(ui, () -> end(outcome));
            } catch (RuntimeException e) {
                Background.show(ui, () -> {
                    progress.removeAll();
                    setBusy(false);
                });
                throw e;
            }
        });
    }

    private void end(ConnectOutcome outcome) {
        setBusy(false);
        switch (outcome) {
            case ConnectOutcome.Replaced(var key, var before) -> switched(key, before);
            case ConnectOutcome.Connected(var key) -> show(key).focus();
            case ConnectOutcome.Refused(var key) -> show(key).focus();
            case ConnectOutcome.AlreadyConnected(var key) -> say(notices().already(key));
            case ConnectOutcome.Malformed(var findings) -> {
                progress.removeAll();
                drawnForm().credentials().show(findings);
            }
            case ConnectOutcome.SecretInLabel() -> {
                progress.removeAll();
                drawnForm().refuseLabel(text("key.connect.label.secret"));
            }
            case ConnectOutcome.TooManyTries(var remaining) -> say(notices().tooManyTries(remaining));
            case ConnectOutcome.NothingToReplace() -> nothingToReplace();
        }
    }

    /// A key that waits, or a refused one; the form stays where another pair is the way on.
    private KeyResult show(ExchangeKey key) {
        var shown = results.create(words(), this::changed)
                .whenBusy(this::setBusy)
                .pasteHere(() -> drawnForm().credentials().focus());
        shown.show(key);
        arrange(key);
        progress.removeAll();
        progress.add(notices().notYet(key), shown);
        return shown;
    }

    private void arrange(ExchangeKey key) {
        result = key;
        var pasteAgain = key.headline().tone() == Headline.Tone.RED;
        before.setVisible(key.life() == Life.REFUSED);
        drawnForm().setVisible(pasteAgain);
    }

    /// A check of the waiting key has ended: perhaps in the switch.
    private void changed(ExchangeKey key) {
        if (Successors.hasTakenOver(key)) {
            switched(key, keys.find(old().id()).orElse(old()));
        } else {
            arrange(key);
        }
    }

    private void switched(ExchangeKey key, ExchangeKey before) {
        old = before;
        result = null;
        getContent().removeAll();
        drawReplaced(key).bringIntoView();
    }

    private SwitchedPanel drawReplaced(ExchangeKey key) {
        var words = words();
        var panel = new SwitchedPanel(
                key,
                old(),
                words,
                new RevocationPanel(
                        old(),
                        keys,
                        background,
                        words,
                        KeysPageLink.of(old(), words, ActionLink.Weight.PRIMARY),
                        now -> old = now));
        add(new PageHeader(title()), panel);
        return panel;
    }

    /// Deleted or replaced while this page was open: draws what is true now.
    private void nothingToReplace() {
        old = keys.find(old().id()).orElse(old());
        progress.removeAll();
        getContent().removeAll();
        draw();
        getContent().addComponentAtIndex(1, notices().nothingToReplace().announced());
    }

    private void say(Notice notice) {
        progress.removeAll();
        progress.add(notice.announced());
        progress.scrollIntoView();
    }

    private void setBusy(boolean now) {
        busy = now;
        drawnForm().setBusy(now);
    }

    private ReplaceNotices notices() {
        return new ReplaceNotices(old(), words());
    }

    private KeyWords words() {
        return new KeyWords(this, language(), zone(), exchange());
    }

    private Exchange exchange() {
        return catalogue.get(old().exchange());
    }

    private ConnectForm drawnForm() {
        return Objects.requireNonNull(form, "used before it was drawn");
    }

    private ExchangeKey old() {
        return Objects.requireNonNull(old, "drawn before it was entered");
    }
}
