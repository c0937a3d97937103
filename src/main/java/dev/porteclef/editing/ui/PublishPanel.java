package dev.porteclef.editing.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import dev.porteclef.editing.Publishing;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Where drafts become what readers see: which of them, why, and what will follow from it.
final class PublishPanel extends Composite<Section> {

    private final Map<Language, Checkbox> choice = new EnumMap<>(Language.class);
    private final TextField remark = new TextField();
    private final Div warning = new Div();
    private final Div answer = new Div();
    private final Paragraph nothing = new Paragraph();
    private final Div form = new Div();

    /// @param publish does it, with what is chosen here
    /// @param chosen hears of another choice
    PublishPanel(Runnable publish, Runnable chosen) {
        var heading = new H2(getTranslation("editing.publish.title"));
        heading.setId("publishing");
        var languages = new Div();
        languages.addClassName("cluster");
        languages.getElement().setAttribute("role", "group");
        languages.getElement().setAttribute("aria-labelledby", "publishing");
        for (var language : Language.values()) {
            var box = new Checkbox(getTranslation("editing.language." + language.tag()), true);
            box.setId("publish-" + language.tag());
            box.addValueChangeListener(_ -> chosen.run());
            choice.put(language, box);
            languages.add(box);
        }
        remark.setLabel(getTranslation("editing.publish.remark"));
        remark.setHelperText(getTranslation("editing.publish.remark.hint"));
        remark.setMaxLength(Publishing.MAX_REMARK);
        remark.setWidthFull();
        remark.setId("publish-remark");
        var button = new Button(getTranslation("editing.publish"), Glyph.CHECK.draw(), _ -> publish.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setId("publish");
        button.setDisableOnClick(true);
        button.addClickListener(_ -> button.setEnabled(true));
        nothing.setText(getTranslation("editing.publish.nothing"));
        warning.getElement().setAttribute("role", "status");
        form.addClassName("stack");
        form.add(languages, warning, remark, new Div(button));
        getContent().addClassNames("card", "editor-publish");
        getContent().getElement().setAttribute("aria-labelledby", "publishing");
        getContent().add(heading, answer, nothing, form);
    }

    /// Which languages an editor wants to publish, of those that have a draft.
    Set<Language> chosen() {
        var chosen = EnumSet.noneOf(Language.class);
        choice.forEach((language, box) -> {
            if (box.isEnabled() && box.getValue()) {
                chosen.add(language);
            }
        });
        return chosen;
    }

    String remark() {
        return remark.getValue();
    }

    /// Offers what there is.
    void offer(Set<Language> drafts) {
        choice.forEach((language, box) -> box.setEnabled(drafts.contains(language)));
        nothing.setVisible(drafts.isEmpty());
        form.setVisible(!drafts.isEmpty());
    }

    /// Says whether the translation would be behind.
    void warn(boolean behind) {
        if (behind != warning.getChildren().findAny().isPresent()) {
            warning.removeAll();
            if (behind) {
                warning.add(new Notice(
                        Notice.Kind.INFO,
                        getTranslation("editing.publish.behind"),
                        new Paragraph(getTranslation("editing.publish.behind.text"))));
            }
        }
    }

    void tell(Notice notice) {
        answer.removeAll();
        answer.add(notice.announced());
    }
}
