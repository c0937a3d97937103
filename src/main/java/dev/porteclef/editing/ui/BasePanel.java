package dev.porteclef.editing.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.porteclef.editing.Manuscript.Moved;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Notice;

/// A new version of the portal has brought another text than the one an edit was written over: what the version
/// changed, what the editors changed, and what to do about it.
final class BasePanel extends Composite<Div> {

    /// What an editor can decide.
    interface Choice {

        void keep();

        void drop();

        void merge();
    }

    BasePanel(Language language, Moved moved, Choice choice) {
        var tag = language.tag();
        var merge = new Button(getTranslation("editing.base.merge"), _ -> choice.merge());
        merge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        merge.setId("base-merge-" + tag);
        var keep = new Button(getTranslation("editing.base.keep"), _ -> choice.keep());
        keep.setId("base-keep-" + tag);
        var drop = new Button(getTranslation("editing.base.drop"), _ -> choice.drop());
        drop.setId("base-drop-" + tag);
        var actions = new Div(merge, keep, drop);
        actions.addClassName("form-actions");
        var theirs = getTranslation("editing.base.see.theirs");
        var ours = getTranslation("editing.base.see.ours");
        var sides = new Div(
                new Div(new H3(theirs), new DiffText(theirs, language, moved.before(), moved.after())),
                new Div(new H3(ours), new DiffText(ours, language, moved.before(), moved.published())));
        sides.addClassName("editor-columns");
        getContent()
                .add(new Notice(
                        Notice.Kind.WARNING,
                        getTranslation("editing.base.title." + tag),
                        new Paragraph(getTranslation("editing.base.text")),
                        sides,
                        actions));
    }
}
