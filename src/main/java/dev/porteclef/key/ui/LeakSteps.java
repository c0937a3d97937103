package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.exchange.Access;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.LeakStep;
import dev.porteclef.key.Life;
import dev.porteclef.platform.i18n.LocalizedText;
import dev.porteclef.platform.i18n.Typography;
import dev.porteclef.verification.Harmlessness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What to do about a leaked key, in order. What the portal does not see is ticked off by the reader, and shows when.
final class LeakSteps extends Composite<OrderedList> {

    private final ExchangeKey key;
    private final KeyWords words;
    private final Exchange exchange;
    private final Map<LeakStep, Instant> done;
    private final Ticks ticks;

    /// @param done what is ticked off already
    /// @param ticks keeps each tick, and takes each away that is taken back
    LeakSteps(ExchangeKey key, KeyWords words, Map<LeakStep, Instant> done, Ticks ticks) {
        this.key = key;
        this.words = words;
        this.exchange = words.exchange();
        this.done = done;
        this.ticks = ticks;
        getContent().addClassName("steps");
    }

    /// The first step: the key is out of use here, or never was in use.
    LeakSteps outOfUse(Component... more) {
        var body = new ArrayList<Component>();
        body.add(new Paragraph(outOfUse()));
        body.addAll(List.of(more));
        var title = key.life() == Life.DRAFT ? "key.leak.unused" : "key.leak.paused";
        getContent().add(item(words.text(title), key.life() != Life.DRAFT, body, null));
        return this;
    }

    /// The second: gone at the exchange. What the exchange said outweighs a tick.
    LeakSteps deleteThere(Component revocation) {
        var body = new ArrayList<Component>();
        body.add(new Paragraph(words.text("key.leak.delete.text", words.exchange(key))));
        exchange.facts().stream()
                .filter(fact -> fact.id().equals("keys"))
                .map(fact -> spoken(fact.value()))
                .forEach(path -> body.add(new Paragraph(words.text("key.leak.delete.path", path))));
        body.add(new Paragraph(words.text("key.leak.delete.account")));
        body.add(revocation);
        var refused = key.life() == Life.REVOKED;
        if (refused) {
            body.add(new Paragraph(words.text("key.leak.delete.look", words.exchange(key))));
        }
        var title = words.text(LeakStep.DELETED_THERE.translationKey());
        getContent()
                .add(
                        refused
                                ? item(title, true, body, null)
                                : item(title, done.containsKey(LeakStep.DELETED_THERE), body, LeakStep.DELETED_THERE));
        return this;
    }

    /// The third: what was done with it.
    LeakSteps review() {
        var body = new ArrayList<Component>();
        body.add(new Paragraph(words.text("key.leak.review.text", words.time(key.createdAt()))));
        couldDo().ifPresent(body::add);
        var list = new UnorderedList();
        if (key.harmlessness() == Harmlessness.FORBIDDEN) {
            list.add(new ListItem(words.text("key.leak.review.withdrawals")));
        }
        List.of("orders", "transfers", "funding", "sign-ins", "settings")
                .forEach(what -> list.add(new ListItem(words.text("key.leak.review." + what))));
        body.add(list);
        body.add(new Paragraph(words.text("key.leak.review.found", exchange.name())));
        return ticking(LeakStep.REVIEWED, body);
    }

    /// The fourth: password and second factor.
    LeakSteps changePassword() {
        return ticking(
                LeakStep.PASSWORD_CHANGED,
                List.of(
                        new Paragraph(words.text("key.leak.password.text", exchange.name())),
                        new Paragraph(words.text("key.leak.password.mail"))));
    }

    /// The fifth: where the secret could be read.
    LeakSteps closeTheHole() {
        var list = new UnorderedList();
        List.of("mail", "git", "chat", "screenshot", "computer")
                .forEach(where -> list.add(new ListItem(words.text("key.leak.source." + where))));
        return ticking(
                LeakStep.SOURCE_CLOSED,
                List.of(
                        new Paragraph(words.text("key.leak.source.text")),
                        list,
                        new Paragraph(words.text("key.leak.source.unknown"))));
    }

    /// The last: a new key.
    ///
    /// @param replaced whether one is in use already
    LeakSteps newKey(boolean replaced, Component... body) {
        getContent().add(item(words.text("key.leak.new"), replaced, List.of(body), null));
        return this;
    }

    private String outOfUse() {
        var since = words.time(key.standing().since());
        return switch (key.life()) {
            case REFUSED -> words.text("key.leak.refused.text");
            case DRAFT, ACTIVE -> words.text("key.leak.unused.text");
            case REPLACED -> words.text("key.leak.replaced.text", since);
            case REVOKED -> words.text("key.leak.paused.text", since);
            case PAUSED ->
                key.harmlessness() == Harmlessness.FORBIDDEN
                        ? words.text("key.leak.withdraw.text", since)
                        : words.text("key.leak.paused.text", since);
        };
    }

    /// What the exchange last said this key may change: what is not in the list need not be feared of it.
    private Optional<Component> couldDo() {
        var granted = key.report().granted();
        if (granted == null) {
            return Optional.empty();
        }
        var list = new UnorderedList();
        exchange.boxes()
                .filter(box -> box.access() == Access.WRITE && granted.allows(box.scope(), Access.WRITE))
                .map(PermissionBox::meaning)
                .map(meaning -> new ListItem(spoken(meaning)))
                .forEach(list::add);
        if (list.getChildren().findAny().isEmpty()) {
            return Optional.of(new Paragraph(words.text("key.leak.review.nothing", exchange.name())));
        }
        var at = key.verdictAt();
        return Optional.of(new Div(
                new Paragraph(words.text(
                        "key.leak.review.could", exchange.name(), words.time(at == null ? key.checkedAt() : at))),
                list));
    }

    private String spoken(LocalizedText text) {
        return Typography.apply(words.language(), text.in(words.language()));
    }

    private LeakSteps ticking(LeakStep step, List<Component> body) {
        getContent().add(item(words.text(step.translationKey()), done.containsKey(step), body, step));
        return this;
    }

    /// @param step what the reader ticks off, `null` where the portal knows by itself
    private ListItem item(String title, boolean isDone, List<Component> body, @Nullable LeakStep step) {
        var heading = new H3(title);
        heading.addClassName("step-title");
        var content = new Div();
        content.addClassName("step-body");
        content.add(body);
        var item = new ListItem(heading, content);
        item.addClassName("step");
        item.setClassName("step-done", isDone);
        if (step != null) {
            item.setId("leak-" + step.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            item.add(tick(title, step, item));
        } else if (isDone) {
            var word = new Span(words.text("key.leak.done"));
            word.addClassName("visually-hidden");
            heading.add(new Span(" "), word);
        }
        return item;
    }

    private Component tick(String title, LeakStep step, ListItem item) {
        var at = done.get(step);
        var tick = new Checkbox(tickLabel(at));
        tick.setValue(at != null);
        tick.setAriaLabel(words.text("key.leak.done.what", title));
        tick.addValueChangeListener(change -> {
            var since = ticks.tick(step, change.getValue());
            tick.setLabel(tickLabel(since));
            item.setClassName("step-done", since != null);
        });
        return tick;
    }

    private String tickLabel(@Nullable Instant at) {
        return at == null ? words.text("key.leak.done") : words.text("key.leak.done.at", words.time(at));
    }

    /// Keeps what is ticked off.
    @FunctionalInterface
    interface Ticks {

        /// @return since when the step is ticked off now, `null`: it is not
        @Nullable
        Instant tick(LeakStep step, boolean done);
    }
}
