package dev.porteclef.support.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.support.Answer;
import dev.porteclef.support.AnswerDesk;
import dev.porteclef.support.AnswerDraft;
import dev.porteclef.support.AnswerOutcome;
import dev.porteclef.support.ReadyAnswers;
import dev.porteclef.support.Unfinished;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was said about a key, and where an agent answers: the ready text stands in the field, in the customer's
/// language and with the case filled in. Nothing is sent that was not previewed.
public final class AnswerPanel extends Composite<Div> {

    private final Component page;
    private final AnswerDesk desk;
    private final ReadyAnswers ready;
    private final Conversation conversation;
    private final Paragraph nothing = new Paragraph();
    private final Select<Answer.Kind> kind = new Select<>();
    private final Select<Language> language = new Select<>();
    private final TextArea text = new TextArea();
    private final Button refill = new Button();
    private final Div preview = new Div();
    private final Div said = new Div();
    private @Nullable ExchangeKey key;
    private String customer = "";
    /// The ready text that was put into the field: while it stands there, it gives way to another.
    private @Nullable String filled;

    /// @param page whose locale the texts take
    /// @param own the agent's language
    public AnswerPanel(Component page, AnswerDesk desk, ReadyAnswers ready, Language own, ZoneId zone) {
        this.page = page;
        this.desk = desk;
        this.ready = ready;
        this.conversation = new Conversation(page, own, zone);
        nothing.setText(words("support.conversation.empty"));
        nothing.addClassName("muted");
        kind.setId("answer-kind");
        kind.setLabel(words("support.answer.kind"));
        kind.setItemLabelGenerator(one -> words("support.answer.kind." + one));
        kind.addValueChangeListener(_ -> refilled());
        language.setId("answer-language");
        language.setLabel(words("support.answer.language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(one -> words("support.desk.language." + one.tag()));
        language.addValueChangeListener(_ -> refilled());
        text.setId("answer-text");
        text.setLabel(words("support.answer.text"));
        text.setHelperText(words("support.answer.hint"));
        text.setMaxLength(AnswerDesk.LONGEST);
        text.setMinRows(6);
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(_ -> changed());
        refill.setText(words("support.answer.refill"));
        refill.setId("answer-refill");
        refill.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        refill.addClickListener(_ -> fill(true));
        var look = new Button(words("support.answer.preview"), Glyph.SEARCH.draw(), _ -> preview());
        look.setId("answer-preview");
        look.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(text);
        preview.addClassName("answer-preview");
        preview.setVisible(false);
        var choice = new Div(kind, language);
        choice.addClassName("answer-choice");
        var actions = new Div(look, refill);
        actions.addClassNames("cluster", "actions");
        getContent().addClassNames("stack", "answers");
        getContent().add(conversation, nothing, said, choice, text, actions, preview);
    }

    /// Shows what was said about `now` and, once, what there is to say to its owner.
    ///
    /// @param customer the owner's e-mail; empty where the account is gone
    /// @param theirs the owner's language
    public void show(ExchangeKey now, String customer, Language theirs) {
        var first = key == null;
        key = now;
        this.customer = customer;
        var turns = desk.conversation(now.id());
        conversation.show(turns);
        nothing.setVisible(turns.isEmpty());
        var chosen = kind.getValue();
        var possible = possible(now);
        if (!possible.equals(kind.getListDataView().getItems().toList())) {
            kind.setItems(possible);
            kind.setValue(possible.contains(chosen) ? chosen : Answer.Kind.ANSWER);
        }
        if (first) {
            // Before the ready text takes its place.
            var typed = desk.draft(now.id());
            language.setValue(theirs);
            fill(true);
            typed.ifPresent(before -> putBack(before, possible, theirs));
        } else {
            fill(false);
        }
    }

    /// What was begun as one sort of answer comes back as that; where that is not possible any more, not at all.
    private void putBack(Unfinished before, List<Answer.Kind> possible, Language theirs) {
        if (possible.contains(before.kind())) {
            kind.setValue(before.kind());
            language.setValue(Objects.requireNonNullElse(before.language(), theirs));
            text.setValue(before.text());
        }
    }

    private static List<Answer.Kind> possible(ExchangeKey key) {
        return List.of(Answer.Kind.values()).stream()
                .filter(kind -> switch (kind) {
                    case ANSWER -> true;
                    case ASKS_REPLACEMENT -> key.isReplaceable();
                    case PAUSES -> key.isInUse() && !key.standing().isAside();
                })
                .toList();
    }

    /// What was previewed is not what would be sent any more.
    private void refilled() {
        preview.setVisible(false);
        fill(false);
        keep();
    }

    /// Puts the ready text into the field, where that is asked for or nothing else stands there.
    private void fill(boolean asked) {
        var about = key;
        if (about == null || kind.getValue() == null || language.getValue() == null) {
            return;
        }
        var fresh = ready.text(kind.getValue(), about, language.getValue());
        if (asked || text.getValue().equals(filled)) {
            filled = fresh;
            text.setValue(fresh);
        }
        refill.setVisible(!text.getValue().equals(fresh));
    }

    private void changed() {
        preview.setVisible(false);
        text.setInvalid(false);
        keep();
    }

    private void keep() {
        var about = key;
        if (about == null || kind.getValue() == null || language.getValue() == null) {
            return;
        }
        var typed = text.getValue();
        refill.setVisible(!typed.equals(ready.text(kind.getValue(), about, language.getValue())));
        var kept = new AnswerDraft(kind.getValue(), language.getValue(), typed.equals(filled) ? "" : typed);
        if (desk.keepDraft(about.id(), kept)) {
            refuse("console.note.secret");
        }
    }

    private void preview() {
        var about = key;
        if (about == null) {
            return;
        }
        if (text.getValue().isBlank()) {
            refuse("support.answer.empty");
            return;
        }
        said.removeAll();
        preview.removeAll();
        // Just what is shown here goes out.
        var draft = new AnswerDraft(kind.getValue(), language.getValue(), text.getValue());
        var send = new Button(words("support.answer.send." + draft.kind()), Glyph.ARROW.draw(), _ -> send(draft));
        send.setId("answer-send");
        send.setDisableOnClick(true);
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var back = new Button(words("support.answer.change"), _ -> {
            preview.setVisible(false);
            text.focus();
        });
        var actions = new Div(send, back);
        actions.addClassNames("cluster", "actions");
        var to = new Paragraph(words("support.answer.to", customer, about.label()));
        to.addClassName("muted");
        preview.add(
                new H3(words("support.answer.previewed")),
                to,
                Conversation.text(draft.text(), draft.language()),
                actions);
        preview.setVisible(true);
        send.focus();
    }

    private void send(AnswerDraft draft) {
        var about = key;
        if (about == null) {
            return;
        }
        preview.setVisible(false);
        switch (desk.answer(about.id(), draft)) {
            case AnswerOutcome.Answered(var answer) -> {
                filled = null;
                text.clear();
                kind.setValue(Answer.Kind.ANSWER);
                conversation.show(desk.conversation(about.id()));
                nothing.setVisible(false);
                say(Notice.Kind.SUCCESS, "support.answered." + answer.kind());
            }
            case AnswerOutcome.NoText() -> refuse("support.answer.empty");
            case AnswerOutcome.HoldsSecret() -> refuse("console.note.secret");
            case AnswerOutcome.NoSuchKey() -> say(Notice.Kind.WARNING, "console.file.gone");
            case AnswerOutcome.NoReason() -> refuse("support.answer.no-reason");
            case AnswerOutcome.AnsweredBefore() -> say(Notice.Kind.WARNING, "support.answer.impossible");
            case AnswerOutcome.NotPossible() -> say(Notice.Kind.WARNING, "support.answer.impossible");
        }
    }

    private void say(Notice.Kind tone, String sentence) {
        said.removeAll();
        said.add(new Notice(tone, words(sentence)).announced());
    }

    private void refuse(String why) {
        text.setErrorMessage(words(why));
        text.setInvalid(true);
        text.focus();
    }

    /// An answer as its reader sees it, in the language in which it is written.
    public static Component read(String answer, Language language) {
        return Conversation.text(answer, language);
    }

    /// Leads the keyboard into the field.
    public void begin() {
        text.scrollIntoView();
        text.focus();
    }

    private String words(String key, Object... arguments) {
        return page.getTranslation(key, arguments);
    }
}
