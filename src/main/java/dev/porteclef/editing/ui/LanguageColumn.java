package dev.porteclef.editing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.porteclef.editing.Draft;
import dev.porteclef.editing.Drafts;
import dev.porteclef.editing.Manuscript;
import dev.porteclef.help.Article;
import dev.porteclef.help.ArticleId;
import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One language of the article at hand: its text, what is wrong with it, and how it would look. Saves by itself at each
/// pause in typing; while two editors have written different things, it waits for a decision.
final class LanguageColumn extends Composite<Section> {

    private static final int PAUSE_IN_MILLISECONDS = 700;

    private final ArticleId id;
    private final Host host;
    private final TextArea area = new TextArea();
    private final Paragraph state = new Paragraph();
    /// Read aloud when a draft begins or ends, but not at each save.
    private final Paragraph heard = new Paragraph();
    private final Div notices = new Div();
    private final ProblemList problems = new ProblemList();
    private final Preview preview;
    private final Button discard;
    private long seen;
    private int revision;
    /// What page and database agree on; the ground of a merge.
    private String agreed = "";
    private boolean deciding;
    private boolean quiet;
    /// What somebody else has written meanwhile and nobody has looked at here yet.
    private @Nullable NewsPanel news;

    /// Who does what an editor wants.
    interface Host {

        /// The text has changed and is to be saved, unless somebody has to decide first.
        void typed(LanguageColumn column);

        void discard(LanguageColumn column);

        void putBack(LanguageColumn column, Draft discarded);

        /// Somebody else has written something, and this editor wants to go on with it.
        void take(LanguageColumn column);

        /// The same, and this editor wants to see both first.
        void compare(LanguageColumn column);

        /// How a draft's state is told.
        String state(Manuscript manuscript);
    }

    LanguageColumn(Manuscript manuscript, Host host) {
        this.id = manuscript.id();
        this.host = host;
        this.preview = new Preview(id.language());
        var tag = id.language().tag();
        var heading = new H2(getTranslation("editing.language." + tag));
        heading.setId("language-" + tag);
        area.setId("text-" + tag);
        area.setLabel(getTranslation("editing.text." + tag));
        area.setWidthFull();
        area.setMinRows(14);
        area.setMaxRows(30);
        area.setMaxLength(Drafts.MAX_TEXT);
        area.addClassName("field-code");
        area.getElement().setAttribute("lang", tag);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(PAUSE_IN_MILLISECONDS);
        area.addValueChangeListener(_ -> changed());
        state.addClassName("editor-state");
        heard.addClassName("visually-hidden");
        heard.getElement().setAttribute("role", "status");
        notices.addClassNames("stack", "tight");
        discard = new Button(getTranslation("editing.discard"), Glyph.TRASH.draw(), _ -> ask());
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        discard.setId("discard-" + tag);
        var actions = new Div(discard);
        actions.addClassName("form-actions");
        var seenAs = new NativeDetails(getTranslation("editing.preview"), preview);
        seenAs.setOpen(true);
        seenAs.addClassNames("fold-plain", "editor-preview");
        getContent().addClassNames("card", "editor-column");
        getContent().getElement().setAttribute("aria-labelledby", "language-" + tag);
        getContent().add(heading, state, heard, notices, area, problems, actions, seenAs);
        show(manuscript);
    }

    Language language() {
        return id.language();
    }

    ArticleId id() {
        return id;
    }

    String value() {
        return area.getValue();
    }

    /// The version of the draft that this page knows, 0 for none.
    long seen() {
        return seen;
    }

    /// The publication that this page knows, 0 for none.
    int revision() {
        return revision;
    }

    /// Whether the database has what stands in the page.
    boolean isSettled() {
        return !deciding && Drafts.plain(value()).equals(agreed);
    }

    boolean isDeciding() {
        return deciding;
    }

