package dev.porteclef.key.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.exchange.Environment;
import dev.porteclef.key.CheckOutcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Headline;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One key in the list: what it is, how it stands, what to do. A check runs and ends in place.
final class KeyCard extends ListItem {

    private final Language language;
    private final KeyWords words;
    private final KeyAge age;
    private final KeyDeeds deeds;
    private final Consumer<ExchangeKey> outdated;
    private final Div told = new Div();
    private final Button again = new Button();
    private final Div more = new Div();
    private final Div said = new Div();
    private final Anchor link = new Anchor();
    private final Div head = new Div();
    private ExchangeKey key;
    private String relation = "";
    private @Nullable KeyActions actions;
    private @Nullable CheckListPanel running;

    /// @param outdated called when a check has ended in more than this card can show: the key stands elsewhere by now,
    ///     or something else was done to it
    KeyCard(
            ExchangeKey key,
            Language language,
            KeyWords words,
            KeyAge age,
            KeyDeeds deeds,
            Consumer<ExchangeKey> outdated) {
        this.key = key;
        this.language = language;
        this.words = words;
        this.age = age;
        this.deeds = deeds;
        this.outdated = outdated;
        addClassName("key-card");
        addClassName(key.environment() == Environment.PRACTICE ? "practice" : "live");
        told.addClassName("key-told");
        head.addClassName("key-head");
        head.add(new H3(link));
        told.add(head);
        again.setText(words.text("key.action.check"));
        again.setIcon(Glyph.REFRESH.draw());
        again.setDisableOnClick(true);
        again.addClickListener(_ -> check());
        more.addClassName("key-more-place");
        var actions = new Div(again, more);
        actions.addClassName("key-card-actions");
        said.addClassName("key-said");
        link.getElement().setAttribute("translate", "no");
        add(told, actions, said);
        draw();
    }

    /// Shows the key as it is `now`; a check that runs goes on, and what was said stays.
    ///
    /// @param sentence on how it stands to another key
    KeyCard show(ExchangeKey now, String sentence) {
        if (!now.equals(key) || !sentence.equals(relation)) {
            key = now;
            relation = sentence;
            draw();
        }
        return this;
    }

    boolean isBusy() {
        return running != null;
    }

    /// Tells what happened to this key and leads the reader here; a check that runs goes on below.
    void tell(Notice notice) {
        said.removeAll();
        said.add(notice);
        if (running != null) {
            said.add(running);
        }
        link.focus();
        scrollIntoView();
    }

    /// Draws what may have changed; the button that checks stays where it is, and with it the focus.
    private void draw() {
        keepFirst(told);
        keepFirst(head);
        link.setHref(KeyView.address(language, key.id()));
        link.setText(key.label());
        head.add(words.environment(key));
        var badges = new Div(words.badge(key.headline()));
        badges.addClassNames("cluster", "tight");
        age.rotation(key, words).ifPresent(badges::add);
        told.add(badges, new Paragraph(words.summary(key)));
        if (key.headline() != Headline.NO_VERDICT) {
            words.doubt(key).ifPresent(doubt -> told.add(new Paragraph(doubt)));
        }
        if (!relation.isEmpty()) {
            told.add(new Paragraph(relation));
        }
        var meta = new Paragraph(
                new Span(words.exchange(key)),
                new Span(words.strategy(key)),
                new Span(words.tail(key)),
                new Span(age.connected(key, words)),
                new Span(words.text("key.meta.checked", words.time(key.checkedAt()))));
        meta.addClassName("key-meta");
        told.add(meta);
        again.setVisible(key.isCheckable());
        again.setAriaLabel(words.text("key.action.of", words.text("key.action.check"), key.label()));
        if (actions == null || !actions.show(key)) {
            fold();
        }
    }

    /// What holds the focus is not taken out of the page.
    private static void keepFirst(Div part) {
        part.getChildren().skip(1).toList().forEach(part::remove);
    }

    /// All other actions, folded.
    private void fold() {
        var whose = new Span(words.text("key.actions.more.of", key.label()));
        whose.addClassName("visually-hidden");
        var summary = new Span(new Span(words.text("key.actions.more")), whose);
        more.removeAll();
        var folded = new KeyActions(key, language, words, deeds, true);
        actions = folded;
        more.add(new Fold(false, summary, folded).alone("key-actions").named("key-more"));
    }

    private void check() {
        var list = new CheckListPanel(List.of());
        running = list;
        said.removeAll();
        said.add(list);
        // Out of the way of what ticks below.
        fold();
        deeds.check(key, list, this::end);
    }

    /// Leaves the focus where it is: the reader may be busy with another card by now.
    private void end(Optional<CheckOutcome> outcome) {
        var before = KeyGroup.of(key);
        var result = outcome.map(this::result).orElseGet(() -> KeyDeeds.warning(words.text("key.check.failed")));
        running = null;
        again.setEnabled(true);
        draw();
        said.removeAll();
        said.add(result);
        if (KeyGroup.of(key) != before || outcome.filter(KeyCard::isOvertaken).isPresent()) {
            outdated.accept(key);
        }
    }

    private Notice result(CheckOutcome outcome) {
        return switch (outcome) {
            case CheckOutcome.Checked(var checked) -> {
                // What was done to the key since the check ended is newer, and knows what the check found.
                key = checked.version() < key.version() ? key : checked;
                yield checked(key);
            }
            case CheckOutcome.NotCheckable _, CheckOutcome.NothingLearnt _, CheckOutcome.AlreadyConnected _ ->
                KeyDeeds.warning(words.text("key.done.overtaken"));
            case CheckOutcome.TooManyTries(var remaining) ->
                KeyDeeds.warning(words.text("key.connect.wait", remaining.toMinutes() + 1));
        };
    }

    private static boolean isOvertaken(CheckOutcome outcome) {
        return outcome instanceof CheckOutcome.NotCheckable;
    }

    private Notice checked(ExchangeKey checked) {
        var kind = switch (checked.headline().tone()) {
            case GREEN -> Notice.Kind.SUCCESS;
            case AMBER -> Notice.Kind.WARNING;
            case RED -> Notice.Kind.DANGER;
            case GREY -> Notice.Kind.INFO;
        };
        var headline = words.text(checked.headline().translationKey());
        return new Notice(kind, words.text("key.done.checked", words.time(checked.checkedAt()), headline)).announced();
    }
}
