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

    /// @param keep the published text stays
    /// @param drop it gives way to the new one
    /// @param merge both become one draft
    BasePanel(Language language, Moved moved, Runnable keep, Runnable drop, Runnable merge) {
        var tag = language.tag();
        var merging = new Button(getTranslation("editing.base.merge"), _ -> merge.run());
        merging.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        merging.setId("base-merge-" + tag);
        var keeping = new Button(getTranslation("editing.base.keep"), _ -> keep.run());
        keeping.setId("base-keep-" + tag);
        var dropping = new Button(getTranslation("editing.base.drop"), _ -> drop.run());
        dropping.setId("base-drop-" + tag);
        var actions = new Div(merging, keeping, dropping);
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
