package dev.porteclef.editing.ui;

import static dev.porteclef.editing.ui.EditorPage.text;

import dev.porteclef.editing.Drafts;
import dev.porteclef.editing.EditorsDesk;
import dev.porteclef.editing.Manuscript;
import dev.porteclef.editing.Merge;
import dev.porteclef.editing.Publishing;
import dev.porteclef.editing.SaveOutcome;
import dev.porteclef.help.ArticleId;
import dev.porteclef.platform.ui.Notice;

/// What an editor decides where an upgrade has changed the text under an edit.
final class BaseDecisions {

    private final EditorsDesk desk;
    private final Drafts drafts;
    private final Publishing publishing;
    private final EditorPage page;

    BaseDecisions(EditorsDesk desk, Drafts drafts, Publishing publishing, EditorPage page) {
        this.desk = desk;
        this.drafts = drafts;
        this.publishing = publishing;
        this.page = page;
    }

    BasePanel panel(ArticleId id, Manuscript.Moved moved) {
        return new BasePanel(
                id.language(),
                moved,
                () -> page.unlessLost(() -> told(publishing.keep(id, moved.revision()), "editing.base.kept")),
                () -> page.unlessLost(() -> told(publishing.drop(id, moved.revision()), "editing.base.dropped")),
                () -> page.unlessLost(() -> merge(page.columns().of(id.language()))));
    }

    private void merge(LanguageColumn column) {
        var now = desk.manuscript(column.id());
        var merged = now.moved()
                .map(moved -> Merge.of(moved.before(), now.text(), moved.after()))
                .orElse(new Merge(now.text(), 0));
        switch (drafts.saveOverNewBase(column.id(), column.seen(), column.revision(), merged.text())) {
            case SaveOutcome.TooLong() ->
                page.tell(new Notice(Notice.Kind.WARNING, text("editing.too-long", Drafts.MAX_TEXT)));
            case SaveOutcome.Elsewhere _ -> told(false, "");
            case SaveOutcome.Saved _, SaveOutcome.Unchanged _ -> told(true, "editing.base.merged", merged.conflicts());
        }
    }

    private void told(boolean done, String key, Object... arguments) {
        page.redraw(
                done
                        ? new Notice(Notice.Kind.SUCCESS, text(key, arguments))
                        : new Notice(Notice.Kind.WARNING, text("editing.base.late")));
    }
}
