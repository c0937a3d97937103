package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.key.LeakStep;
import dev.porteclef.key.Life;
import dev.porteclef.key.PauseReason;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import dev.porteclef.verification.Harmlessness;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// *I think my key leaked*: one press takes the key out of use, then one step after the other. Opening the page changes
/// nothing; what is done and ticked off is kept on the server.
@Route(KeyParameter.ROUTE + "/leak")
@RolesAllowed(Role.Names.CUSTOMER)
class LeakView extends Page {

    private final ExchangeKeys keys;
    private final KeyUpkeep upkeep;
    private final ExchangeCatalogue catalogue;
    private final Revocations revocations;
    private final H2 next = new H2();
    private @Nullable ExchangeKey key;
    private @Nullable RevocationPanel revocation;

    LeakView(ExchangeKeys keys, KeyUpkeep upkeep, ExchangeCatalogue catalogue, Revocations revocations) {
        this.keys = keys;
        this.upkeep = upkeep;
        this.catalogue = catalogue;
        this.revocations = revocations;
        next.getElement().setAttribute("tabindex", "-1");
    }

    /// The address of this page for a key.
    static String address(Language language, KeyId key) {
        return KeyView.address(language, key) + "/leak";
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        key = KeyParameter.find(event, keys);
    }

    @Override
    protected String title() {
        return text("key.leak.title");
    }

    @Override
    protected void draw() {
        var key = shown();
        getContent().addClassNames("page", "page-narrow", "leak", "stack");
        add(header(key));
        if (key.harmlessness() == Harmlessness.FORBIDDEN) {
            add(new Notice(
                    Notice.Kind.DANGER,
                    text("key.leak.withdraw"),
                    new Paragraph(text("key.leak.withdraw.first", exchange().name()))));
        }
        if (key.isInUse()) {
            add(pause(key));
        } else {
            next.setText(text("key.leak.next"));
            add(next, steps(key));
        }
        add(unreliable(key));
    }

    private Component header(ExchangeKey key) {
        var words = words();
        var name = new Span(key.label());
        name.getElement().setAttribute("translate", "no");
        name.addClassName("leak-name");
        var which = new Div(name, new Span(words.tail(key)), words.environment(key));
        which.addClassName("cluster");
        return new PageHeader(
                text("key.leak.title"), text(key.isInUse() ? "key.leak.lede" : "key.leak.lede.steps"), which);
    }

    /// The one big button, before anything else is to be read.
    private Component pause(ExchangeKey key) {
        var already = key.standing().isAside();
        var button = new Button(
                text(already ? "key.leak.mark" : "key.leak.pause"), Glyph.PAUSE.draw(), click -> report(key.id()));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_LARGE);
        button.setDisableOnClick(true);
        button.setId("leak-pause");
        var why = new Paragraph(text(already ? "key.leak.mark.text" : "key.leak.pause.text"));
        var then = new Paragraph(text("key.leak.pause.then"));
        then.addClassName("muted");
        var card = new Div(button, why, then);
        card.addClassNames("card", "leak-pause");
        return card;
    }

    private void report(KeyId id) {
        var reported = upkeep.reportLeak(id);
        // Where nothing was reported it is no longer in use: another window was quicker.
        key = reported.or(() -> keys.find(id)).orElse(null);
        if (key == null) {
            UI.getCurrentOrThrow().navigate(Addresses.keys(language()));
            return;
        }
        redraw();
        reported.ifPresent(paused -> getContent()
                .addComponentAtIndex(
                        1,
                        new Notice(Notice.Kind.SUCCESS, text("key.leak.paused.now", words().exchange(paused)))
                                .announced()));
        next.getElement().callJsFunction("focus");
    }

    private Component steps(ExchangeKey key) {
        var words = words();
        var panel = revocations.create(key, words, this::asked);
        revocation = panel;
        var end = Successors.among(keys).endOf(key);
        var inUse = end.life() == Life.ACTIVE;
        return new LeakSteps(key, words, upkeep.leakSteps(key.id()), upkeep.history(key.id()), this::tick)
                .outOfUse(undoing(key))
                .deleteThere(panel)
                .review()
                .changePassword()
                .closeTheHole()
                .newKey(inUse, newKey(key, end));
    }

    private Component[] undoing(ExchangeKey key) {
        if (key.life() == Life.DRAFT) {
            return new Component[] {open(key, "key.leak.unused.open")};
        }
        // A replaced key in use again would be a second one for the same bot.
        if (key.pauseReason() != PauseReason.LEAK || !key.sealed() || key.replaced()) {
            return new Component[0];
        }
        var undo = new Button(text("key.leak.undo"), click -> askToUndo(key));
        undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return new Component[] {undo};
    }

    /// @param end what stands in the key's place by now; the key itself where nothing has replaced it
    private Component[] newKey(ExchangeKey key, ExchangeKey end) {
        if (end.life() == Life.ACTIVE) {
            return new Component[] {new Paragraph(text("key.leak.new.done", end.label())), open(end, "key.action.open")
            };
        }
        var why = end.equals(key)
                ? text("key.leak.new.text")
                : text("key.leak.new.idle", end.label(), text(end.life().translationKey()));
        var go = new ActionLink(
                Remedies.anotherKey(language(), end), text("key.leak.new.go"), ActionLink.Weight.PLAIN, Glyph.KEY);
        return new Component[] {new Paragraph(why), go};
    }

    private ActionLink open(ExchangeKey key, String text) {
        return new ActionLink(KeyView.address(language(), key.id()), text(text), ActionLink.Weight.PLAIN, Glyph.KEY);
    }

    private @Nullable Instant tick(LeakStep step, boolean done) {
        upkeep.tickLeakStep(shown().id(), step, done);
        return upkeep.leakSteps(shown().id()).get(step);
    }

    /// The exchange was asked: what it said may have changed more than one step.
    private void asked(ExchangeKey now) {
        key = now;
        redraw();
        if (revocation != null) {
            revocation.tell();
        }
    }

    private void askToUndo(ExchangeKey key) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(text("key.leak.undo.title", key.label()));
        dialog.setText(text("key.leak.undo.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(text("key.leak.undo.cancel"));
        dialog.setConfirmText(text("key.leak.undo.confirm"));
        dialog.addConfirmListener(confirm -> {
            upkeep.resume(key.id()).ifPresent(used -> {
                // What was ticked off belonged to a leak that was none.
                List.of(LeakStep.values()).forEach(step -> upkeep.tickLeakStep(used.id(), step, false));
            });
            UI.getCurrentOrThrow().navigate(KeyView.address(language(), key.id()));
        });
        dialog.open();
    }

    private Component unreliable(ExchangeKey key) {
        var list = new UnorderedList();
        List.of("finding", "trading", "address", "here")
                .forEach(what -> list.add(new ListItem(text("key.leak.unreliable." + what, words().exchange(key)))));
        var box = new Div(new H2(text("key.leak.unreliable")), list);
        box.addClassNames("card", "card-sunken", "leak-unreliable");
        return box;
    }

    private void redraw() {
        getContent().removeAll();
        draw();
    }

    private KeyWords words() {
        return new KeyWords(this, language(), zone(), exchange());
    }

    private Exchange exchange() {
        return catalogue.get(shown().exchange());
    }

    private ExchangeKey shown() {
        if (key == null) {
            throw new IllegalStateException("drawn before it was entered");
        }
        return key;
    }
}
