package dev.porteclef.editing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import dev.porteclef.editing.Manuscript;
import dev.porteclef.editing.Merge;
import dev.porteclef.platform.ui.Notice;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Two editors have written different things: both texts, what was made of them, and the choice between the three.
final class ConflictPanel extends Composite<Div> {

    /// @param base what both began with
    /// @param mine what stands in this page, where its editor may type on meanwhile
    /// @param decided gets the text that an editor has chosen
    ConflictPanel(String base, Supplier<String> mine, Manuscript theirs, Consumer<String> decided) {
        var language = theirs.id().language();
        var tag = language.tag();
        var other = theirs.text();
        var own = mine.get();
        var merged = Merge.of(base, own, other);
        var made = new Button(
                getTranslation("editing.conflict.merged"),
                _ -> decided.accept(Merge.of(base, mine.get(), other).text()));
        made.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        made.setId("take-merged-" + tag);
        var keep = new Button(getTranslation("editing.conflict.mine"), _ -> decided.accept(mine.get()));
        keep.setId("take-mine-" + tag);
        var others = new Button(getTranslation("editing.conflict.theirs"), _ -> decided.accept(other));
        others.setId("take-theirs-" + tag);
        var choice = new Div(made, keep, others);
        choice.addClassName("form-actions");
        // Said without the texts below, which would be read aloud from end to end.
        var news = new Paragraph(getTranslation("editing.conflict.title"));
        news.addClassName("visually-hidden");
        news.getElement().setAttribute("role", "alert");
        getContent().add(news);
        getContent()
                .add(new Notice(
                        Notice.Kind.WARNING,
                        getTranslation("editing.conflict.title"),
                        new Paragraph(getTranslation("editing.conflict.text", merged.conflicts())),
                        fold(
                                "editing.conflict.see.theirs",
                                new DiffText(getTranslation("editing.conflict.see.theirs"), language, base, other)),
                        fold(
                                "editing.conflict.see.mine",
                                new DiffText(getTranslation("editing.conflict.see.mine"), language, base, own)),
                        fold(
                                "editing.conflict.see.merged",
                                DiffText.plain(getTranslation("editing.conflict.see.merged"), language, merged.text())),
                        choice));
    }

    private NativeDetails fold(String key, Component content) {
        var fold = new NativeDetails(getTranslation(key), content);
        fold.setOpen(true);
        fold.addClassName("fold-plain");
        return fold;
    }
}
