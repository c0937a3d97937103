package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import dev.porteclef.console.Unsent;
import dev.porteclef.exchange.Environment;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.watch.DeclareOutcome;
import dev.porteclef.watch.DeclaredIncident;
import dev.porteclef.watch.DeclaredIncidents;
import dev.porteclef.watch.IncidentTexts;
import dev.porteclef.watch.Trouble;
import dev.porteclef.watch.ui.IncidentStrip;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// Declares an incident: says whom it concerns, and shows what they read as they will see it while it is typed. A
/// refusal leaves everything as it stands.
final class DeclareDialog extends Dialog {

    private final LineWords words;
    private final DeclaredIncidents incidents;
    private final Trouble trouble;
    private final Unsent unsent;
    private final Consumer<DeclaredIncident> declared;
    private final Map<Language, TextArea> texts = new EnumMap<>(Language.class);
    private final Div said = new Div();

    /// @param declared runs when it is
    DeclareDialog(
            LineWords words,
            DeclaredIncidents incidents,
            Trouble trouble,
            Unsent unsent,
            Consumer<DeclaredIncident> declared) {
        this.words = words;
        this.incidents = incidents;
        this.trouble = trouble;
        this.unsent = unsent;
        this.declared = declared;
        addClassName("declare-dialog");
        setHeaderTitle(words.text("console.declare.title"));
        // A slip of the pointer must not lose what was typed.
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        var form = new Div(TroubleHead.of(words, trouble), means());
        form.addClassName("stack");
        // One's own language first.
        form.add(field(words.language()), field(words.language().other()), said);
        add(form);
        var save = new Button(words.text("console.declare.save"), _ -> save());
        save.setId("declare-save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var cancel = new Button(words.text("key.dialog.cancel"), _ -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, save);
    }

    private Component means() {
        var reach = incidents.reach(trouble);
        var concerned = new Paragraph(words.text("console.declare.reach", reach.keys(), reach.customers()));
        concerned.addClassName("declare-reach");
        var list = new UnorderedList(
                new ListItem(words.text("console.declare.told")),
                new ListItem(words.text("console.declare.mails")),
                new ListItem(words.text("console.declare.end")));
        var means = new Div(concerned, list);
        means.addClassNames("stack", "tight");
        return means;
    }

    /// A text and, below it, what becomes of it.
    private Component field(Language language) {
        var field = new TextArea(words.text("console.declare.text." + language.tag()));
        field.setId("declare-" + language.tag());
        field.setWidthFull();
        field.setMinRows(2);
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        var preview = new Div();
        preview.addClassName("declare-preview");
        preview.getElement().setAttribute("lang", language.tag());
        preview.getElement().setAttribute("role", "group");
        preview.getElement().setAttribute("aria-label", words.text("console.declare.preview." + language.tag()));
        field.addValueChangeListener(change -> {
            field.setInvalid(false);
            field.setHelperText(words.text(
                    "console.declare.length", change.getValue().strip().length(), IncidentTexts.LONGEST));
            preview.removeAll();
            preview.add(new IncidentStrip(
                    trouble.environment(),
                    new Span(change.getValue().strip()),
                    new Span(in(language, "watch.declared.from", words.time(words.now(), language)))));
        });
        field.setValue(in(language, trouble.readyKey(), exchange(language)));
        place(language).follow(field);
        texts.put(language, field);
        var whole = new Div(field, preview);
        whole.addClassNames("stack", "tight");
        return whole;
    }

    private UnsentText place(Language language) {
        var cause = trouble.cause();
        return new UnsentText(
                unsent,
                String.join(
                        ":",
                        "declare",
                        trouble.headline().name(),
                        cause == null ? "" : cause.name(),
                        trouble.exchange().value(),
                        trouble.environment().name(),
                        language.tag()));
    }

    /// What customers call it.
    private String exchange(Language language) {
        var name = words.exchange(trouble.exchange());
        return trouble.environment() == Environment.PRACTICE ? in(language, "key.practice", name) : name;
    }

    private String in(Language language, String key, Object... arguments) {
        return words.page().getTranslation(language.locale(), key, arguments);
    }

    private void save() {
        said.removeAll();
        try {
            var typed = new IncidentTexts(typed(Language.ENGLISH), typed(Language.FRENCH));
            switch (incidents.declare(trouble, typed)) {
                case DeclareOutcome.Declared(var incident) -> {
                    texts.keySet().forEach(language -> place(language).forget());
                    close();
                    declared.accept(incident);
                }
                case DeclareOutcome.Unfit(var faults) -> refuse(faults);
                case DeclareOutcome.AlreadyOpen() -> say("console.declare.already");
                case DeclareOutcome.NobodyAffected() -> say("console.declare.nobody");
            }
        } catch (RuntimeException e) {
            // What was typed is not lost by what went wrong.
            say("key.dialog.failed");
            throw e;
        }
    }

    private String typed(Language language) {
        return field(texts, language).getValue();
    }

    private void refuse(Map<Language, DeclareOutcome.Fault> faults) {
        faults.forEach((language, fault) -> {
            var field = field(texts, language);
            field.setErrorMessage(words.text(fault.translationKey()));
            field.setInvalid(true);
        });
        // The first one on the page.
        var own = words.language();
        field(texts, faults.containsKey(own) ? own : own.other()).focus();
    }

    private static TextArea field(Map<Language, TextArea> texts, Language language) {
        return Objects.requireNonNull(texts.get(language));
    }

    private void say(String why) {
        said.removeAll();
        said.add(new Notice(Notice.Kind.WARNING, words.text(why)).announced());
    }
}
