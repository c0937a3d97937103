package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.QueryText;
import dev.porteclef.console.Reach;
import dev.porteclef.console.RunOutcome;
import dev.porteclef.console.Runs;
import dev.porteclef.console.Unsent;
import dev.porteclef.console.Work;
import dev.porteclef.key.CustomersKeys;
import dev.porteclef.key.ui.HeadlineBadge;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.support.Answer;
import dev.porteclef.support.ReadyAnswers;
import dev.porteclef.support.ui.AnswerPanel;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/// Begins to answer the owners of all keys of a list, each in the own language and with the own case filled in. What is
/// sent is previewed first: how many there are of each sort, and one example of each.
final class ReplyForm extends Composite<Section> {

    /// So many sorts are shown at once; the others unfold.
    private static final int EXAMPLES = 6;

    private final Component page;
    private final KeyQuery query;
    private final Runs runs;
    private final CustomersKeys keys;
    private final ReadyAnswers ready;
    private final Consumer<RunOutcome> told;
    private final Select<Answer.Kind> kind = new Select<>();
    private final Map<Language, TextArea> more = new EnumMap<>(Language.class);
    private final Map<Language, UnsentText> unsent = new EnumMap<>(Language.class);
    private final Checkbox sparing = new Checkbox();
    private final Div preview = new Div();

    /// @param page whose locale the texts take
    ReplyForm(
            Component page,
            KeyQuery query,
            Runs runs,
            CustomersKeys keys,
            ReadyAnswers ready,
            Unsent unsent,
            Consumer<RunOutcome> told) {
        this.page = page;
        this.query = query;
        this.runs = runs;
        this.keys = keys;
        this.ready = ready;
        this.told = told;
        kind.setId("reply-kind");
        kind.setLabel(text("support.answer.kind"));
        kind.setItems(Answer.Kind.ANSWER, Answer.Kind.ASKS_REPLACEMENT);
        kind.setItemLabelGenerator(one -> text("support.answer.kind." + one));
        kind.setValue(Answer.Kind.ANSWER);
        kind.addValueChangeListener(_ -> preview.setVisible(false));
        sparing.setId("reply-sparing");
        sparing.setLabel(text("console.run.sparing"));
        sparing.setValue(true);
        sparing.addValueChangeListener(_ -> preview.setVisible(false));
        var texts = new Div();
        texts.addClassName("answer-choice");
        for (var language : Language.values()) {
            this.unsent.put(language, new UnsentText(unsent, place(language)));
            texts.add(field(language));
        }
        var look = new Button(text("support.answer.preview"), Glyph.SEARCH.draw(), _ -> preview());
        look.setId("reply-preview");
        preview.addClassName("answer-preview");
        preview.setVisible(false);
        getContent().addClassNames("card", "stack");
        getContent()
                .add(
                        new H2(text("console.run.reply")),
                        new Paragraph(text("console.run.reply.text")),
                        kind,
                        texts,
                        sparing,
                        new Div(look),
                        preview);
    }

    /// Of this list alone: what is said to one is not said to another.
    private String place(Language language) {
        var list = QueryText.of(query).toString().getBytes(StandardCharsets.UTF_8);
        return "reply:" + language.tag() + ":" + UUID.nameUUIDFromBytes(list);
    }

    private TextArea field(Language language) {
        var field = new TextArea();
        field.setId("reply-more-" + language.tag());
        field.setLabel(text("console.run.more", text("support.desk.language." + language.tag())));
        field.setHelperText(text("console.run.more.hint"));
        field.setMaxLength(Runs.LONGEST_TEXT);
        field.setMinRows(3);
        field.setWidthFull();
        field.getElement().setAttribute("lang", language.tag());
        field.addValueChangeListener(_ -> preview.setVisible(false));
        Objects.requireNonNull(unsent.get(language)).follow(field);
        more.put(language, field);
        return field;
    }

    private Work.Reply reply() {
        var texts = new EnumMap<Language, String>(Language.class);
        more.forEach((language, field) -> {
            if (!field.getValue().isBlank()) {
                texts.put(language, field.getValue().strip());
            }
        });
        return new Work.Reply(kind.getValue(), texts, sparing.getValue());
    }

    /// Shows what would be sent, with the button that sends it.
    void preview() {
        var reply = reply();
        var reach = runs.reach(query, reply);
        preview.removeAll();
        preview.add(
                new H3(text("support.answer.previewed")),
                new Paragraph(
                        reach.isTooMuch()
                                ? text("console.run.too-many", Runs.MOST_ANSWERED)
                                : text("console.run.reach", reach.keys())));
        reach.parts().stream().limit(EXAMPLES).forEach(part -> preview.add(example(part, reply)));
        if (reach.parts().size() > EXAMPLES) {
            preview.add(others(reach.parts().subList(EXAMPLES, reach.parts().size()), reply));
        }
        var send = new Button(text("console.run.send", reach.keys()), Glyph.ARROW.draw(), _ -> send(reply, reach));
        send.setId("reply-send");
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(_ -> send.setEnabled(true));
        send.setVisible(reach.keys() > 0 && !reach.isTooMuch());
        preview.add(new Div(send));
        preview.setVisible(true);
        send.focus();
    }

    /// Drawn when they are asked for.
    private NativeDetails others(List<Reach.Part> parts, Work.Reply reply) {
        var examples = new Div();
        examples.addClassName("stack");
        var fold = new NativeDetails(text("console.run.others", parts.size()), examples);
        fold.addClassName("fold-plain");
        fold.addToggleListener(toggle -> {
            if (toggle.isOpened() && examples.getComponentCount() == 0) {
                parts.forEach(part -> examples.add(example(part, reply)));
            }
        });
        return fold;
    }

    private void send(Work.Reply reply, Reach shown) {
        var outcome = runs.reply(query, reply, shown);
        if (outcome instanceof RunOutcome.Begun) {
            unsent.values().forEach(UnsentText::forget);
        }
        told.accept(outcome);
    }

    /// Of one sort: how many, and what one of them reads.
    private Div example(Reach.Part part, Work.Reply reply) {
        var head = new Div();
        head.addClassNames("cluster", "tight");
        if (part.headline() != null) {
            head.add(HeadlineBadge.of(page, part.headline()));
        }
        if (part.cause() != null) {
            head.add(new Span(text(part.cause().translationKey())));
        }
        head.add(new Span(text(
                "console.run.part",
                text("support.desk.language." + part.language().tag()),
                part.keys(),
                part.customers())));
        var whole = new Div(head);
        whole.addClassNames("stack", "tight", "reply-example");
        keys.again(part.example())
                .map(key -> ready.text(
                        reply.kind(), key, part.language(), reply.more().getOrDefault(part.language(), "")))
                .ifPresent(words -> whole.add(AnswerPanel.read(words, part.language())));
        return whole;
    }

    private String text(String key, Object... arguments) {
        return page.getTranslation(key, arguments);
    }
}