    /// Shows what is in the database now.
    void show(Manuscript manuscript) {
        agree(manuscript);
        deciding = false;
        if (news != null) {
            clear();
        }
        set(agreed);
        area.setInvalid(false);
    }

    /// What was typed is in the database; the page leaves the text alone, for its editor may have typed on.
    void saved(Manuscript manuscript) {
        agree(manuscript);
        area.setInvalid(false);
    }

    private void agree(Manuscript manuscript) {
        seen = manuscript.version();
        revision = manuscript.revision();
        agreed = manuscript.text();
        state.setText(host.state(manuscript));
        heard.setText(getTranslation(seen > 0 ? "editing.heard.draft" : "editing.heard.none"));
        discard.setVisible(seen > 0);
    }

    /// Something has happened to the article; says so at once where it concerns this text, which it leaves alone.
    ///
    /// @return whether it does
    boolean hear(Manuscript theirs) {
        if (deciding || (theirs.version() == seen && theirs.revision() == revision)) {
            return false;
        }
        if (theirs.text().equals(agreed)) {
            var published = theirs.revision() != revision;
            saved(theirs);
            if (news != null) {
                clear();
            }
            if (published) {
                tell(Notice.Kind.INFO, host.state(theirs), null);
            }
            return true;
        }
        var told = host.state(theirs);
        var shown = news;
        if (shown == null) {
            notices.removeAll();
            shown = new NewsPanel(id.language().tag(), told, () -> host.take(this), () -> host.compare(this));
            notices.add(shown);
            news = shown;
        } else {
            shown.update(told);
        }
        return true;
    }

    /// Somebody else has saved: nothing is written until an editor has decided between the texts.
    void decide(Manuscript theirs) {
        deciding = true;
        clear();
        notices.add(new ConflictPanel(agreed, this::value, theirs, decided -> {
            clear();
            deciding = false;
            seen = theirs.version();
            revision = theirs.revision();
            agreed = theirs.text();
            set(decided);
            host.typed(this);
            area.focus();
        }));
    }

    /// Takes `text` instead, saves it, and offers the way back.
    ///
    /// @param told what has happened, in the page's language
    void replace(String text, String told) {
        var before = value();
        set(text);
        host.typed(this);
        if (!deciding) {
            tell(Notice.Kind.SUCCESS, told, undo(() -> {
                clear();
                set(before);
                host.typed(this);
            }));
        }
    }

    /// The draft is gone and can be had back.
    void discarded(Manuscript left, Draft gone) {
        show(left);
        tell(Notice.Kind.SUCCESS, getTranslation("editing.discarded"), undo(() -> {
            clear();
            host.putBack(this, gone);
        }));
    }

    void tell(Notice.Kind kind, String told, @Nullable Component more) {
        clear();
        notices.add((more == null ? new Notice(kind, told) : new Notice(kind, told, more)).announced());
    }

    void refuse(String why) {
        area.setErrorMessage(why);
        area.setInvalid(true);
    }

    private void clear() {
        notices.removeAll();
        news = null;
    }

    /// What is wrong with the text as it is, and how it would look.
    void judge(List<ContentProblem> found, Article drawn) {
        problems.show(found);
        preview.show(drawn);
    }

    private Button undo(Runnable back) {
        var undo = new Button(getTranslation("editing.undo"), Glyph.REFRESH.draw(), _ -> back.run());
        undo.setDisableOnClick(true);
        undo.setId("undo-" + id.language().tag());
        return undo;
    }

    private void changed() {
        if (!quiet) {
            host.typed(this);
        }
    }

    private void set(String text) {
        quiet = true;
        try {
            area.setValue(text);
        } finally {
            quiet = false;
        }
    }

    private void ask() {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("editing.discard.title"));
        dialog.setText(getTranslation("editing.discard.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("editing.cancel"));
        dialog.setConfirmText(getTranslation("editing.discard"));
        dialog.addConfirmListener(_ -> host.discard(this));
        dialog.open();
    }
}
