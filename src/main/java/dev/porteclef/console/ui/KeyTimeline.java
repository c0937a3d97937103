package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import dev.porteclef.audit.ui.ActGlyph;
import dev.porteclef.console.KeyDesk;
import dev.porteclef.console.KeyEvent;
import dev.porteclef.console.NoteOutcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ui.KeyParts;
import dev.porteclef.key.ui.ThinnedNote;
import dev.porteclef.live.ui.InPlace;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.support.ui.AnswerPanel;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Everything that happened to one key and around it, newest first, with a field to write something down. What is
/// shown already stays as the reader left it.
final class KeyTimeline extends Composite<Div> {

    private static final int AT_ONCE = 20;

    private final KeyDesk desk;
    private final LineWords words;
    private final Function<ExchangeKey, KeyParts> parts;
    private final boolean readsQuestions;
    private final TextArea note = new TextArea();
    private final UnsentText unsent;
    private final OrderedList list = new OrderedList();
    private final ThinnedNote thinned = new ThinnedNote();
    private final Button older = new Button();
    private final InPlace lines = new InPlace();
    private int wanted = AT_ONCE;
    private @Nullable ExchangeKey key;

    /// @param parts how a key's checks are drawn
    /// @param readsQuestions whether who looks may read what customers ask
    /// @param unsent keeps the note while it is written
    KeyTimeline(
            KeyDesk desk,
            LineWords words,
            Function<ExchangeKey, KeyParts> parts,
            boolean readsQuestions,
            UnsentText unsent) {
        this.desk = desk;
        this.words = words;
        this.parts = parts;
        this.readsQuestions = readsQuestions;
        note.setLabel(words.text("console.note"));
        note.setHelperText(words.text("console.note.hint"));
        note.setMaxLength(KeyDesk.LONGEST_NOTE);
        note.setWidthFull();
        note.setId("note");
        this.unsent = unsent.follow(note);
        note.getElement().setAttribute("translate", "no");
        var write = new Button(words.text("console.note.write"), _ -> write());
        write.setId("note-write");
        list.addClassName("timeline");
        older.setText(words.text("console.timeline.older"));
        older.addClickListener(_ -> {
            wanted += AT_ONCE;
            draw();
        });
        getContent().addClassNames("stack", "tight");
        getContent().add(note, new Div(write), list, thinned, older);
    }

    /// Leads the keyboard into the field.
    void begin() {
        note.scrollIntoView();
        note.focus();
    }

    /// Shows what happened to `now` so far.
    void show(ExchangeKey now) {
        key = now;
        draw();
    }

    private void write() {
        if (key == null) {
            return;
        }
        note.setInvalid(false);
        switch (desk.note(key.id(), note.getValue())) {
            case NoteOutcome.Noted() -> {
                unsent.forget();
                note.clear();
                draw();
            }
            case NoteOutcome.NoText() -> refuse("console.note.empty");
            case NoteOutcome.HoldsSecret() -> refuse("console.note.secret");
            case NoteOutcome.NoSuchKey() -> refuse("console.file.gone");
        }
        note.focus();
    }

    private void refuse(String why) {
        note.setErrorMessage(words.text(why));
        note.setInvalid(true);
    }

    private void draw() {
        if (key == null) {
            return;
        }
        // One more than is shown tells whether there are more.
        var events = desk.timeline(key.id(), wanted + 1);
        var shown = events.stream().limit(wanted).toList();
        lines.keepOnly(shown);
        var items = new ArrayList<Component>();
        for (var event : shown) {
            items.add(lines.keep(event, event, () -> line(event)));
        }
        InPlace.arrange(list, items);
        if (!shown.isEmpty()) {
            thinned.show(shown.getLast().at(), words.now());
        }
        older.setVisible(events.size() > wanted);
    }

    private ListItem line(KeyEvent event) {
        return switch (event) {
            case KeyEvent.Checked(var check) -> parts.apply(shown()).check(check);
            case KeyEvent.Done done -> {
                var act = done.entry().act();
                var item = line(event, ActGlyph.of(act), words.text("console.act." + act), done.by());
                new ActDetail(words, shown().exchange()).of(done).ifPresent(item::add);
                yield item;
            }
            case KeyEvent.Mailed(var _, var kind, var state) ->
                line(
                        event,
                        Glyph.INFO,
                        words.text(
                                "console.timeline.mail",
                                kind.map(one -> words.text(one.translationKey()))
                                        .orElse("—"),
                                words.text(state.translationKey())),
                        "");
            case KeyEvent.Asked(var _, var request, var language) -> {
                var item = line(
                        event,
                        Glyph.QUESTION,
                        words.text("console.timeline.question", words.text("support.desk.language." + language.tag())),
                        "");
                if (readsQuestions) {
                    item.add(new Anchor(
                            Addresses.desk(words.language()) + "/" + request, words.text("console.timeline.open")));
                }
                yield item;
            }
            case KeyEvent.Answered(var _, var by, var kind, var language, var text) -> {
                var item = line(event, Glyph.QUESTION, words.text("console.timeline.answer." + kind), by);
                if (!text.isEmpty()) {
                    var fold = new NativeDetails(
                            words.text("console.timeline.answer.text"), AnswerPanel.read(text, language));
                    fold.addClassName("fold-plain");
                    item.add(fold);
                }
                yield item;
            }
            case KeyEvent.Noted(var _, var by, var text) -> {
                var item = line(event, Glyph.PENCIL, words.text("console.timeline.note"), by);
                var said = new Paragraph(text);
                said.addClassName("question");
                item.add(said);
                yield item;
            }
        };
    }

    private ExchangeKey shown() {
        if (key == null) {
            throw new IllegalStateException("drawn before it was shown");
        }
        return key;
    }

    private ListItem line(KeyEvent event, Glyph glyph, String text, String by) {
        var time = new HtmlContainer("time");
        time.getElement().setAttribute("datetime", event.at().toString());
        time.getElement()
                .setText(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(words.language().formats())
                        .withZone(words.zone())
                        .format(event.at()));
        time.addClassName("history-time");
        var said = new Div(glyph.draw(), new Span(text));
        said.addClassNames("cluster", "tight");
        if (!by.isEmpty()) {
            said.add(new Span(words.text("console.timeline.by", by)));
        }
        var item = new ListItem(time, said);
        item.addClassName("history-line");
        return item;
    }
}
