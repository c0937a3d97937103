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
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.exchange.HiddenScope;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.KeyCheck;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What to do about a leaked key, in order. What the portal does not see is ticked off by the reader, and shows when.
final class LeakSteps extends Composite<OrderedList> {

    private final ExchangeKey key;
    private final KeyWords words;
    private final Exchange exchange;
    private final Map<LeakStep, Instant> done;
    private final List<KeyCheck> history;
    private final Ticks ticks;

    /// @param done what is ticked off already
    /// @param history of the key, newest first
    /// @param ticks keeps each tick, and takes each away that is taken back
    LeakSteps(ExchangeKey key, KeyWords words, Map<LeakStep, Instant> done, List<KeyCheck> history, Ticks ticks) {
        this.key = key;
        this.words = words;
        this.exchange = words.exchange();
        this.done = done;
        this.history = history;
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
        body.addAll(couldDo());
        body.add(new Paragraph(words.text("key.leak.review.look")));
        var list = new UnorderedList();
        if (mayHaveWithdrawn()) {
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

    /// Unless the exchange's own list says otherwise.
    private boolean mayHaveWithdrawn() {
        return switch (key.harmlessness()) {
            case PROVEN, MORE_THAN_NEEDED -> false;
            case CANNOT_BE_PROVEN, FORBIDDEN -> true;
        };
    }

    /// What the exchange last said this key may change, also where that was before it refused the key.
    private List<Component> couldDo() {
        var name = words.exchange(key);
        var report = Stream.concat(Stream.of(key.report()), history.stream().map(KeyCheck::report))
                .filter(one -> one.granted() != null)
                .findFirst()
                .orElse(null);
        if (report == null || report.granted() == null) {
            return List.of(new Paragraph(words.text("key.leak.review.unlisted", name)));
        }
        var granted = report.granted();
        var at = ProvenRights.listedAt(report).map(words::time).orElse("—");
        var list = new UnorderedList();
        boxed(granted).map(ListItem::new).forEach(list::add);
        unboxed(granted).map(ListItem::new).forEach(list::add);
        return list.getChildren().findAny().isEmpty()
                ? List.of(new Paragraph(words.text("key.leak.review.nothing", name, at)))
                : List.of(new Paragraph(words.text("key.leak.review.could", name, at)), list);
    }

    private Stream<String> boxed(GrantedPermissions granted) {
        return exchange.boxes()
                .filter(box -> box.access() == Access.WRITE && granted.allows(box.scope(), Access.WRITE))
                .map(PermissionBox::meaning)
                .map(this::spoken);
    }

    /// Writing that no box of the dialog grants, unless it is known to do no harm: what is not described can be
    /// anything.
    private Stream<String> unboxed(GrantedPermissions granted) {
        return granted.granted().stream()
                .filter(scope -> granted.allows(scope, Access.WRITE))
                .filter(scope ->
                        exchange.boxes().noneMatch(box -> box.scope().equals(scope) && box.access() == Access.WRITE))
                .flatMap(scope -> exchange.hiddenScopes().stream()
                        .filter(hidden -> hidden.scope().equals(scope))
                        .findFirst()
                        .map(this::hidden)
                        .orElseGet(() -> Stream.of(words.text("key.leak.review.unknown", scope))));
    }

    private Stream<String> hidden(HiddenScope scope) {
        return scope.harm() == HiddenScope.Harm.NONE
                ? Stream.empty()
                : Stream.of(words.text("key.leak.review.hidden", scope.scope(), spoken(scope.meaning())));
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
