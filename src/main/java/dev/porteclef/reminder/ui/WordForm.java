package dev.porteclef.reminder.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import dev.porteclef.mail.MailChoices;
import dev.porteclef.platform.ui.Notice;

/// The word by which a customer recognises our mail. What is typed stays through a change of language.
final class WordForm extends Composite<Div> {

    private final MailChoices choices;
    private final TextField field = new TextField();
    private final Div said = new Div();
    private final Button remove = new Button();

    WordForm(MailChoices choices) {
        this.choices = choices;
        field.setId("word");
        field.setWidthFull();
        field.setMaxLength(MailChoices.LONGEST_WORD);
        field.setAutocomplete(Autocomplete.OFF);
        field.getElement().setAttribute("translate", "no");
        choices.word().ifPresent(field::setValue);
        remove.setVisible(choices.word().isPresent());
        remove.addClickListener(_ -> choose(""));
    }

    /// Says everything in the page's language.
    void speak() {
        var content = getContent();
        content.removeAll();
        content.addClassName("stack");
        field.setLabel(getTranslation("reminder.word.field"));
        field.setHelperText(getTranslation("reminder.word.hint"));
        field.setInvalid(false);
        said.removeAll();
        var save = new Button(getTranslation("reminder.word.save"), _ -> choose(field.getValue()));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(field);
        remove.setText(getTranslation("reminder.word.remove"));
        var actions = new Div(save, remove);
        actions.addClassName("form-actions");
        content.add(new Paragraph(getTranslation("reminder.word.text")), field, actions, said);
    }

    private void choose(String typed) {
        said.removeAll();
        var outcome = choices.chooseWord(typed);
        var text = getTranslation(outcome.translationKey());
        switch (outcome) {
            case KEPT -> {
                remove.setVisible(true);
                kept(text);
            }
            case REMOVED -> {
                field.clear();
                remove.setVisible(false);
                kept(text);
            }
            case WRONG_FORM, LOOKS_LIKE_CREDENTIAL -> {
                field.setErrorMessage(text);
                field.setInvalid(true);
                field.focus();
            }
        }
    }

    private void kept(String text) {
        field.setInvalid(false);
        said.add(new Notice(Notice.Kind.SUCCESS, text).announced());
    }
}
