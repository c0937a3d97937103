package dev.porteclef.key.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Endpoints;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.ConnectOutcome;
import dev.porteclef.key.ConnectOutcome.AlreadyConnected;
import dev.porteclef.key.ConnectOutcome.Connected;
import dev.porteclef.key.ConnectOutcome.Malformed;
import dev.porteclef.key.ConnectOutcome.Refused;
import dev.porteclef.key.ConnectOutcome.SecretInLabel;
import dev.porteclef.key.ConnectOutcome.TooManyTries;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyDraft;
import dev.porteclef.key.KeyDrafts;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Background;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Milestone;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import dev.porteclef.verification.CredentialFormat;
import dev.porteclef.verification.FormatFinding;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Connects a key: what to know first, the form, the checks as they tick, and what they came to.
@Route(Page.LOCALE + "/keys/new")
@Milestone(Milestone.Step.FORM)
@RolesAllowed(Role.Names.CUSTOMER)
class ConnectView extends Page {

    private final ExchangeKeys keys;
    private final KeyDrafts drafts;
    private final ExchangeCatalogue catalogue;
    private final Endpoints endpoints;
    private final Installation installation;
    private final Background background;
    private final KeyResults results;

    private @Nullable Exchange exchange;
    private KeyDrafts.@Nullable Typed typed;
    private @Nullable ConnectForm form;
    private final Div progress = new Div();
    private final Div hints = new Div();
    /// The key of a rejected try on this page: the next try takes its place.
    private @Nullable KeyId lastTry;
    private @Nullable ExchangeKey result;
    private boolean busy;

    ConnectView(
            ExchangeKeys keys,
            KeyDrafts drafts,
            ExchangeCatalogue catalogue,
            Endpoints endpoints,
            Installation installation,
            Background background,
            KeyResults results) {
        this.keys = keys;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.endpoints = endpoints;
        this.installation = installation;
        this.background = background;
        this.results = results;
        progress.addClassName("stack");
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var id = query.getSingleParameter("exchange").orElse("");
        var wanted = catalogue.all().stream()
                .filter(candidate -> candidate.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (exchange != null && !exchange.equals(wanted)) {
            form = null;
            lastTry = null;
            result = null;
            progress.removeAll();
        }
        var kept = form == null ? drafts.find(wanted.id()).orElse(null) : form.typed();
        var strategy = query.getSingleParameter("strategy").orElse(kept == null ? "" : kept.strategy());
        var kind = query.getSingleParameter("kind").orElse(kept == null ? "" : kept.environment());
        exchange = wanted;
        typed = new KeyDrafts.Typed(
                kind.toUpperCase(Locale.ROOT),
                kept == null ? "" : kept.label(),
                strategy.isEmpty() ? wanted.defaultStrategy().toString() : strategy,
                kept == null ? "" : kept.program());
    }

    @Override
    protected String title() {
        return text("key.connect.title", here().name());
    }

    @Override
    protected void draw() {
        var exchange = here();
        getContent().addClassNames("page", "page-narrow", "connect", "stack");
        var drawn = new ConnectForm(
                exchange, language(), endpoints.environments(exchange.id()), start(), this::remember, this::submit);
        if (form != null) {
            drawn.credentials().takeFrom(form.credentials());
        }
        form = drawn;
        drawn.setBusy(busy);
        hints.removeAll();
        hints.add(new BeforePasting(language(), exchange, start().strategy(), installation.outgoingAddresses()));
        add(
                new PageHeader(text("key.connect.title", exchange.name()), text("key.connect.lede")),
                progress,
                hints,
                drawn);
        if (result != null) {
            show(result);
        }
    }

    private void remember(KeyDrafts.Typed now) {
        typed = now;
        // The address says the same, or a reload would fall back on what a link once proposed.
        rewriteQuery(
                Map.of("strategy", now.strategy(), "kind", now.environment().toLowerCase(Locale.ROOT)));
        drafts.keep(here(), now);
    }

    private void submit() {
        var form = drawnForm();
        var draft = form.read().orElse(null);
        if (draft == null) {
            form.setBusy(false);
            return;
        }
        var credentials = form.credentials().read();
        var findings = CredentialFormat.examine(here(), credentials);
        if (findings.stream().anyMatch(FormatFinding::blocks)) {
            credentials.close();
            form.setBusy(false);
            form.credentials().show(findings);
            return;
        }
        form.credentials().clear();
        check(draft, credentials);
    }

    private void check(KeyDraft draft, Credentials credentials) {
        var retryOf = lastTry;
        result = null;
        setBusy(true);
        new JudgedPair(background, progress, this::end, this::failed)
                .by(tick -> keys.connect(draft, credentials, retryOf, tick), credentials);
    }

    private void failed() {
        progress.removeAll();
        setBusy(false);
    }

    private void end(ConnectOutcome outcome) {
        setBusy(false);
        switch (outcome) {
            case Connected(var key) -> {
                lastTry = key.id();
                show(key).focus();
            }
            case Refused(var key) -> show(key).focus();
            case ConnectOutcome.Replaced _, ConnectOutcome.NothingToReplace _ -> progress.removeAll();
            case AlreadyConnected(var key) ->
                say(new Notice(
                        Notice.Kind.INFO,
                        text("key.connect.already", key.label()),
                        new ActionLink(
                                KeyView.address(language(), key.id()),
                                text("key.action.open"),
                                ActionLink.Weight.PRIMARY,
                                Glyph.KEY)));
            case Malformed(var findings) -> {
                progress.removeAll();
                drawnForm().credentials().show(findings);
            }
            case SecretInLabel() -> {
                progress.removeAll();
                drawnForm().refuseLabel(text("key.connect.label.secret"));
            }
            case TooManyTries(var remaining) -> say(waiting(remaining));
        }
    }

    private Notice waiting(Duration remaining) {
        return new Notice(Notice.Kind.WARNING, text("key.connect.wait", remaining.toMinutes() + 1));
    }

    private void say(Notice notice) {
        progress.removeAll();
        progress.add(notice.announced());
    }

    private void setBusy(boolean now) {
        busy = now;
        drawnForm().setBusy(now);
    }

    /// The checks as they ended, the verdict, and the way on.
    private KeyResult show(ExchangeKey key) {
        var shown = results.create(new KeyWords(this, language(), zone(), here()), this::changed)
                .whenBusy(this::setBusy)
                .pasteHere(() -> drawnForm().credentials().focus());
        shown.show(key);
        changed(key);
        var next = new Div(
                new ActionLink(
                        KeyView.address(language(), key.id()),
                        text("key.action.open"),
                        ActionLink.Weight.PLAIN,
                        Glyph.KEY),
                new ActionLink(
                        Addresses.keys(language()), text("key.action.all"), ActionLink.Weight.PLAIN, Glyph.LIST));
        next.addClassName("cluster");
        progress.removeAll();
        progress.add(shown, next);
        return shown;
    }

    /// Unless something must be pasted again, the form and what to know before would only invite a second key.
    private void changed(ExchangeKey key) {
        result = key;
        var pasteAgain = key.headline().tone() == Headline.Tone.RED;
        drawnForm().setVisible(pasteAgain);
        hints.setVisible(pasteAgain);
    }

    private Exchange here() {
        return Objects.requireNonNull(exchange, "drawn before it was entered");
    }

    private ConnectForm drawnForm() {
        if (form == null) {
            throw new IllegalStateException("used before it was drawn");
        }
        return form;
    }

    private KeyDrafts.Typed start() {
        return typed == null ? new KeyDrafts.Typed(Environment.LIVE.name(), "", "", "") : typed;
    }
}
