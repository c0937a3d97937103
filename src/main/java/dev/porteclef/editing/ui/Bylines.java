package dev.porteclef.editing.ui;

import static dev.porteclef.editing.ui.EditorPage.text;

import dev.porteclef.editing.EditorsDesk;
import dev.porteclef.editing.Manuscript;
import dev.porteclef.live.Presence;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Tells who wrote what, and when, in the language of the page.
record Bylines(EditorsDesk desk, Language language, ZoneId zone) {

    /// Where a text comes from.
    String state(Manuscript manuscript) {
        var draft = manuscript.draft();
        if (draft != null) {
            return text("editing.state.draft", of(draft.editor(), draft.savedAt()));
        }
        var withdrawn = manuscript.published();
        if (manuscript.isWithdrawn() && withdrawn != null) {
            return text("editing.state.withdrawn", of(withdrawn.editor(), withdrawn.at()));
        }
        return manuscript
                .edit()
                .map(edit -> text(
                        manuscript.isHidden() ? "editing.state.hidden" : "editing.state.published",
                        of(edit.editor(), edit.at())))
                .orElseGet(() -> text(manuscript.live() == null ? "editing.state.missing" : "editing.state.packaged"));
    }

    String of(UserId editor, Instant at) {
        return text("editing.by", time(at), name(editor));
    }

    /// Who else has the article open.
    String beside(Presence.Other other) {
        return other.isSelf()
                ? text("editing.beside.self", time(other.since()))
                : text("editing.beside", name(other.person()), time(other.since()));
    }

    private String name(UserId editor) {
        return desk.nameOf(editor).orElseGet(() -> text("editing.somebody"));
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(language.formats())
                .withZone(zone)
                .format(at);
    }
}
